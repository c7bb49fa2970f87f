"""`/retention`, what the console tells by itself, and who may answer."""

import dataclasses
import secrets
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select, update

from console.keeping_up import Keeping, tell_if_broken, tell_what_is_due
from console.office import Office
from intake.audit import record
from intake.audit.reading import all_links
from intake.retention.returned import read_deletions
from intake.settings import AuditSettings
from intake.staff.people import Role
from intake.tables import approvals, audit, cases, identities, reports, staff_alerts, tombstones
from tests.console.staffing import Clock, Staff, signed_in

DAY = 24 * 60 * 60


def arrive(office: Office, received: date, *, queue: str = "Q3_MET_CORE", **columns: object) -> str:
    """Let a report arrive on that day; return its id."""
    report_id = secrets.token_hex(16)
    row = {
        "report_id": report_id,
        "received": received,
        "queue": queue,
        "priority": 2,
        "due_week": None,
        "language": "en",
        "consent_version": "2026-11",
        "envelope": b"x" * 100,
        "envelope_hash": b"h" * 32,
        "lookup": report_id[:6],
        "lock": secrets.token_bytes(32),
        "word": "arrived",
        **columns,
    }
    with office.engine.begin() as connection:
        connection.execute(insert(reports).values(**row))
    return report_id


def touched(office: Office, report_id: str, **columns: object) -> None:
    """Give a report its row of the table of cases."""
    row = {"status": "opened", "conflict": "clear", "version": 1, "keep_longer": False, **columns}
    with office.engine.begin() as connection:
        connection.execute(insert(cases).values(report_id=report_id, **row))


async def reader(office: Office, name: str) -> Staff:
    """Return a supervisor, signed in, whose key the team file names."""
    person = await signed_in(office, name, "supervisor")
    with office.engine.begin() as connection:
        taken = connection.scalar(select(func.count(identities.c.staff_id))) or 0
        # One key of the team file is one person's.
        key = office.team.queues["default"][taken].key
        row = {"staff_id": person.staff_id, "purpose": "reader", "by_passphrase": b"w"}
        connection.execute(insert(identities).values(**row, public_key=key, created=0))
    return person


def ask(office: Office, asked_by: str, kind: str, report_id: str = "") -> str:
    """Put a question to a second person; return its id."""
    approval_id = secrets.token_hex(16)
    row = {"approval_id": approval_id, "kind": kind, "report_id": report_id, "reason": "court"}
    times = {"asked": office.now(), "expires": office.now() + DAY}
    with office.engine.begin() as connection:
        connection.execute(insert(approvals).values(**row, asked_by=asked_by, **times))
    return approval_id


def waiting_alerts(office: Office) -> list[str]:
    """Return the kinds of what waits to be brought to staff."""
    with office.engine.begin() as connection:
        return list(connection.scalars(select(staff_alerts.alerts.c.kind)))


@pytest.fixture
def today(office: Office) -> date:
    return office.today()


async def test_what_is_due_is_shown_the_soonest_first(office: Office, today: date) -> None:
    """Over, then soon; each with its clock, the day, and what the reporter was told."""
    over = arrive(office, today - timedelta(days=200))
    soon = arrive(office, today - timedelta(days=175))
    young = arrive(office, today - timedelta(days=10))
    ada = await reader(office, "Ada")
    page = (await ada.get("/retention")).text
    assert page.index(over) < page.index(soon)
    assert young not in page
    assert "New: 6 months after" in page
    assert "kept until" in page
    assert "kept longer than told" in page


async def test_a_withdrawal_stands_on_top_with_the_copies_made(office: Office, today: date) -> None:
    """Its own clock, and who took a copy and has to destroy it."""
    report_id = arrive(office, today - timedelta(days=3), withdrawn=today - timedelta(days=8))
    over = arrive(office, today - timedelta(days=300))
    ada = await reader(office, "Ada")
    with office.engine.begin() as connection:
        record(connection, office.now(), ada.staff_id, "exported", report_id, form="pdf")
    page = (await ada.get("/retention")).text
    assert page.index(report_id) < page.index(over)
    assert "answer in 7 days" in page
    assert "1 day ago" in page
    assert "Ada made a copy of a report outside the store" in page


