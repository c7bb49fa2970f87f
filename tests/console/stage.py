"""Everybody who may come to a console's door, and what they may ask about: made in the store.

Sessions are begun in the store itself, not with a passkey: a matrix asks thousands of times.
"""

import dataclasses
import secrets
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final, Literal, get_args
from urllib.parse import quote

import httpx
from sqlalchemy import event, insert, select

from console.app import make_app
from console.cookies import CEREMONY, SESSION
from console.office import Office
from console.page import Page
from flows.loading import load_flow
from intake.age import Identity, new_identity
from intake.boundary import envelope_hash
from intake.engines import make_engine
from intake.envelope import seal
from intake.example import example_team
from intake.recipients import Recipient, Recipients
from intake.staff import people, sessions
from intake.staff.people import ROLES, Role
from intake.tables import approvals, cases, identities, reports, tasks
from intake.team import read_team
from tests.console.staffing import ORIGIN, Clock
from tests.intake import sample

Stranger = Literal["nobody", "half", "expired", "disabled"]
Who = Stranger | Role
"""Nobody at all; who began to sign in and did not finish; whose session ended; who was disabled."""
STRANGERS: Final[tuple[Stranger, ...]] = get_args(Stranger)
EVERYBODY: Final[tuple[Who, ...]] = (*STRANGERS, *ROLES)

Object = Literal["own", "foreign", "unknown", "malformed"]
NOT_HERS: Final[tuple[Object, ...]] = ("foreign", "unknown", "malformed")

OWN_QUEUE, FOREIGN_QUEUE = "Q3_MET_CORE", "Q10_MINOR_NOW"
DAY: Final = date(2026, 11, 18)


@dataclass(frozen=True, slots=True)
class Browser:
    """One browser's cookie, and the token that its pages would send."""

    name: str = ""
    value: str = field(default="", repr=False)

    @property
    def token(self) -> str:
        """Return what a page in this browser sends back."""
        return sessions.token_of(self.value) if self.value else ""


@dataclass
class Stage:
    """An office with a person of each role, reports of two teams, and every kind of visitor."""

    office: Office
    clock: Clock
    sealed_to: Recipients
    envelope: bytes
    staff: dict[Who, str] = field(default_factory=dict)
    colleague: str = ""
    colleagues_key: str = field(default_factory=lambda: new_identity().public_key)
    keys: Mapping[Role, Identity] = field(default_factory=dict, repr=False)
    own: dict[str, str] = field(default_factory=dict)
    foreign: dict[str, str] = field(default_factory=dict)
    client: httpx.AsyncClient = field(init=False)

    def __post_init__(self) -> None:
        self.serve()

    def serve(self, *extra: Page) -> None:
        """Make the console anew: a test may have changed one of its parts."""
        transport = httpx.ASGITransport(make_app(self.office, extra), raise_app_exceptions=False)
        self.client = httpx.AsyncClient(transport=transport, base_url=ORIGIN)

    def browser(self, who: Who, *, fresh: bool = True, alone: bool = False) -> Browser:
        """Return a browser in which this visitor sits; `fresh` after a touch of her passkey.

        With `alone` her other sessions end: thousands of them would make her own page long.
        """
        if who == "nobody":
            return Browser()
        if who == "half":
            return Browser(CEREMONY, secrets.token_urlsafe(32))
        begun = self.office.now()
        if who == "expired":
            begun -= sessions.IDLE_SECONDS + 1
        elif not fresh:
            begun -= sessions.STEP_UP_SECONDS + 1
        with self.office.engine.begin() as connection:
            if alone:
                sessions.end_all(connection, self.staff[who])
            return Browser(SESSION, sessions.begin(connection, begun, self.staff[who]))

    def renew(self) -> None:
        """Put a new report of hers there, and a new question, if the last one is over."""
        here = select(reports.c.report_id).where(reports.c.report_id == self.own["report"])
        question = select(approvals.c.approval_id).where(
            approvals.c.approval_id == self.own["approval"], approvals.c.answered.is_(None)
        )
        with self.office.engine.connect() as connection:
            there = connection.scalar(here)
            waits = connection.scalar(question)
        if there is None:
            self.own |= _about_a_report(self, OWN_QUEUE)
        elif waits is None:
            self.own["approval"] = self.ask_approval("")

    def id_of(self, about: str, which: Object) -> str:
        """Return the id of an object of hers, of another team's, or of none."""
        if which == "malformed":
            return "Z' OR 1=1--"
        if which == "unknown" or about not in self.own:
            return "0" * 32
        return (self.own if which == "own" else self.foreign).get(about, "0" * 32)

    def path(self, page: Page, which: Object = "own") -> str:
        """Return the page's address for this object."""
        return page.path.replace("{id}", quote(self.id_of(page.about, which), safe=""))

    def arrive(self, queue: str, envelope: bytes = b"") -> str:
        """Let a report arrive; return its id."""
        report_id = secrets.token_hex(16)
        row = {
            "report_id": report_id,
            "received": DAY,
            "queue": queue,
            "priority": 2,
            "due_week": None,
            "language": "en",
            "consent_version": "2026-11",
            "envelope": envelope or self.envelope,
            "envelope_hash": envelope_hash(envelope or self.envelope),
            "lookup": "123456",
            "lock": secrets.token_bytes(32),
            "word": "read",
        }
        # Opened, after a check that found no conflict.
        case = {"report_id": report_id, "status": "opened", "conflict": "clear", "version": 1}
        kept = {"clock_from": DAY, "keep_longer": False}
        with self.office.engine.begin() as connection:
            connection.execute(insert(reports).values(**row))
            connection.execute(insert(cases).values(**case, **kept))
        return report_id

    def set_task(self, report_id: str) -> str:
        """Let a colleague set a task; return its id."""
        task_id = secrets.token_hex(16)
        row = {"task_id": task_id, "report_id": report_id, "kind": "call", "due": DAY}
        made = {"made_by": self.colleague, "made": self.office.now()}
        with self.office.engine.begin() as connection:
            connection.execute(insert(tasks).values(**row, **made))
        return task_id

    def ask_approval(self, report_id: str) -> str:
        """Let a colleague ask to delete it, or, if it is none, for patterns; return the id."""
        approval_id, at = secrets.token_hex(16), self.office.now()
        kind = "delete" if report_id else "patterns"
        row = {"approval_id": approval_id, "kind": kind, "report_id": report_id}
        asked = {"asked_by": self.colleague, "asked": at, "reason": "mistake", "expires": at + 9999}
        with self.office.engine.begin() as connection:
            connection.execute(insert(approvals).values(**row, **asked))
        return approval_id


