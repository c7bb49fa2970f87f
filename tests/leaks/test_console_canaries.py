"""Fifty reports and all that staff do with them: no word of any is ever open on the server."""

import json
import logging
import secrets
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import update
from starlette.responses import JSONResponse, Response

from console.access import Right, may
from console.page import Page, Visit
from console.pages import PAGES
from intake import age, envelope
from intake.commands.setting_up import MIGRATIONS
from intake.engines import make_engine
from intake.migrate import upgrade
from intake.staff.people import ROLES, Role
from intake.tables import cases
from tests.console import honest
from tests.console.asking import ask
from tests.console.stage import OWN_QUEUE, Stage, staged
from tests.intake import sample
from tests.leaks.searching import Search

REPORTS = 50
_log = logging.getLogger("console.planted")
LAST = "/reports/{id}/delete"
"""What ends a report comes after everything else."""


@dataclass
class Words:
    """Makes words that nothing else holds: all begin alike, so that one search finds any."""

    common: str = field(default_factory=lambda: secrets.token_hex(8))
    made: int = 0

    def __call__(self) -> str:
        """Return the next word: 16 hexadecimal digits that all share, and 8 of its own."""
        self.made += 1
        return f"{self.common}{self.made:08x}"


@dataclass
class Scene:
    """An office, the words in its reports, and all that came out of it."""

    stage: Stage
    words: Words
    search: Search
    folder: Path
    logged: pytest.LogCaptureFixture
    given: Counter[str] = field(default_factory=Counter)
    last: httpx.Response | None = None

    async def ask(self, page: Page, role: Role, fields: dict[str, Any] | None = None) -> None:
        """Ask for a page, and look at everything that comes back."""
        answer = await ask(self.stage, page, self.stage.browser(role, alone=True), fields=fields)
        assert answer.status_code < 500, page.path
        self.given[f"{page.method} {page.path} {answer.status_code}"] += 1
        head = repr(answer.headers.raw).encode()
        self.search.through(f"an answer of {page.path}", head + answer.content)
        self.last = answer

    def look_around(self) -> None:
        """Search the store's files, the temporary ones, and every log of every library."""
        self.search.through_folder(self.folder)
        lines = logging.Formatter("%(name)s %(message)s")
        for record in self.logged.records:
            self.search.through(f"the log of {record.name}", lines.format(record).encode())
        self.logged.clear()

    def arrive(self) -> None:
        """Let a report arrive in which every field that takes words holds some."""
        summary = sample.summary()
        for block in summary["blocks"]:  # type: ignore[attr-defined]  # a summary's own shape
            for one in block["answers"]:
                one["text"] = one["text"] and self.words()
        contact = {name: self.words() for name in ("value", "voicemail", "name_to_use")}
        summary["contact"] = {**summary["contact"], **contact}  # type: ignore[dict-item]  # the same
        card = {"body": "x", "officer": {"name": self.words(), "number": self.words()}}
        sealed = envelope.seal(summary, card, self.stage.sealed_to)
        stage = self.stage
        stage.own["report"] = stage.arrive(OWN_QUEUE, sealed)
        stage.own["deletion"] = stage.ask_approval(stage.own["report"])
        stage.own["task"] = stage.set_task(stage.own["report"])


