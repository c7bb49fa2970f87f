"""What every person of the staff sees of the reports: on SQLite and on PostgreSQL."""

from datetime import date, timedelta

import pytest
from sqlalchemy import insert

from intake import TryLater
from intake.casework import Actor, Casework, Desk, readable_queues
from intake.casework.arrivals import arrivals
from intake.casework.counts import counts
from intake.casework.lines import Line
from intake.casework.monday import monday_screen
from intake.casework.news import since
from intake.casework.query import Query, read_cursor, read_query
from intake.casework.statuses import set_status
from intake.casework.tasks import add_task
from intake.tables import resealed
from tests.contracts.casework import ADA, ANN, AT, BEA, KIT, OLU, SUE, TODAY, Store, key, team

MONDAY = date(2026, 11, 23)


def ids(found: tuple[Line, ...]) -> list[int]:
    return [int(line.report_id, 16) for line in found]


def shown(store: Store, actor: Actor, query: Query | None = None) -> list[int]:
    with store.begin(actor) as desk:
        return ids(arrivals(desk, query or Query()).lines)


def test_a_person_sees_the_queues_of_her_key(store: Store) -> None:
    """A queue with readers of its own is theirs alone; all others are the default readers'."""
    store.arrive(1)
    store.arrive(2, queue="Q10_MINOR_NOW")
    store.arrive(3, queue="Q15_OUT_OF_SCOPE")
    assert shown(store, ANN) == [1, 3]
    assert shown(store, KIT) == [2]
    assert shown(store, SUE) == [1, 2, 3]


def test_a_role_that_reads_no_report_sees_none(store: Store) -> None:
    """An administrator or auditor sees nothing, though a key of hers stood in the team file."""
    store.arrive(1)
    assert shown(store, ADA) == shown(store, OLU) == []


def test_without_a_key_there_is_nothing_to_see(store: Store) -> None:
    """Whoever has not made a key yet sees no report."""
    store.arrive(1)
    assert shown(store, Actor("f" * 32, "new", "supervisor")) == []
    assert "Q3_MET_CORE" not in readable_queues(team(), "")


def test_a_re_sealed_report_is_seen_too(store: Store) -> None:
    """What a colleague sealed to her key, of a queue that is not hers, is on her list."""
    report_id = store.arrive(1)
    row = {"report_id": report_id, "part": "report", "public_key": key("kit"), "sealed": b"age"}
    with store.engine.begin() as connection:
        connection.execute(insert(resealed).values(**row, made_by="ann", made=AT))
    assert shown(store, KIT) == [1]


def test_the_most_urgent_come_first(store: Store) -> None:
    """By priority, then the soonest week due and those without one last, then the oldest."""
    week, day = timedelta(days=7), timedelta(days=1)
    store.arrive(1, priority=3, due_week=MONDAY)
    store.arrive(2, priority=1)
    store.arrive(3, priority=1, due_week=MONDAY + week)
    store.arrive(4, priority=1, due_week=MONDAY)
    store.arrive(5, priority=1, received=TODAY - day)
    assert shown(store, ANN) == [4, 3, 5, 2, 1]


def test_pages_hold_every_report_once(store: Store) -> None:
    """Walking from page to page meets every report once, in the order of the whole list."""
    for number in range(120):
        due = MONDAY + timedelta(days=7 * (number % 3)) if number % 4 else None
        received = TODAY - timedelta(days=number % 2)
        store.arrive(number, priority=number % 2 * 3, due_week=due, received=received)
    met: list[Line] = []
    after, pages = None, 0
    while after is not None or not pages:
        with store.begin(ANN) as desk:
            page = arrivals(desk, Query(), after)
        met += page.lines
        pages += 1
        after = page.after and read_cursor(str(page.after))
        assert after == page.after
    assert pages == 3
    assert sorted(ids(tuple(met))) == list(range(120))
    order = [(m.priority, m.due_week or date.max, m.received, m.report_id) for m in met]
    assert order == sorted(order)


FILTERS: dict[str, tuple[Query, dict[str, object]]] = {
    "queue": (Query(queue="Q9_PPDA"), {"queue": "Q9_PPDA"}),
    "priority": (Query(priority=0), {"priority": 0}),
    "language": (Query(language="cy"), {"language": "cy"}),
    "age": (Query(older_than=30), {"received": TODAY - timedelta(days=30)}),
    "due this week": (Query(due="this_week"), {"due_week": MONDAY}),
    "overdue": (Query(due="this_week"), {"due_week": MONDAY - timedelta(days=14)}),
    "due next week": (Query(due="next_week"), {"due_week": MONDAY + timedelta(days=7)}),
    "code": (Query(lookup="271828"), {"lookup": "271828"}),
}


@pytest.mark.parametrize("name", FILTERS)
def test_a_filter_leaves_the_others_out(store: Store, name: str) -> None:
    """Each filter shows what fits it and nothing else."""
    query, columns = FILTERS[name]
    store.arrive(1)
    store.arrive(2, **columns)
    assert shown(store, ANN, query) == [2]


def test_unread_is_what_nobody_has_opened(store: Store) -> None:
    """A report whose word is still "arrived" is unread; the status of an untouched one is new."""
    store.arrive(1)
    store.arrive(2, word="read")
    assert shown(store, ANN, Query(unread=True)) == [1]
    assert shown(store, ANN, Query(status="new", assignee="nobody")) == [1, 2]
    assert shown(store, ANN, Query(status="closed")) == []