async def test_marks_say_what_keeps_a_report(office: Office, today: date) -> None:
    """A legal hold and a wish to keep it longer are marked, in words."""
    ada = await reader(office, "Ada")
    long_ago = today - timedelta(days=1200)
    held = arrive(office, long_ago)
    touched(office, held, clock_from=long_ago, held_by=ada.staff_id, keep_longer=True)
    page = (await ada.get("/retention")).text
    assert "legal hold" in page
    assert "wish to keep longer" in page
    assert "Kept longer for a joint claim: 36 months" in page


async def test_what_is_not_hers_is_not_listed(office: Office, today: date) -> None:
    """Whoever has no key of a queue's readers sees no report, and it is on the chain how many."""
    report_id = arrive(office, today - timedelta(days=300))
    ada = await signed_in(office, "Ada", "supervisor")
    assert report_id not in (await ada.get("/retention")).text
    with office.engine.connect() as connection:
        (last,) = [link for link in all_links(connection) if link.act == "due_viewed"]
    assert (last.who, last.details) == (ada.staff_id, {"count": 0})


@pytest.mark.parametrize("role", ["caseworker", "administrator", "auditor"])
async def test_only_supervisors_see_the_list(office: Office, role: Role) -> None:
    """The list is the supervisors'; everybody else is refused."""
    person = await signed_in(office, "Eve", role)
    assert (await person.get("/retention")).status_code == 403


async def test_a_question_about_a_report_leads_to_its_page(office: Office, today: date) -> None:
    """It is answered beside the report, not here; one's own is never answered by oneself."""
    report_id = arrive(office, today)
    ada, bea = await reader(office, "Ada"), await reader(office, "Bea")
    ask(office, bea.staff_id, "delete", report_id)
    assert "Answer on the report" in (await ada.get("/retention")).text
    assert "You asked: another person answers" in (await bea.get("/retention")).text


async def test_a_question_about_patterns_is_answered_here(office: Office) -> None:
    """Agree or refuse with a plain form; then it waits no longer."""
    ada, bea = await signed_in(office, "Ada", "supervisor"), await signed_in(office, "Bea")
    wanted = ask(office, bea.staff_id, "patterns")
    path = f"/approvals/{wanted}"
    assert path in (await ada.get("/retention")).text
    answer = await ada.submit(path, granted="yes")
    assert (answer.status_code, answer.headers["location"]) == (303, "/retention")
    with office.engine.connect() as connection:
        row = connection.execute(select(approvals)).one()
    assert (row.granted, row.answered_by) == (True, ada.staff_id)
    assert path not in (await ada.get("/retention")).text
    assert (await ada.submit(path, granted="yes")).status_code == 404


async def test_nobody_answers_herself_nor_by_guessing(office: Office, today: date) -> None:
    """One's own question, a report's, one that is not there, and no clear answer change nothing."""
    ada = await reader(office, "Ada")
    bea = await signed_in(office, "Bea")
    mine = ask(office, ada.staff_id, "patterns")
    about = ask(office, bea.staff_id, "delete", arrive(office, today))

    async def answered(person: Staff, approval: str, granted: str = "yes") -> int:
        return (await person.submit(f"/approvals/{approval}", granted=granted)).status_code

    assert await answered(ada, mine) == 409
    assert await answered(ada, about) == 404
    assert await answered(ada, "0" * 32) == 404
    assert await answered(ada, mine, "perhaps") == 400
    assert await answered(bea, mine) == 409
    with office.engine.connect() as connection:
        assert set(connection.scalars(select(approvals.c.granted))) == {None}


def test_staff_are_told_once_a_day_of_what_is_over(office: Office, clock: Clock) -> None:
    """Each day while something is over its time; once a day, however often the console looks."""
    arrive(office, office.today() - timedelta(days=300))
    for _ in range(3):
        tell_what_is_due(office)
    assert waiting_alerts(office) == ["retention_due"]
    clock.at += DAY
    tell_what_is_due(office)
    assert waiting_alerts(office) == ["retention_due"] * 2


def test_what_only_ends_soon_is_told_once(office: Office, clock: Clock) -> None:
    """What came onto the list is told when it comes, and not again before its time is over."""
    arrive(office, office.today() - timedelta(days=172))
    tell_what_is_due(office)
    clock.at += DAY
    tell_what_is_due(office)
    assert waiting_alerts(office) == ["retention_due"]
    clock.at += 14 * DAY
    tell_what_is_due(office)
    assert waiting_alerts(office) == ["retention_due"] * 2


