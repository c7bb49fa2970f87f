"""The invented reports of `make run`: what they show, and that they go nowhere else."""

import json
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from sqlalchemy import Engine, select
from typer.testing import CliRunner

from bot.settings import BotSettings
from flows.loading import load_flow
from flows.model import Flow
from intake.commands.setting_up import MIGRATIONS
from intake.engines import make_engine
from intake.envelope import unseal, unseal_conflict
from intake.identities import open_identity
from intake.migrate import upgrade
from intake.register import Arrival, Register
from intake.settings import IntakeSettings
from intake.tables import cases
from locales.compiling import compile_all
from sandbox.__main__ import app
from sandbox.demonstration import (
    LOUD,
    PASSPHRASE,
    colleague_path,
    identity_path,
    prepare_demonstration,
)
from sandbox.reports import NotTheDemonstration, Person, placing, read_people
from sandbox.reports.hand import LostTheWay
from sandbox.reports.working import work
from sandbox.serving import FAKE_TOKEN

SCHEMA = Path(__file__).parents[2] / "docs/envelope-v1.schema.json"
DAY_0 = date(2026, 11, 22)
MANY = 70
# Ofcom's numbers for drama; nobody has one of these.
DRAMA = "07700 900"


@dataclass(frozen=True, slots=True)
class Placed:
    """A demonstration with its invented reports, opened."""

    settings: BotSettings
    engine: Engine
    count: int
    arrivals: tuple[Arrival, ...]
    opened: dict[str, dict[str, Any]]
    cards: dict[str, dict[str, Any] | None]


@pytest.fixture(scope="module")
def placed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Placed]:
    compile_all()
    data = tmp_path_factory.mktemp("invented") / "var"
    settings = BotSettings(
        data_dir=data, telegram_bot_token=FAKE_TOKEN, telegram_api_url="http://127.0.0.1:1"
    )
    prepare_demonstration(settings)
    count = placing.place_reports(settings, DAY_0)
    lawyer = open_identity(identity_path(data), PASSPHRASE)
    engine = make_engine(settings.intake_database_url)
    register = Register(engine)
    names = {person.report_id: person.id for person in read_people()}
    opened, cards = {}, {}
    for one in register.arrivals():
        name = names[one.triage.report_id]
        opened[name] = unseal(register.report(one.triage.report_id).envelope, lawyer)
        cards[name] = unseal_conflict(opened[name], lawyer)
    yield Placed(settings, engine, count, register.arrivals(), opened, cards)
    engine.dispose()


@pytest.fixture(scope="module")
def flow() -> Flow:
    return load_flow().flow


def test_there_are_seventy_and_the_lawyer_opens_each(placed: Placed) -> None:
    """Seventy arrive, and each opens with the demonstration's key and fits the published schema."""
    validator = Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert placed.count == len(placed.arrivals) == len(placed.opened) == MANY
    faults = {
        name: [error.json_path for error in validator.iter_errors(one)]
        for name, one in placed.opened.items()
    }
    assert {name: found for name, found in faults.items() if found} == {}


def test_the_columns_are_those_inside(placed: Placed) -> None:
    """What stands in plain text is what was sealed, days of arrival included."""
    inside = {one["record_id"]: one["triage"] for one in placed.opened.values()}
    assert {a.triage.report_id: a.triage.as_dict() for a in placed.arrivals} == inside
    days = {person.report_id: DAY_0 - timedelta(days=person.ago) for person in read_people()}
    assert {a.triage.report_id: a.triage.received for a in placed.arrivals} == days


def test_every_queue_and_every_priority_is_there(placed: Placed, flow: Flow) -> None:
    """No queue of the routing rules is empty, and each priority that they give is shown."""
    given = {flag.priority for flag in flow.flags}
    assert {a.triage.queue for a in placed.arrivals} == set(flow.queues)
    assert {a.triage.priority for a in placed.arrivals} == given
    assert {a.triage.language for a in placed.arrivals} == {"en", "cy", "pl", "ur"}