def test_filters_are_read_from_a_request(store: Store) -> None:
    """What is no filter, or no value of one, is left out: nothing a browser sends is an error."""
    given = {"queue": "Q9_PPDA", "priority": "1", "unread": "yes", "status": "lost", "x": "y"}
    assert read_query(given) == Query(queue="Q9_PPDA", priority=1, unread=True)
    assert read_query({"label": "\x00", "older_than": "-1", "lookup": "12345"}) == Query()
    for text in ("", "1", "9__2026-11-23_" + "a" * 32, "1_2026-99-99_2026-11-23_" + "a" * 32):
        assert read_cursor(text) is None
    del store


def test_digits_of_a_code_stay_off_the_chain(store: Store) -> None:
    """Looking for a code is recorded as that; the digits are not."""
    store.arrive(1, lookup="271828")
    assert shown(store, ANN, Query(lookup="271828")) == [1]
    (link,) = store.links()
    assert link.act == "found_by_code"
    assert "271828" not in link.detail
    assert "271828" not in repr(Query(lookup="271828"))


def test_an_addition_is_filed_with_its_first_report(store: Store) -> None:
    """Reports under one receipt code belong together; the six digits alone do not say so."""
    first = store.arrive(1, lookup="111111", lock=b"k" * 32, received=TODAY - timedelta(days=9))
    added = store.arrive(2, lookup="111111", lock=b"k" * 32, queue="Q16_ADDITION")
    store.arrive(3, lookup="111111")
    with store.begin(ANN) as desk:
        found = {line.report_id: line for line in arrivals(desk, Query()).lines}
    assert found[first].additions == (added,)
    assert found[added].adds_to == first
    assert sum(bool(line.adds_to or line.additions) for line in found.values()) == 2


def test_of_one_day_the_order_of_arrival_tells_which_adds_to_which(store: Store) -> None:
    """The ids of reports are drawn by chance: they say nothing of what came first."""
    added = store.arrive(1, lookup="111111", lock=b"k" * 32, earlier=1)
    first = store.arrive(2, lookup="111111", lock=b"k" * 32)
    with store.begin(ANN) as desk:
        found = {line.report_id: line for line in arrivals(desk, Query()).lines}
    assert found[first].additions == (added,)
    assert found[added].adds_to == first


def test_an_addition_does_not_tell_of_a_report_she_may_not_see(store: Store) -> None:
    """Where the first report is not hers to see, the addition stands alone."""
    store.arrive(1, queue="Q10_MINOR_NOW", lookup="111111", lock=b"k" * 32)
    store.arrive(2, lookup="111111", lock=b"k" * 32)
    with store.begin(ANN) as desk:
        (line,) = arrivals(desk, Query()).lines
    assert line.adds_to is None


def test_counts_are_of_what_she_may_see(store: Store) -> None:
    """Counted by priority and by status; an untouched report is new, a closed one not urgent."""
    store.arrive(1)
    store.arrive(2, priority=0)
    store.arrive(3, queue="Q10_MINOR_NOW")
    closed = store.arrive(4, priority=0)
    with store.begin(ANN) as desk:
        set_status(desk, closed, 0, "closed", "duplicate")
        found = counts(desk)
    assert found.still_open == 2
    assert dict(found.by_priority) == {2: 1, 0: 1}
    assert dict(found.by_status) == {"new": 2, "closed": 1}
    assert shown(store, ANN, Query(status="open")) == [2, 1]
    assert shown(store, ANN) == [2, 4, 1]


def test_monday_begins_with_what_cannot_wait(store: Store) -> None:
    """Unread safety and deadline reports with the days waited; what is due; what was withdrawn."""
    store.arrive(1, queue="Q0_SAFETY", priority=0, received=TODAY - timedelta(days=3))
    store.arrive(2, queue="Q1_DEADLINE", priority=1, due_week=MONDAY)
    store.arrive(3, queue="Q0_SAFETY", priority=0, word="read")
    store.arrive(4, due_week=MONDAY + timedelta(days=7))
    due = store.arrive(5, withdrawn=TODAY)
    with store.begin(ANN) as desk:
        task_id = add_task(desk, due, "call", TODAY)
        add_task(desk, due, "write", TODAY + timedelta(days=9))
        screen = monday_screen(desk)
    assert [(line.waited, int(line.report_id, 16)) for line in screen.unread] == [(3, 1), (0, 2)]
    assert ids(screen.due_this_week) == [2]
    assert ids(screen.due_next_week) == [4]
    assert [task.task_id for task in screen.tasks] == [task_id]
    assert ids(screen.withdrawn) == [5]


def test_what_came_since_is_told(store: Store) -> None:
    """A page that asks with its token hears of arrivals, withdrawals and changes, once each."""
    first = store.arrive(1)

    def news(desk: Desk, token: str) -> tuple[str, tuple[object, ...]]:
        found = since(desk, token)
        return found.token, (found.arrived, found.withdrawn, found.changed)

    with store.begin(ANN) as desk:
        token, found = news(desk, "")
        assert found == (0, 0, ())
    store.arrive(2, withdrawn=TODAY)
    with store.begin(BEA) as desk:
        add_task(desk, first, "call", TODAY)
    with store.begin(ANN) as desk:
        token, found = news(desk, token)
        assert found == (1, 1, (first,))
        assert news(desk, token)[1] == (0, 0, ())
    with store.begin(KIT) as desk:
        assert news(desk, "0.0.0")[1] == (0, 0, ())


def test_a_store_that_is_away_says_so_without_values(store: Store) -> None:
    """A database at fault raises TryLater, and its sentence quotes nothing."""
    with store.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE cases RENAME TO elsewhere")
    with (
        pytest.raises(TryLater, match="did not answer") as caught,
        Casework(store.engine, team()).begin(ANN, AT, TODAY) as desk,
    ):
        arrivals(desk, Query(language="canary", status="opened"))
    assert "canary" not in str(caught.value)