def test_a_hold_rings_once(office: Office, clock: Clock) -> None:
    """What lies on hold is told of once: an alarm each day for years is heard by nobody."""
    long_ago = office.today() - timedelta(days=300)
    touched(office, arrive(office, long_ago), clock_from=long_ago, held_by="a" * 32)
    for _ in range(5):
        tell_what_is_due(office)
        clock.at += DAY
    assert waiting_alerts(office) == ["retention_due"]


def test_nothing_due_is_nothing_told(office: Office) -> None:
    """Young reports ring nowhere."""
    arrive(office, office.today())
    tell_what_is_due(office)
    assert waiting_alerts(office) == []


def test_a_broken_chain_is_told(office: Office) -> None:
    """A whole chain rings nowhere; a changed link does."""
    with office.engine.begin() as connection:
        record(connection, office.now(), "terminal", "due_viewed", count=0)
    tell_if_broken(office)
    assert waiting_alerts(office) == []
    with office.engine.begin() as connection:
        connection.execute(update(audit).values(act="listed"))
    tell_if_broken(office)
    assert waiting_alerts(office) == ["audit_broken"]


def test_an_anchor_file_that_is_gone_is_told(office: Office, tmp_path: Path) -> None:
    """Whoever cut the chain would take the anchors away too; once a day, and the look goes on."""
    gone = dataclasses.replace(office, anchors=(tmp_path / "gone",))
    tell_if_broken(gone)
    assert waiting_alerts(gone) == ["audit_broken"]


async def test_the_audit_page_says_where_it_was_compared(office: Office, tmp_path: Path) -> None:
    """It claims no place outside where none is set, and names a file that it could not compare."""
    auditor = await signed_in(office, "Olu", "auditor")
    assert "written nowhere outside the store" in (await auditor.get("/audit")).text
    gone = dataclasses.replace(office, anchored=True, anchors=(tmp_path / "gone",))
    elsewhere = await signed_in(gone, "Uma", "auditor")
    page = (await elsewhere.submit("/audit/verify")).text
    assert "The newest hash is written outside the store" in page
    assert "nothing was compared with it" in page
    assert "The chain is whole" in page
    assert waiting_alerts(gone) == ["audit_broken"]


async def test_the_auditor_s_check_tells_too(office: Office) -> None:
    """Whoever presses the button and finds the chain broken is not the only one to hear of it."""
    auditor = await signed_in(office, "Olu", "auditor")
    with office.engine.begin() as connection:
        connection.execute(update(audit).values(act="listed"))
    page = await auditor.submit("/audit/verify")
    assert "The chain is broken" in page.text
    assert waiting_alerts(office) == ["audit_broken"]


def test_the_daily_look_waits_for_the_morning(office: Office, clock: Clock, tmp_path: Path) -> None:
    """Before eight nothing rings; after it once a day, and a place that fails stops nothing."""
    gone = AuditSettings(data_dir=tmp_path, audit_anchor_file=tmp_path / "gone" / "anchors")
    arrive(office, office.today() - timedelta(days=300))
    with office.engine.begin() as connection:
        record(connection, office.now(), "terminal", "due_viewed", count=0)
    midnight = datetime.combine(office.today(), datetime.min.time(), tzinfo=UTC).timestamp()
    keeping = Keeping(office, gone)
    clock.at = midnight + DAY + 60
    keeping.round()
    assert waiting_alerts(office) == []
    clock.at = midnight + DAY + 8 * 3600
    for _ in range(3):
        keeping.round()
    assert waiting_alerts(office) == ["retention_due"]


def test_what_was_deleted_is_written_outside(office: Office, tmp_path: Path) -> None:
    """Soon after a deletion in the console its id stands outside the database."""
    row = {"report_id": "a" * 32, "deleted": office.today(), "reason": "withdrawn"}
    with office.engine.begin() as connection:
        connection.execute(insert(tombstones).values(**row))
    Keeping(office, AuditSettings(data_dir=tmp_path)).round()
    (one,), _ = read_deletions(tmp_path / "deletions.jsonl")
    assert (one.report_id, one.deleted, one.reason) == tuple(row.values())
