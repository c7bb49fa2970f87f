"""What every implementation of the intake boundary promises: the same tests on each."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Engine

from intake import Found, Intake, ReceiptLock, WillNeverWork
from intake.commands.setting_up import MIGRATIONS
from intake.memory import MemoryIntake
from intake.migrate import upgrade
from intake.receipts import grouped, lock
from intake.register import Register
from intake.store import SqlIntake
from tests.intake.sample import triage

SECRET = b"s" * 32
CODE = "12345678901234567890"
ENVELOPE = b"age-encryption.org/v1\n".ljust(17_000, b"x")
OTHER = b"age-encryption.org/v1\n".ljust(17_000, b"y")
RECEIPT = lock(CODE, SECRET)
NOWHERE = "99999978901234567890"


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def intake(
    request: pytest.FixtureRequest,
    new_address: Callable[[str], str],
    open_engine: Callable[..., Engine],
) -> Intake:
    if request.param == "memory":
        return MemoryIntake(SECRET)
    engine = open_engine(new_address(request.param))
    upgrade(engine, MIGRATIONS)
    return SqlIntake(engine, SECRET)


def test_a_report_arrives(intake: Intake) -> None:
    """A report handed over is found by its code, with the word arrived."""
    intake.submit(triage(), ENVELOPE, RECEIPT)
    assert intake.status(CODE) == Found(triage().report_id, "arrived")
    assert intake.status(grouped(CODE)) == Found(triage().report_id, "arrived")


def test_the_same_again_is_stored(intake: Intake) -> None:
    """The same report handed over again changes nothing and is no error."""
    intake.submit(triage(), ENVELOPE, RECEIPT)
    intake.submit(triage(), ENVELOPE, RECEIPT)
    assert intake.status(CODE) == Found(triage().report_id, "arrived")


def test_another_envelope_under_the_same_id_is_refused(intake: Intake) -> None:
    """The same id with another envelope is refused for good, and the first one stays."""
    intake.submit(triage(), ENVELOPE, RECEIPT)
    with pytest.raises(WillNeverWork, match="another envelope"):
        intake.submit(triage(), OTHER, RECEIPT)
    intake.submit(triage(), ENVELOPE, RECEIPT)


@pytest.mark.parametrize("code", [NOWHERE, CODE[:-1] + "1", "", "1", CODE + "0", "not a code"])
def test_every_other_code_finds_nothing(intake: Intake, code: str) -> None:
    """An unknown code, a wrong end, and no code at all get the same answer: nothing."""
    intake.submit(triage(), ENVELOPE, RECEIPT)
    assert intake.status(code) is None
    assert intake.withdraw(code) is None


def test_look_up_digits_may_be_shared(intake: Intake) -> None:
    """Two reports with the same first six digits are told apart by the other fourteen."""
    second_code = CODE[:6] + "0" * 14
    second = triage("ab" * 16)
    intake.submit(triage(), ENVELOPE, RECEIPT)
    intake.submit(second, OTHER, lock(second_code, SECRET))
    assert intake.status(CODE) == Found(triage().report_id, "arrived")
    assert intake.status(second_code) == Found(second.report_id, "arrived")


def test_withdrawing_twice_is_withdrawing_once(intake: Intake) -> None:
    """Withdrawal asks staff to delete; the code still works, and asking again is the same."""
    intake.submit(triage(), ENVELOPE, RECEIPT)
    assert intake.withdraw(CODE) == Found(triage().report_id, "arrived")
    assert intake.withdraw(CODE) == Found(triage().report_id, "arrived")
    assert intake.status(CODE) == Found(triage().report_id, "arrived")


BAD = {
    "id": (replace(triage(), report_id="12"), ENVELOPE),
    "queue": (replace(triage(), queue="core; DROP"), ENVELOPE),
    "priority": (replace(triage(), priority=5), ENVELOPE),
    "Monday": (replace(triage(), due_week=date(2026, 12, 1)), ENVELOPE),
    "size": (triage(), ENVELOPE[:9000]),
    "sealed": (triage(), b"{" * 17_000),
}


@pytest.mark.parametrize("fault", BAD)
def test_what_the_bot_cannot_have_sent_is_refused(intake: Intake, fault: str) -> None:
    """A misshapen triage row, or something unsealed, is refused with the reason, and not kept."""
    columns, envelope = BAD[fault]
    with pytest.raises(WillNeverWork, match=fault):
        intake.submit(columns, envelope, RECEIPT)
    assert intake.status(CODE) is None


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_a_deleted_report_stays_deleted(
    kind: str, new_address: Callable[[str], str], open_engine: Callable[..., Engine]
) -> None:
    """A hand-over repeated after staff deleted the report is answered as stored, and kept out."""
    engine = open_engine(new_address(kind))
    upgrade(engine, MIGRATIONS)
    upgrade(engine, MIGRATIONS)
    intake, register = SqlIntake(engine, SECRET), Register(engine)
    intake.submit(triage(), ENVELOPE, RECEIPT)
    register.delete(triage().report_id[:6], alone="withdrawn")
    intake.submit(triage(), ENVELOPE, RECEIPT)
    assert register.arrivals() == ()
    assert intake.status(CODE) is None


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_the_register_shows_and_marks(
    kind: str, new_address: Callable[[str], str], open_engine: Callable[..., Engine]
) -> None:
    """Staff see the triage columns in order of urgency; their word reaches the reporter's code."""
    engine = open_engine(new_address(kind))
    upgrade(engine, MIGRATIONS)
    intake = SqlIntake(engine, SECRET, today=lambda: date(2026, 11, 22))
    register = Register(engine)
    calm = replace(triage("aa" * 16), priority=4, due_week=None)
    later = replace(triage("bb" * 16), priority=0, due_week=None)
    sooner = replace(triage("cc" * 16), priority=0)
    for number, columns in enumerate((calm, later, sooner)):
        intake.submit(columns, ENVELOPE, lock(f"{number}" * 20, SECRET))
    assert [one.triage for one in register.arrivals()] == [sooner, later, calm]
    register.mark("aaaa", "contact_us")
    intake.withdraw("0" * 20)
    assert intake.status("0" * 20) == Found(calm.report_id, "contact_us")
    last = register.arrivals()[-1]
    assert (last.word, last.withdrawn) == ("contact_us", date(2026, 11, 22))
    assert register.report("bb").envelope == ENVELOPE


def test_a_receipt_shows_nothing_of_itself() -> None:
    """Neither a lock nor what it looks up by stands in its repr."""
    assert "1234" not in repr(ReceiptLock("123456", b"1234"))


def test_a_code_withdraws_what_was_added_to_its_report_too(intake: Intake) -> None:
    """An addition is kept under the same code, and goes with it."""
    other = replace(triage(), report_id="f" * 32, received=date(2036, 11, 23))
    intake.submit(triage(), ENVELOPE, RECEIPT)
    intake.submit(other, OTHER, RECEIPT)
    assert intake.status(CODE) == Found(triage().report_id, "arrived")
    assert intake.withdraw(CODE) == Found(triage().report_id, "arrived")


@pytest.mark.parametrize("ids", [("1" * 32, "f" * 32), ("f" * 32, "1" * 32)])
def test_of_one_day_the_report_that_arrived_first_is_the_first(
    intake: Intake, ids: tuple[str, str]
) -> None:
    """What she hears for her code is how her report stands, not what she added that day."""
    for report_id, sealed in zip(ids, (ENVELOPE, OTHER), strict=True):
        intake.submit(replace(triage(), report_id=report_id), sealed, RECEIPT)
    assert intake.status(CODE) == Found(ids[0], "arrived")
