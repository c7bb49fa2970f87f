"""Handing the invented reports over, into the intake store of a demonstration and no other."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import Engine, select

from bot.identity import FILE, read_bot_identity
from bot.opening import settings_of
from bot.sealing import Sealer
from flows.loading import load_flow
from intake.boundary import ReceiptLock, Triage
from intake.engines import make_engine
from intake.receipts import read_receipt_key
from intake.settings import IntakeSettings
from intake.store import SqlIntake
from intake.tables import reports, tombstones
from intake.team import Team, read_team
from sandbox.demonstration import LOUD
from sandbox.reports.people import Person, read_people
from sandbox.reports.walking import Walking


class NotTheDemonstration(Exception):  # noqa: N818 - why it refuses
    """The team file is not the one that `make run` made."""


def place_reports(settings: IntakeSettings, today: date) -> int:
    """Put what is missing into the intake store and return how many reports that were.

    Days count back from the first run, so that a later one fits in what a broken-off one left.
    What staff have deleted stays deleted. Raises NotTheDemonstration before anything is opened.
    """
    team = demonstration_team(settings.team_file)
    people = read_people()
    engine = make_engine(settings.intake_database_url)
    try:
        there = _there(engine, people)
        missing = frozenset(person.id for person in people) - there.keys()
        if missing:
            walking = _walking(settings, team, _first_run(people, there, today))
            for person in people:
                _place(engine, walking, person, wanted=person.id in missing)
        return len(missing)
    finally:
        engine.dispose()


def demonstration_team(path: Path) -> Team:
    """Return the team; NotTheDemonstration unless both its marks say that nothing here is real."""
    remedy = "Invented reports go into the store of a demonstration alone: see `make run`."
    if not path.exists() or not path.read_text(encoding="utf-8").startswith(LOUD):
        raise NotTheDemonstration(f"{path} is not a team file that `make run` made. {remedy}")
    team = read_team(path)
    if not team.example:
        raise NotTheDemonstration(f"{path} says that it is not an example. {remedy}")
    return team


def _there(engine: Engine, people: Sequence[Person]) -> Mapping[str, date | None]:
    """Return who was placed before, with the day received; None for what was deleted since."""
    names = {person.report_id: person.id for person in people}
    kept = select(reports.c.report_id, reports.c.received)
    gone = select(tombstones.c.report_id)
    with engine.connect() as connection:
        rows = [(row.report_id, row.received) for row in connection.execute(kept)]
        rows += [(report_id, None) for report_id in connection.scalars(gone)]
    return {names[report_id]: day for report_id, day in rows if report_id in names}


def _first_run(people: Sequence[Person], there: Mapping[str, date | None], today: date) -> date:
    for person in people:
        received = there.get(person.id)
        if received:
            return received + timedelta(days=person.ago)
    return today


def _walking(settings: IntakeSettings, team: Team, day_0: date) -> Walking:
    moves = load_flow()
    sealer = Sealer(moves.flow, team, read_receipt_key(settings.receipt_key_file))
    setting = settings_of(team, moves, lambda: 0.0)()
    bot_key = read_bot_identity(settings.data_dir / FILE).public_key
    return Walking(moves, sealer, setting, bot_key, day_0)


def _place(engine: Engine, walking: Walking, person: Person, *, wanted: bool) -> None:
    """Walk one report, and hand it over if it is `wanted`; another may add to it either way."""
    draft = walking.sent(person)
    if not wanted:
        return
    row = walking.sealed(person, draft)
    intake = SqlIntake(engine, walking.secret, lambda: walking.day(person.withdrawn or 0))
    triage = Triage.from_dict(json.loads(row.triage))
    intake.submit(triage, row.envelope, ReceiptLock(row.lookup, row.lock))
    if person.withdrawn is not None:
        intake.withdraw(walking.code(person))
