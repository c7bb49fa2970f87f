import dataclasses
import re
import sys
from collections import Counter
from collections.abc import AsyncIterator, Callable, Mapping
from itertools import product
from pathlib import Path

import httpx
import pytest
from sqlalchemy import Connection, true

from console import guard
from console.access import ROLES as RIGHTS
from console.access import Right
from console.page import Page
from console.pages import PAGES
from intake.staff import sessions
from intake.staff.people import ROLES
from intake.staff.sessions import Session
from tests.console.asking import Meaning, ask, meaning
from tests.console.honest import IN_BODY
from tests.console.stage import EVERYBODY, NOT_HERS, STRANGERS, Object, Stage, Who, staged

TABLE = Path(__file__).parents[2] / "docs/roles.md"
LINE = re.compile(r"\| `(GET|POST) (/\S*)` \|" + r" (yes|-) \|" * 5 + r" (asked|asked last|-) \|")

DESTS = ("document", "empty")
"""Asked for by a browser's own window, and by a script."""


def named(page: Page) -> str:
    """Return how a test about a page is called."""
    return f"{page.method} {page.path}"


@dataclasses.dataclass(frozen=True)
class Line:
    """A line of the table: to whom a page is open, and whether it asks for the passkey anew."""

    open_to: frozenset[Who]
    touch: str


def table() -> Mapping[tuple[str, str], Line]:
    """Return the table of docs/roles.md, by method and path."""
    found = {}
    for method, path, *cells, touch in LINE.findall(TABLE.read_text(encoding="utf-8")):
        nobody, *roles = (cell == "yes" for cell in cells)
        strangers = frozenset(STRANGERS) if nobody else frozenset()
        named = frozenset(role for role, yes in zip(ROLES, roles, strict=True) if yes)
        found[method, path] = Line(strangers | named, touch)
    return found


def expected(line: Line, who: Who, which: Object, *, fresh: bool) -> Meaning:
    """Return what the table says of one combination."""
    if who not in line.open_to:
        return "signed out" if who in STRANGERS else "role"
    if line.touch == "asked" and not fresh:
        return "touch"
    if which != "own":
        return "nothing"
    return "touch" if line.touch == "asked last" and not fresh else "in"


@pytest.fixture
async def here(tmp_path: Path, empty_store: Path) -> AsyncIterator[Stage]:
    with staged(tmp_path, empty_store) as made:
        yield made


def objects(page: Page) -> tuple[Object, ...]:
    """Return which objects to ask about."""
    if page.path in IN_BODY and page.changes:
        return ("own", "foreign", "unknown")
    if not page.about:
        return ("own",)
    # There is one staff: people belong to no team.
    return ("own", "unknown", "malformed") if page.about == "person" else ("own", *NOT_HERS)


async def differing(stage: Stage, page: Page, line: Line) -> tuple[int, list[str]]:
    """Ask for one page in every way; return how many, and where the answer was another."""
    asked, wrong = 0, []
    for who, which, fresh, dest in product(EVERYBODY, objects(page), (True, False), DESTS):
        if dest == "document" and who not in STRANGERS and page.changes:
            continue  # who is let in, or has the wrong role, gets the same answer in other clothes
        if which == "own":
            stage.renew()
        answer = await ask(stage, page, stage.browser(who, fresh=fresh), which, dest=dest)
        told, wanted = meaning(answer), expected(line, who, which, fresh=fresh)
        asked += 1
        if told == "nothing" and which == "own" and not page.about:
            told = "in"  # it looked for something that its body names
        if told != wanted:
            at = f"{page.method} {page.path} as {who}, {which}, fresh={fresh}, {dest}"
            wrong.append(f"{at}: {told} ({answer.status_code}), and not {wanted}")
    return asked, wrong


async def all_differing(stage: Stage) -> tuple[int, list[str]]:
    """Ask for every page in every way."""
    lines, asked = table(), 0
    wrong: list[str] = []
    for page in PAGES:
        number, found = await differing(stage, page, lines[page.method, page.path])
        asked, wrong = asked + number, wrong + found
    return asked, wrong


def test_every_page_has_its_line() -> None:
    """A page without a line in docs/roles.md is nobody's decision; a line without a page is old."""
    pages = Counter((page.method, page.path) for page in PAGES)
    assert set(pages) == set(table()), "docs/roles.md: add a line for each page, by hand"
    assert max(pages.values()) == 1
    about = {page.path: page.about for page in PAGES if "{" in page.path}
    assert [path for path, kind in about.items() if not kind] == [], "say what {id} is about"


