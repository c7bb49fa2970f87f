"""The pattern page's rules on the server: who is given what, and what takes two people."""

import json
from typing import Any

import pytest

from console.office import Office
from intake.audit.reading import all_links
from intake.boundary import ReceiptLock
from intake.casework.query import PAGE
from intake.envelope import seal
from intake.staff.people import Role
from intake.store import SqlIntake
from intake.tables import cases
from tests.console.casedesk import OURS, THEIRS, TODAY, CaseDesk, case_desk
from tests.console.staffing import Clock, Staff, signed_in
from tests.intake.sample import conflict, summary, triage

PATH = "/patterns/envelopes"


@pytest.fixture
async def desk(office: Office) -> CaseDesk:
    return await case_desk(office)


def place(desk: CaseDesk, number: int, finding: str = "clear", **places: str) -> str:
    """Put one more report into the store, checked for conflicts or not; return its id."""
    report_id = f"{number:032x}"
    queue = places.get("queue", "Q3_MET_CORE")
    columns = triage(report_id, queue=queue)
    sealed = seal(summary(columns), conflict(), desk.office.team.recipients_for(queue))
    lock = ReceiptLock(f"{number:06d}", report_id.encode())
    SqlIntake(desk.office.engine, b"secret", lambda: TODAY).submit(columns, sealed, lock)
    with desk.office.engine.begin() as connection:
        values = {"report_id": report_id, "status": "new", "conflict": finding, "version": 1}
        connection.execute(cases.insert().values(**values, clock_from=TODAY, keep_longer=False))
    return report_id


async def taken(who: Staff, after: str = "") -> dict[str, Any]:
    """Return the next reports as this person's page gets them."""
    answer = await who.post(PATH, {"after": after})
    assert answer.status_code == 200, answer.text
    page: dict[str, Any] = answer.json()
    return page


def links(desk: CaseDesk, act: str) -> list[dict[str, Any]]:
    """Return the details of what the chain holds of one act."""
    with desk.office.engine.begin() as connection:
        return [json.loads(one.detail) for one in all_links(connection) if one.act == act]


async def agree(desk: CaseDesk) -> str:
    """Let Ada ask and Sue agree; return the approval's id."""
    made = await desk.ada.post("/patterns/ask", {"reason": "court"})
    approval = str(made.json()["id"])
    assert await answered(desk.sue, approval) == 303
    return approval


async def answered(who: Staff, approval: str, granted: str = "yes") -> int:
    """Answer as a second person does; return the status."""
    return (await who.submit(f"/approvals/{approval}", granted=granted)).status_code


async def test_the_page_itself_shows_and_records_no_report(desk: CaseDesk) -> None:
    """Loading the page opens nothing, so nothing is recorded; its policy allows no markup."""
    page = await desk.ben.get("/patterns")
    assert page.status_code == 200
    assert "candour-worker" in page.headers["content-security-policy"]
    assert links(desk, "patterns_viewed") == []


async def test_only_what_was_checked_and_is_hers_is_given(desk: CaseDesk) -> None:
    """Unchecked, with a conflict, withdrawn, of another queue: left out, each by its own rule."""
    clear = place(desk, 1)
    for number, finding in ((2, "unchecked"), (3, "conflict")):
        place(desk, number, finding)
    place(desk, 4, queue="Q10_MINOR_NOW")
    gone = place(desk, 5)
    with desk.office.engine.begin() as connection:
        connection.exec_driver_sql(
            "UPDATE reports SET withdrawn = ? WHERE report_id = ?", (TODAY.isoformat(), gone)
        )
    page = await taken(desk.ben)
    assert [one["id"] for one in page["reports"]] == [clear]
    assert (await taken(desk.kit))["reports"] == []
    assert {OURS, THEIRS}.isdisjoint(one["id"] for one in page["reports"])


async def test_a_thousand_come_in_pieces_with_one_link_each(desk: CaseDesk) -> None:
    """Pages follow by id without a gap; the chain says which reports, once a page."""
    ids = [place(desk, number) for number in range(1, PAGE + 8)]
    first = await taken(desk.ben)
    second = await taken(desk.ben, first["after"])
    assert [one["id"] for one in first["reports"] + second["reports"]] == ids
    assert second["after"] == ""
    viewed = links(desk, "patterns_viewed")
    assert [one["count"] for one in viewed] == [PAGE, 7]
    assert [report_id for one in viewed for report_id in one["reports"]] == ids
    assert {one["officers"] for one in viewed} == {False}


async def test_taking_many_alone_is_told_and_with_a_second_person_it_is_known(
    desk: CaseDesk,
) -> None:
    """More than 30 in an hour without anybody's yes raises the alarm, once."""
    for number in range(1, 33):
        place(desk, number)
    await agree(desk)
    await taken(desk.ada)
    assert links(desk, "many_reads") == []
    await taken(desk.ben)
    await taken(desk.ben)
    assert links(desk, "many_reads") == [{"reports": 32}]