@pytest.fixture
def scene(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> Iterator[Scene]:
    empty = tmp_path / "empty.db"
    engine = make_engine(f"sqlite:///{empty}")
    upgrade(engine, MIGRATIONS)
    engine.dispose()
    folder = tmp_path / "service"
    (folder / "temporary").mkdir(parents=True)
    for name in ("TMPDIR", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(folder / "temporary"))
    monkeypatch.setattr(tempfile, "tempdir", None)
    words, seal = Words(), honest.sealed
    monkeypatch.setattr(honest, "sealed", lambda stage, more=b"": seal(stage, _with(words, more)))
    with staged(folder, empty) as stage, caplog.at_level(logging.DEBUG):
        for name in ("console", "intake", "flows", "sqlalchemy"):
            logging.getLogger(name).setLevel(logging.DEBUG)
        yield Scene(stage, words, Search({"words": words.common}), folder, caplog)


def _with(words: Words, more: bytes) -> bytes:
    return words().encode() + more


def whose(page: Page) -> tuple[Role, ...]:
    """Return the roles that come in here."""
    return tuple(role for role in ROLES if may(role, page.right))


async def all_acts(scene: Scene, number: int) -> None:
    """Do everything that a page of the console can do with one report, and end it.

    Of those who may, each does it in her turn: `number` counts the reports.
    """
    about = [page for page in PAGES if page.about == "report" or page.path in honest.IN_BODY]
    for page in sorted(about, key=lambda page: page.path == LAST):
        roles = whose(page)
        await scene.ask(page, roles[number % len(roles)])
    paths = {page.path: page for page in PAGES if page.changes}
    for kind in ("conflict", "reading", "officer", "passing_on"):
        await scene.ask(paths["/reports/{id}/envelope"], "supervisor", {"for": kind})


async def with_two_people(scene: Scene) -> None:
    """Open the officer's details, and compare officers, as two people agreed."""
    paths = {(page.method, page.path): page for page in PAGES}
    post = {path: page for (method, path), page in paths.items() if method == "POST"}
    await scene.ask(post["/reports/{id}/ask"], "caseworker", {"kind": "officer", "reason": "court"})
    assert scene.last is not None
    yes = {"approval": scene.last.json()["id"], "granted": "true"}
    await scene.ask(post["/reports/{id}/answer"], "supervisor", yes)
    await scene.ask(post["/reports/{id}/envelope"], "caseworker", {"for": "officer"})
    await scene.ask(post["/patterns/ask"], "caseworker")
    scene.stage.own["approval"] = scene.last.json()["id"]
    await scene.ask(post["/approvals/{id}"], "supervisor")
    await scene.ask(post["/patterns/envelopes"], "caseworker", {})
    assert scene.last.json()["reports"] != []


def opened(scene: Scene) -> bytes:
    """Return what a reader's own key makes of the envelope that was given last."""
    assert scene.last is not None
    sealed = honest.read(scene.last.json()["envelope"])
    return age.open_with([scene.stage.keys["supervisor"]], sealed)


@pytest.mark.slow
async def test_no_word_of_a_report_is_open_on_the_server(scene: Scene) -> None:
    """Fifty reports, every page, every act, logs at DEBUG: no word in an answer, a log, a file."""
    by_path = {page.path: page for page in PAGES}
    for number in range(REPORTS):
        scene.arrive()
        scene.stage.clock.at += 30
        await scene.ask(by_path["/reports/{id}/envelope"], "supervisor", {"for": "reading"})
        assert scene.words.common.encode() in opened(scene)
        if number % 10 == 0:
            await with_two_people(scene)
            for page in PAGES:
                if page.about != "report":
                    for role in whose(page):
                        await scene.ask(page, role)
            scene.look_around()
        await all_acts(scene, number)
    scene.look_around()
    assert scene.search.hits == set()
    assert {"intake.db", "intake.db-wal"} <= scene.search.files
    done = {line.rpartition(" ")[0] for line in scene.given if line.endswith((" 200", " 303"))}
    undone = {f"{page.method} {page.path}" for page in PAGES} - done
    assert undone <= NEEDS_A_PASSKEY, undone
    assert scene.words.made > REPORTS * 10


NEEDS_A_PASSKEY = {
    "POST /sign-in/finish",
    "POST /step-up/finish",
    "POST /invitation/begin",
    "POST /invitation/finish",
    "POST /account/passkeys/finish",
    "POST /account/passkeys/remove",
    "POST /people/{id}/invite",
}


async def test_a_note_that_is_not_sealed_is_found(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If the store took plain words, the search would find them in its files and answers."""
    scene.arrive()
    paths = {page.path: page for page in PAGES}
    plain = {"sealed": honest.written(scene.words().encode()), "seen": "1"}
    await scene.ask(paths["/reports/{id}/notes"], "caseworker", plain)
    scene.look_around()
    assert scene.search.hits == set(), "a refused note left something"
    monkeypatch.setattr("intake.casework.notes.check_sealed", lambda _sealed: None)
    await scene.ask(paths["/reports/{id}/notes"], "caseworker", plain)
    await scene.ask(paths["/reports/{id}/case"], "caseworker")
    scene.look_around()
    where = {hit.partition(" in ")[2] for hit in scene.search.hits}
    assert {"an answer of /reports/{id}/case", "intake.db-wal"} <= where


async def test_a_page_that_logs_a_field_is_found(scene: Scene) -> None:
    """A page that tells its log what was typed, or keeps it in a column, is found."""

    def tells(visit: Visit) -> Response:
        _log.debug("somebody typed %s", visit.fields["words"])
        with visit.office.engine.begin() as connection:
            connection.execute(update(cases).values(reason=visit.fields["words"]))
        return JSONResponse({})

    scene.arrive()
    page = Page("/planted", tells, Right.READ, "POST")
    scene.stage.serve(page)
    await scene.ask(page, "caseworker", json.loads(json.dumps({"words": scene.words()})))
    scene.look_around()
    where = {hit.partition(" in ")[2] for hit in scene.search.hits}
    assert {"the log of console.planted", "intake.db-wal"} <= where