def test_ways_and_troubles(placed: Placed) -> None:
    """Each way to be reached is there, additions of both kinds, what was taken back, no words."""
    methods = Counter(str(one["contact"]["method"]) for one in placed.opened.values())
    assert {"phone", "sms", "email", "post", "chat", "i_will_contact", ""} == set(methods)
    firsts = {one["record_id"] for one in placed.opened.values()}
    added = [one for one in placed.opened.values() if one["adds_to"]]
    assert len(added) >= 5
    assert {one["adds_to"] for one in added} <= firsts
    assert "Q16_ADDITION" in {one["route"]["queue"] for one in added}
    assert {one["route"]["queue"] for one in added} != {"Q16_ADDITION"}
    assert sum(a.withdrawn is not None for a in placed.arrivals) == 2
    states = {
        answer["state"]
        for one in placed.opened.values()
        for block in one["blocks"]
        for answer in block["answers"]
    }
    assert {"answered", "skipped", "dont_know", "not_asked", "withheld"} <= states


def test_one_officer_is_named_in_many_ways(placed: Placed) -> None:
    """The same invented name comes in spellings, by number, station, vehicle and looks."""
    words = {
        name: " ".join(str(answer["text"]) for answer in card.values())
        for name, card in placed.cards.items()
        if card
    }
    officers = {name: said for name, said in words.items() if "Hal" in said}
    spellings = ("Mark Halloran", "Det Con M Halloran", "Halleran", "O'Halloran", "Haloran")
    assert all(any(one in said for said in officers.values()) for one in spellings)
    for trace in ("4471", "Marlowe St", "QX19"):
        assert sum(trace in said for said in words.values()) >= 2, trace


def test_something_is_due_now_and_something_is_late(placed: Placed) -> None:
    """Reports are due this week and next, and one of months ago is overdue."""
    monday = DAY_0 - timedelta(days=DAY_0.weekday())
    due = {a.triage.due_week for a in placed.arrivals}
    assert {monday, monday + timedelta(weeks=1), None} <= due
    assert any(week and week < monday - timedelta(weeks=12) for week in due)


def test_nobody_real_can_be_reached(placed: Placed) -> None:
    """Every number is one kept for drama, every address one that nobody has."""
    values = [str(one["contact"]["value"]) for one in placed.opened.values()]
    assert [
        value
        for value in values
        if value and not (value.startswith(DRAMA) or "@example.org" in value or "Example" in value)
    ] == []


def test_a_second_run_adds_nothing(placed: Placed) -> None:
    """A month later nothing comes anew, and what staff have deleted stays deleted."""
    later = DAY_0 + timedelta(days=30)
    assert placing.place_reports(placed.settings, later) == 0
    assert Register(placed.engine).arrivals() == placed.arrivals


