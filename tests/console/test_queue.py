"""`/queue`: what staff see of what came in, and what they can do with several reports at once."""

import csv
import io
import re
from datetime import timedelta

import pytest

from console.office import Office
from intake.casework.statuses import set_status
from intake.casework.tasks import add_task
from tests.console.deskwork import at_desk, opened
from tests.console.staffing import Clock
from tests.contracts.casework import ADA, ANN, KIT, OLU, SUE, TODAY, Store


@pytest.fixture
def desk(office: Office, clock: Clock) -> tuple[Store, Office]:
    return opened(office.engine, clock)


def listed(page: str) -> list[str]:
    """Return the ids in the list's rows, in order; not the model that the script copies."""
    shown, _, _ = page.partition("<template")
    return re.findall(r'<tr data-report="([0-9a-f]{32})"', shown)


async def test_the_most_urgent_come_first(desk: tuple[Store, Office]) -> None:
    """A person sees the reports of her queues, the most urgent first, then the oldest."""
    store, office = desk
    calm = store.arrive(1, priority=4, received=TODAY - timedelta(days=9))
    young = store.arrive(2, priority=0)
    old = store.arrive(3, priority=0, received=TODAY - timedelta(days=3))
    page = (await at_desk(office, ANN).get("/queue")).text
    assert listed(page) == [old, young, calm]
    assert "3 days" in page
    assert "Met Police, public" in page


async def test_what_is_not_hers_is_not_there(desk: tuple[Store, Office]) -> None:
    """A queue whose readers do not include her is neither listed, nor counted, nor found."""
    store, office = desk
    child = store.arrive(7, queue="Q10_MINOR_NOW", priority=0)
    assert listed((await at_desk(office, KIT).get("/queue")).text) == [child]
    ann = at_desk(office, ANN)
    page = (await ann.get("/queue")).text
    assert listed(page) == []
    assert "<strong>0</strong>" in page
    assert child not in (await ann.submit("/queue/find", lookup="000007")).text


@pytest.mark.parametrize("actor", [ADA, OLU], ids=["administrator", "auditor"])
async def test_who_looks_after_people_or_the_chain_sees_no_list(
    desk: tuple[Store, Office], actor: object
) -> None:
    """Administrators and auditors have no list of reports."""
    _, office = desk
    answer = await at_desk(office, actor).get("/queue")  # type: ignore[arg-type]  # one of the team
    assert answer.status_code == 403


async def test_filters_stand_in_the_address(desk: tuple[Store, Office]) -> None:
    """A filtered list can be kept as a bookmark: its address says nothing secret."""
    store, office = desk
    store.arrive(1)
    polish = store.arrive(2, language="pl", received=TODAY - timedelta(days=30))
    ann = at_desk(office, ANN)
    assert listed((await ann.get("/queue?language=pl&older_than=28")).text) == [polish]
    assert listed((await ann.get("/queue?language=zz&nonsense=1")).text) == []


async def test_what_is_closed_is_asked_for(desk: tuple[Store, Office]) -> None:
    """A closed report is in no list but those that name it, and is found by its id all the same."""
    store, office = desk
    waiting = store.arrive(1)
    closed = store.arrive(2, priority=0)
    with store.begin(ANN) as work:
        set_status(work, closed, 0, "closed", "duplicate")
    ann = at_desk(office, ANN)
    assert listed((await ann.get("/queue")).text) == [waiting]
    assert listed((await ann.get("/queue?priority=0")).text) == []
    assert listed((await ann.get("/queue?status=closed")).text) == [closed]
    assert listed((await ann.get("/queue?status=all")).text) == [closed, waiting]
    assert closed in listed((await ann.submit("/queue/find", lookup=closed[:8])).text)
    table = list(csv.reader(io.StringIO((await ann.submit("/queue/csv")).text)))
    assert len(table) == 2


async def test_a_code_is_looked_for_but_never_in_an_address(desk: tuple[Store, Office]) -> None:
    """The six digits that somebody reads out find the report; an address with them is ignored."""
    store, office = desk
    wanted = store.arrive(123456)
    store.arrive(2)
    ann = at_desk(office, ANN)
    assert listed((await ann.submit("/queue/find", lookup="123 456")).text) == [wanted]
    assert len(listed((await ann.get("/queue?lookup=123456")).text)) == 2
    assert "Ask for the digits once more" in (await ann.submit("/queue/find", lookup="999999")).text