async def test_comparing_officers_takes_two_people(desk: CaseDesk, clock: Clock) -> None:
    """Without a second person's yes no officer is compared; it lasts 8 hours and no longer."""
    place(desk, 1)
    assert not (await taken(desk.ada))["officers"]
    approval = (await desk.ada.post("/patterns/ask", {"reason": "court"})).json()["id"]
    assert await answered(desk.ada, approval) == 409
    # Ben is no supervisor and checks no conflicts.
    assert await answered(desk.ben, approval) == 409
    assert not (await taken(desk.ada))["officers"]
    assert await answered(desk.sue, approval) == 303
    assert (await taken(desk.ada))["officers"]
    assert links(desk, "patterns_viewed")[-1]["officers"] is True
    # It is Ada's alone.
    assert not (await taken(desk.sue))["officers"]
    clock.at += 8 * 60 * 60 - 60
    await desk.ada.sign_in()
    assert (await taken(desk.ada))["officers"]
    clock.at += 61
    assert not (await taken(desk.ada))["officers"]


async def test_who_checks_no_conflicts_compares_no_officers(desk: CaseDesk) -> None:
    """A reader's timeline and counts need no yes, and a yes opens her no conflict card."""
    place(desk, 1)
    approval = (await desk.ben.post("/patterns/ask", {"reason": "court"})).json()["id"]
    assert await answered(desk.sue, approval) == 303
    page = await taken(desk.ben)
    assert len(page["reports"]) == 1
    assert not page["officers"]


async def test_a_refusal_counts_and_so_does_each_ones_own_page(desk: CaseDesk) -> None:
    """The page says who asked and who may answer; a no is a no."""
    approval = (await desk.ada.post("/patterns/ask", {"reason": "tracing"})).json()["id"]
    hers = (await desk.ada.get("/patterns/standing", script=True)).json()
    assert [one["id"] for one in hers["mine"]] == [approval]
    assert hers["checks"]
    sues = (await desk.sue.get("/patterns/standing", script=True)).json()
    assert [one["asked_name"] for one in sues["others"]] == ["Ada"]
    bens = (await desk.ben.get("/patterns/standing", script=True)).json()
    assert bens["others"] == []
    assert await answered(desk.sue, approval, "no") == 303
    after = (await desk.ada.get("/patterns/standing", script=True)).json()
    assert after["agreement"] is None
    assert after["mine"] == []


async def test_not_the_same_is_remembered_for_everybody(desk: CaseDesk) -> None:
    """Two ids, in either order, once, until taken back; what is not hers to see stays unseen."""
    one, other = place(desk, 1), place(desk, 2)
    for first, second in ((other, one), (one, other)):
        answer = await desk.ada.post("/patterns/not-same", {"first": first, "second": second})
        assert answer.status_code == 200
    remembered = await desk.ben.get("/patterns/not-same", script=True)
    assert remembered.json() == {"pairs": [[one, other]]}
    assert len(links(desk, "not_same")) == 1
    assert (await desk.kit.get("/patterns/not-same", script=True)).json() == {"pairs": []}
    back = {"first": other, "second": one, "back": True}
    for _ in range(2):
        assert (await desk.ben.post("/patterns/not-same", back)).status_code == 200
    assert (await desk.ada.get("/patterns/not-same", script=True)).json() == {"pairs": []}
    assert len(links(desk, "maybe_same")) == 1
    unseen = {"first": one, "second": THEIRS}
    assert (await desk.ada.post("/patterns/not-same", unseen)).status_code == 404
    same = {"first": one, "second": one}
    assert (await desk.ada.post("/patterns/not-same", same)).status_code == 409


async def test_a_report_sealed_to_her_anew_comes_with_its_own_hash(desk: CaseDesk) -> None:
    """What the browser compares is the SHA-256 of the very bytes it gets."""
    place(desk, 1)
    (row,) = (await taken(desk.ben))["reports"]
    assert len(row["hash"]) == 64
    assert set(row) == {"id", "triage", "status", "adds_to", "envelope", "hash"}


@pytest.mark.parametrize("after", ["x", "0" * 31, "' OR 1=1", "0" * 33])
async def test_a_cursor_that_is_no_id_is_refused(desk: CaseDesk, after: str) -> None:
    """The place where a page begins is an id or nothing."""
    assert (await desk.ben.post(PATH, {"after": after})).status_code == 400


@pytest.mark.parametrize("role", ["administrator", "auditor"])
async def test_who_reads_no_report_sees_no_pattern(office: Office, role: Role) -> None:
    """Administrators and auditors are refused, page and envelopes alike."""
    person = await signed_in(office, "Cleo", role)
    assert (await person.get("/patterns")).status_code == 403
    assert (await person.post(PATH)).status_code == 403