async def test_everybody_gets_what_the_table_says(
    here: Stage, record_property: Callable[[str, object], None]
) -> None:
    """Every page, as everybody, about everything: each answer is that of docs/roles.md."""
    asked, wrong = await all_differing(here)
    record_property("combinations", asked)
    sys.stderr.write(f"\n{asked} combinations of page, visitor, object and touch asked\n")
    assert wrong == [], "\n".join(wrong)
    assert asked >= 1500, asked


def same(answer: httpx.Response) -> tuple[int, dict[str, str], bytes]:
    """Return everything that a visitor can compare."""
    return answer.status_code, dict(answer.headers), answer.content


@pytest.mark.parametrize("page", [one for one in PAGES if len(objects(one)) > 1], ids=named)
async def test_what_is_not_hers_is_what_does_not_exist(here: Stage, page: Page) -> None:
    """Another team's object and none at all: the same status, headers and body, to the byte."""
    for who in EVERYBODY:
        for dest in ("document", "empty"):
            browser = here.browser(who)
            others = objects(page)[1:]
            answers = [await ask(here, page, browser, which, dest=dest) for which in others]
            assert len({repr(same(answer)) for answer in answers}) == 1, who


async def test_what_was_deleted_is_what_never_was(here: Stage) -> None:
    """After its end a report answers like one that nobody ever sent, on every page about it."""
    sue = here.browser("supervisor")
    by_path = {page.path: page for page in PAGES}
    assert (await ask(here, by_path["/reports/{id}/answer"], sue)).status_code == 200
    assert (await ask(here, by_path["/reports/{id}/delete"], sue)).status_code == 200
    for page in PAGES:
        if page.about == "report":
            gone, never = [await ask(here, page, sue, which) for which in ("own", "unknown")]
            assert meaning(gone) == "nothing", page.path
            assert same(gone) == same(never), page.path


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "GET/"])
async def test_no_other_door_leads_in(here: Stage, method: str) -> None:
    """Another method, or a slash at the end, is a wrong address, whoever asks."""
    sue = here.browser("supervisor")
    for path in sorted({here.path(page) for page in PAGES} - {"/"}):
        here.client.cookies.clear()
        answer = await here.client.request(
            method.removesuffix("/"),
            path + ("/" if method.endswith("/") else ""),
            headers={"Cookie": f"{sue.name}={sue.value}"},
        )
        assert meaning(answer) == "nothing", (method, path, answer.status_code)


async def planted(here: Stage, *paths: str) -> set[str]:
    """Return the reasons for which the matrix of these pages differs from the table."""
    lines, told = table(), set()
    here.serve()
    for page in PAGES:
        if page.path in paths:
            _, wrong = await differing(here, page, lines[page.method, page.path])
            told |= {one.partition(": ")[2].replace(" and not ", "") for one in wrong}
    return told


async def test_without_the_check_of_roles_the_matrix_finds_it(
    here: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A guard that lets every role in is found."""
    monkeypatch.setattr(guard, "may", lambda _role, _right: True)
    assert "in (200),role" in await planted(here, "/queue", "/people")


async def test_a_role_with_one_right_too_many_is_found(
    here: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An auditor who may also let people in is found: the table is not made from the code."""
    more = dict(RIGHTS) | {"auditor": RIGHTS["auditor"] | {Right.PEOPLE}}
    monkeypatch.setattr("console.access.ROLES", more)
    assert await planted(here, "/people") != set()


async def test_sessions_without_an_end_are_found(
    here: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A session that never ends, and a touch that counts for ever, are found."""
    monkeypatch.setattr(sessions, "find", _unending(sessions.find))
    told = await planted(here, "/people/invite", "/account")
    assert {"in (409),touch", "in (200),signed out"} <= told


async def test_a_store_that_shows_every_report_is_found(
    here: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A store that gives every reader every report is found."""
    monkeypatch.setattr("intake.casework.desk.readable", lambda _team, _actor: true())
    assert "in (200),nothing" in await planted(here, "/reports/{id}")


def _unending(find: Callable[..., Session | None]) -> Callable[..., Session | None]:
    def found(connection: Connection, at: int, cookie: str, **_: bool) -> Session | None:
        session = find(connection, at - 600, cookie)
        return session and dataclasses.replace(session, stepped_up=at)

    return found