async def test_what_arrives_is_told_without_a_reload(desk: tuple[Store, Office]) -> None:
    """A page asks what is new: nothing while nothing came, then the list with the new report."""
    store, office = desk
    store.arrive(1)
    ann = at_desk(office, ANN)
    found = re.search(r'data-news="([0-9.]+)"', (await ann.get("/queue")).text)
    assert found
    quiet = (await ann.get(f"/queue/lines?news={found[1]}", script=True)).json()
    assert quiet["rows"] is None
    new = store.arrive(2, priority=0)
    told = (await ann.get(f"/queue/lines?news={quiet['news']}", script=True)).json()
    assert told["arrived"] == 1
    assert told["rows"][0]["id"] == new


async def test_asking_what_is_new_keeps_no_session_alive(
    desk: tuple[Store, Office], clock: Clock
) -> None:
    """A page that nobody touches asks on, and is signed out after a quarter of an hour."""
    _, office = desk
    ann = at_desk(office, ANN)
    for _ in range(16):
        clock.at += 60
        answer = await ann.get("/queue/lines?news=1.1.1", script=True)
    assert answer.status_code == 401


async def test_several_are_given_to_a_person_at_once(desk: tuple[Store, Office]) -> None:
    """A supervisor gives several reports to somebody and labels them in one step."""
    store, office = desk
    ids = [store.arrive(number) for number in range(3)]
    sue = at_desk(office, SUE)
    chosen = [f"{one}:0" for one in ids[:2]]
    answer = await sue.client.post(
        "/queue/bulk",
        data={
            "token": sue.token,
            "seen": chosen,
            "assignee": ANN.staff_id,
            "label": "interpreter",
        },
        headers={"Origin": office.origin, "Sec-Fetch-Site": "same-origin"},
    )
    assert answer.status_code == 303
    page = (await sue.get(f"/queue?assignee={ANN.staff_id}&label=interpreter")).text
    assert sorted(listed(page)) == sorted(ids[:2])


async def test_one_stale_choice_stops_them_all(desk: tuple[Store, Office]) -> None:
    """If somebody changed one of them in between, none is changed, and she is told who it was."""
    store, office = desk
    ids = [store.arrive(number) for number in range(2)]
    sue, ann = at_desk(office, SUE), at_desk(office, ANN)
    mine = {"seen": f"{ids[0]}:0", "assignee": ANN.staff_id}
    assert (await ann.submit("/queue/bulk", **mine)).status_code == 303
    answer = await sue.client.post(
        "/queue/bulk",
        data={
            "token": sue.token,
            "seen": [f"{one}:0" for one in ids],
            "assignee": SUE.staff_id,
        },
        headers={"Origin": office.origin, "Sec-Fetch-Site": "same-origin"},
    )
    assert answer.status_code == 409
    assert "ann changed this report" in answer.text
    assert listed((await sue.get(f"/queue?assignee={SUE.staff_id}")).text) == []


async def test_the_table_holds_triage_columns_alone(
    desk: tuple[Store, Office], clock: Clock
) -> None:
    """The list goes out as seven columns, to whoever has just shown her passkey."""
    store, office = desk
    ids = [store.arrive(number) for number in range(60)]
    ann = at_desk(office, ANN)
    answer = await ann.submit("/queue/csv")
    rows = list(csv.reader(io.StringIO(answer.text)))
    assert rows[0] == [
        "report_id",
        "received",
        "queue",
        "priority",
        "due_week",
        "language",
        "consent_version",
    ]
    assert sorted(row[0] for row in rows[1:]) == ids
    clock.at += 6 * 60
    later = await ann.submit("/queue/csv")
    assert later.status_code == 403
    assert later.headers["Candour-Step-Up"] == "required"


async def test_this_week_shows_what_cannot_wait(desk: tuple[Store, Office]) -> None:
    """Unread safety and deadline reports, what is due, and who asked to be deleted."""
    store, office = desk
    safety = store.arrive(1, queue="Q0_SAFETY", priority=0)
    due = store.arrive(2, due_week=TODAY - timedelta(days=TODAY.weekday()))
    gone = store.arrive(3, withdrawn=TODAY)
    calm = store.arrive(4)
    page = (await at_desk(office, ANN).get("/monday")).text
    assert listed(page) == [safety, due, gone]
    assert calm not in page