def test_what_was_broken_off_is_completed(
    placed: Placed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Days go on counting from the first run; a deleted report does not come back."""
    few = read_people()[:3]
    settings = IntakeSettings(
        data_dir=placed.settings.data_dir,
        team_file=placed.settings.team_file,
        intake_database_url=f"sqlite:///{tmp_path / 'intake.sqlite3'}",
    )
    engine = make_engine(settings.intake_database_url)
    upgrade(engine, MIGRATIONS)
    for count, expected, today in ((2, 2, DAY_0), (3, 1, DAY_0 + timedelta(days=5))):
        monkeypatch.setattr(placing, "read_people", lambda count=count: few[:count])
        assert placing.place_reports(settings, today) == expected
    register = Register(engine)
    received = {a.triage.report_id: a.triage.received for a in register.arrivals()}
    assert received == {one.report_id: DAY_0 - timedelta(days=one.ago) for one in few}
    register.delete(few[0].report_id, "other")
    assert placing.place_reports(settings, DAY_0) == 0
    engine.dispose()


@pytest.mark.parametrize("change", ["not loud", "not an example", "missing"])
def test_a_real_team_is_refused(placed: Placed, tmp_path: Path, change: str) -> None:
    """Nothing goes anywhere unless the team file carries both marks of the demonstration."""
    text = placed.settings.team_file.read_text(encoding="utf-8")
    changed = {
        "not loud": text.removeprefix(LOUD),
        "not an example": text.replace("\nexample = true", "\nexample = false"),
        "missing": "",
    }[change]
    team = tmp_path / "team.toml"
    if changed:
        team.write_text(changed, encoding="utf-8")
    assert changed != text
    url = f"sqlite:///{tmp_path / 'intake.sqlite3'}"
    settings = IntakeSettings(data_dir=tmp_path, team_file=team, intake_database_url=url)
    with pytest.raises(NotTheDemonstration, match="demonstration alone"):
        placing.place_reports(settings, DAY_0)
    assert not (tmp_path / "intake.sqlite3").exists()


def test_the_command_refuses_in_a_sentence(tmp_path: Path) -> None:
    """In a folder that `make run` did not make, the command says why it does nothing."""
    done = CliRunner().invoke(app, ["reports", "--data", str(tmp_path)])
    assert done.exit_code == 1
    assert "demonstration alone: see `make run`" in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("day", [date(2027, 1, 1), date(2027, 2, 28), date(2028, 2, 29)])
def test_the_answers_fit_on_every_day(placed: Placed, day: date) -> None:
    """On whichever day it is first run, everybody finds the way to Send."""
    team = placing.demonstration_team(placed.settings.team_file)
    walking = placing._walking(placed.settings, team, day)
    assert all(walking.sent(person).consents for person in read_people())


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        ({"body": "ew-metropolitan-police-service", "methd": "phone"}, "never asked methd"),
        ({"relation": "slef"}, "no 'slef' on relation"),
        ({"body": ["leeds", "leeds-police"]}, "nothing was kept: body"),
    ],
)
def test_answers_that_do_not_fit_are_found(
    placed: Placed, answers: dict[str, Any], why: str
) -> None:
    """A misspelt card, a misspelt button and words that led nowhere each name their place."""
    team = placing.demonstration_team(placed.settings.team_file)
    walking = placing._walking(placed.settings, team, DAY_0)
    with pytest.raises(LostTheWay, match=why):
        walking.sent(Person(id="planted", ago=0, answers=answers))


def test_staff_have_worked_on_them(placed: Placed, tmp_path: Path) -> None:
    """Reports stand in many statuses, and some still wait for their conflict check."""
    store = shutil.copy(placed.settings.data_dir / "intake.sqlite3", tmp_path / "intake.db")
    engine = make_engine(f"sqlite:///{store}")
    team = placing.demonstration_team(placed.settings.team_file)
    worked = work(engine, team, placed.settings.data_dir, DAY_0)
    assert worked > 30
    with engine.connect() as connection:
        stood = Counter(connection.scalars(select(cases.c.status)).all())
    assert {"opened", "contacting", "in_contact", "taken_on", "closed"} <= set(stood)
    waiting = work(engine, team, placed.settings.data_dir, DAY_0)
    engine.dispose()
    # One in ten waits, with what was added to it.
    assert 0 < waiting < worked / 4


def test_a_folder_of_before_the_console_still_gets_them(tmp_path: Path) -> None:
    """Where the team file knows no colleague, the reports arrive, and nobody works on them."""
    data = tmp_path / "var"
    settings = BotSettings(
        data_dir=data, telegram_bot_token=FAKE_TOKEN, telegram_api_url="http://127.0.0.1:1"
    )
    prepare_demonstration(settings)
    colleague_path(data).unlink()
    done = CliRunner().invoke(app, ["reports", "--data", str(data)])
    assert done.exit_code == 0, done.output
    assert f"{MANY} invented reports" in done.stdout