@contextmanager
def staged(folder: Path, empty_store: Path) -> Iterator[Stage]:
    """Yield a stage whose store is a copy of an empty one."""
    team_file, clock = folder / "team.toml", Clock()
    store = shutil.copy(empty_store, folder / "intake.db")
    keys = (new_identity().public_key, new_identity().public_key)
    team_file.write_text(example_team(*keys), encoding="utf-8")
    engine = make_engine(f"sqlite:///{store}")
    # What a crash of the machine would lose is no concern of a test.
    event.listen(engine, "connect", lambda one, _: one.execute("PRAGMA synchronous=OFF"))
    yield _filled(
        Office(
            engine=engine,
            team=read_team(team_file),
            queues=_queues(),
            origin=ORIGIN,
            passkey_name="console.example.org",
            clock=clock,
        ),
        clock,
    )
    engine.dispose()


@cache
def _queues() -> Mapping[str, str]:
    return load_flow().flow.queues


def _filled(office: Office, clock: Clock) -> Stage:
    readers = {role: new_identity() for role in ROLES}
    strangers = Recipient("Another team", new_identity().public_key)
    recovery = Recipient("Recovery", new_identity().public_key, recovery=True)
    mine = tuple(Recipient(role, one.public_key) for role, one in readers.items())
    checker = Recipient("checks", readers["supervisor"].public_key)
    team = dataclasses.replace(
        office.team,
        queues={"default": (strangers, recovery), OWN_QUEUE: (*mine, recovery)},
        conflict=(checker, recovery),
    )
    sealed_to = Recipients((*mine, recovery), (checker, recovery))
    envelope = seal(sample.summary(), sample.conflict(), sealed_to)
    office = dataclasses.replace(office, team=team)
    made = Stage(office, clock, sealed_to, envelope, keys=readers)
    for role, one in readers.items():
        made.staff[role] = _hire(made, role.title(), role, one.public_key)
    for who in ("expired", "disabled"):
        made.staff[who] = _hire(made, who.title(), "supervisor")
    made.colleague = _hire(made, "Colleague", "supervisor", made.colleagues_key)
    with made.office.engine.begin() as connection:
        people.disable(connection, office.now(), "terminal", made.staff["disabled"])
    # People belong to no team. She is changed and disabled, and whoever asks for things is not.
    made.own = {"person": made.staff["expired"]} | _about_a_report(made, OWN_QUEUE)
    made.foreign = _about_a_report(made, FOREIGN_QUEUE)
    return made


def _about_a_report(made: Stage, queue: str) -> dict[str, str]:
    report_id = made.arrive(queue)
    return {
        "report": report_id,
        "second": made.arrive(queue),
        "deletion": made.ask_approval(report_id),
        # A question about patterns is everybody's who works on reports; about a report it is not.
        "approval": made.ask_approval("" if queue == OWN_QUEUE else report_id),
        "task": made.set_task(report_id),
    }


def _hire(made: Stage, name: str, role: Role, key: str = "") -> str:
    at = made.office.now()
    with made.office.engine.begin() as connection:
        staff_id = people.add(connection, at, "terminal", name, role).staff_id
        if key:
            row = {"staff_id": staff_id, "purpose": "reader", "public_key": key}
            wrapped = b"age-encryption.org/v1\n"
            values = insert(identities).values(**row, by_passphrase=wrapped, created=at)
            connection.execute(values)
    return staff_id