@pytest.mark.parametrize(("queue", "priority"), [("Q10_MINOR_NOW", 0), ("Q12_GENERAL", 1)])
async def test_this_week_begins_with_what_is_urgent_in_any_queue(
    desk: tuple[Store, Office], queue: str, priority: int
) -> None:
    """What nobody has read and is to be seen now or today stands first, whatever its queue."""
    store, office = desk
    urgent = store.arrive(1, queue=queue, priority=priority)
    store.arrive(2, queue=queue, priority=priority, word="read")
    store.arrive(3, queue=queue, priority=2)
    assert listed((await at_desk(office, SUE).get("/monday")).text) == [urgent]


async def test_tasks_are_split_by_who_has_them(desk: tuple[Store, Office]) -> None:
    """Hers come first, then nobody's, then other people's: each with its queue and its person."""
    store, office = desk
    report_id = store.arrive(1)
    with store.begin(SUE) as work:
        add_task(work, report_id, "write", TODAY, assignee=ANN.staff_id)
        add_task(work, report_id, "limit", TODAY - timedelta(days=1))
    page = (await at_desk(office, ANN).get("/monday")).text
    yours, _, free = page.partition("With nobody yet")
    assert "Yours" in yours
    assert "Write to the person" in yours
    assert "Check a time limit" in free
    assert "overdue" in free
    assert "Met Police, public" in free
    assert "With others" in (await at_desk(office, SUE).get("/monday")).text


@pytest.mark.parametrize("typed", ["12", "65ffdd", "nonsense", "\u0663" * 6])
async def test_what_cannot_be_looked_for_is_said(desk: tuple[Store, Office], typed: str) -> None:
    """Too few digits, or signs that no code has: what was typed stays, and a line says why."""
    store, office = desk
    one = store.arrive(1)
    page = (await at_desk(office, ANN).submit("/queue/find", lookup=typed)).text
    assert "Type the first six digits" in page
    assert f'value="{typed}"' in page
    assert listed(page) == [one]


async def test_an_id_finds_its_report_too(desk: tuple[Store, Office]) -> None:
    """The eight signs that the list shows find the report; eight digits may be a code as well."""
    store, office = desk
    wanted = store.arrive(int("65ffddf2" + "0" * 24, 16), lookup="000001")
    digits = store.arrive(int("12345678" + "0" * 24, 16), lookup="000002")
    coded = store.arrive(3, lookup="123456")
    ann = at_desk(office, ANN)
    for typed in ("65ffddf2", "65FF DDF2", wanted):
        assert listed((await ann.submit("/queue/find", lookup=typed)).text) == [wanted]
    both = (await ann.submit("/queue/find", lookup="12345678")).text
    assert sorted(listed(both)) == sorted([digits, coded])


async def test_what_is_looked_for_stands_in_no_address(desk: tuple[Store, Office]) -> None:
    """However many reports have these digits, no link of the page carries them."""
    store, office = desk
    for number in range(60):
        store.arrive(number, lookup="123456")
    page = (await at_desk(office, ANN).submit("/queue/find", lookup="123456")).text
    assert len(listed(page)) == 50
    assert not re.search(r'href="[^"]*123456', page)


@pytest.mark.parametrize(
    ("weeks", "mark"), [(0, ""), (1, "act this week"), (2, "overdue"), (30, "overdue")]
)
async def test_a_row_says_when_its_day_is_near_or_over(
    desk: tuple[Store, Office], weeks: int, mark: str
) -> None:
    """The Monday of the list lies a week before the day: a row is overdue only after that week."""
    store, office = desk
    monday = TODAY - timedelta(days=TODAY.weekday())
    store.arrive(1, due_week=monday - timedelta(weeks=weeks))
    page = (await at_desk(office, ANN).get("/queue")).text
    assert f'data-field="pressing">{mark}</span>' in page
    assert "Look at it from the week of" in page


async def test_work_is_offered_to_nobody_who_cannot_read(desk: tuple[Store, Office]) -> None:
    """Who looks after people or the chain, or has no key, is not among those to give reports to."""
    _, office = desk
    page = (await at_desk(office, SUE).get("/queue")).text
    _, _, bulk = page.partition('id="b-assignee"')
    offered, _, _ = bulk.partition("</select>")
    assert ANN.staff_id in offered
    assert ADA.staff_id not in offered
    assert OLU.staff_id not in offered
