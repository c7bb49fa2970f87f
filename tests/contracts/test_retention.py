"""When a report ends, what keeps it, and who may delete it: on SQLite and PostgreSQL."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from intake.audit.reading import all_links
from intake.casework import NoSuchReport
from intake.casework.statuses import set_status
from intake.retention.clock import Due, clock_of, due
from intake.retention.holding import keep_longer, touch
from intake.retention.terms import Term, add_months
from intake.tables import (
    cases,
    reports,
)
from tests.contracts.casework import BEA, KIT, TODAY, Store, team
from tests.contracts.retaining import LONG_AGO, case

TERMS = replace(
    team().retention,
    statuses={**team().retention.statuses, "closed": Term(months=3), "new": Term(days=30)},
)


def on_list(store: Store, today: date = TODAY) -> dict[str, Due]:
    with store.engine.connect() as connection:
        return {one.report_id: one for one in due(connection, TERMS, today)}


def clock(store: Store, report_id: str) -> Due:
    with store.engine.connect() as connection:
        found = clock_of(connection, TERMS, report_id)
    assert found is not None
    return found


def test_each_status_has_its_own_clock(store: Store) -> None:
    """Counted from the last thing done: untouched from its arrival, by its status after that."""
    untouched, closed = store.arrive(1, received=LONG_AGO), store.arrive(2, received=LONG_AGO)
    case(store, closed, status="closed", clock_from=date(2026, 8, 31))
    assert clock(store, untouched).ends == LONG_AGO + timedelta(days=30)
    found = clock(store, closed)
    assert (found.ends, found.term, found.by_status) == (
        date(2026, 11, 30),
        Term(months=3),
        "closed",
    )
    assert found.warn_from == date(2026, 11, 16)
    assert clock(store, untouched).told == date(2026, 7, 31)
    with store.engine.connect() as connection:
        assert clock_of(connection, TERMS, "f" * 32) is None


def test_the_list_warns_before_and_puts_the_soonest_first(store: Store) -> None:
    """On the list from warn_days before the end; what is over stays on it, before the rest."""
    ends = TODAY + timedelta(days=14)
    for number, day in enumerate((ends, ends + timedelta(days=1), TODAY), 1):
        store.arrive(number, received=day - timedelta(days=30))
    assert list(on_list(store)) == [f"{3:032x}", f"{1:032x}"]
    assert len(on_list(store, TODAY + timedelta(days=1))) == 3
    with store.engine.connect() as connection:
        hers = due(connection, TERMS, TODAY, only=reports.c.report_id == f"{1:032x}")
    assert [one.report_id for one in hers] == [f"{1:032x}"]


def test_either_side_starts_the_clock_anew(store: Store) -> None:
    """A status, an addition under the same code and a touch each count from their own day."""
    first = store.arrive(1, received=LONG_AGO)
    case(store, first, clock_from=LONG_AGO)
    with store.begin(BEA) as desk:
        set_status(desk, first, 1, "contacting")
    assert clock(store, first).clock_from == TODAY
    later = TODAY + timedelta(days=40)
    added = store.arrive(2, received=later, lookup=f"{1:06d}", lock=(1).to_bytes(32, "big"))
    assert clock(store, first).clock_from == later
    assert clock(store, first).same_code == (added,)
    assert clock(store, first).told == add_months(later, 6)
    with store.engine.begin() as connection:
        touch(connection, added, later + timedelta(days=2))
        touch(connection, added, later)
        touch(connection, "f" * 32, later)
        assert connection.scalars(select(cases.c.report_id)).all() == [first, added]
    assert clock(store, first).clock_from == later + timedelta(days=2)


def test_one_code_is_kept_as_long_as_its_longest(store: Store) -> None:
    """An addition to a report that legal work began on is kept with it."""
    first = store.arrive(1, received=LONG_AGO)
    added = store.arrive(2, received=LONG_AGO, lookup=f"{1:06d}", lock=(1).to_bytes(32, "big"))
    store.arrive(3, received=LONG_AGO, lookup=f"{1:06d}")
    case(store, first, status="taken_on", clock_from=LONG_AGO)
    assert clock(store, added).by_status == "taken_on"
    assert clock(store, added).ends == add_months(LONG_AGO, 84)
    assert list(on_list(store)) == [f"{3:032x}"], "the same first digits are another's code"


def test_a_withdrawal_has_its_own_clock(store: Store) -> None:
    """It is on the list at once, whatever the status or a wish says, and a hold is shown on it."""
    report_id = store.arrive(1, withdrawn=TODAY - timedelta(days=2))
    case(store, report_id, status="taken_on", clock_from=TODAY, keep_longer=True, held_by="x")
    found = on_list(store)[report_id]
    assert (found.why, found.ends, found.held) == ("withdrawn", TODAY + timedelta(days=5), True)


def test_a_wish_for_a_joint_claim_is_honoured(store: Store) -> None:
    """Said by whoever opened it, once, for all under the code; it can be taken back."""
    report_id = store.arrive(1, received=LONG_AGO)
    assert report_id in on_list(store)
    with store.begin(BEA) as desk:
        assert keep_longer(desk, report_id, wished=True)
        assert not keep_longer(desk, report_id, wished=True)
    assert on_list(store) == {}
    found = clock(store, report_id)
    assert (found.why, found.ends) == ("keep_longer", add_months(LONG_AGO, 36))
    with store.begin(BEA) as desk:
        assert keep_longer(desk, report_id, wished=False)
    assert report_id in on_list(store)
    with pytest.raises(NoSuchReport), store.begin(KIT) as desk:
        keep_longer(desk, report_id, wished=True)
    with store.engine.connect() as connection:
        acts = [one.act for one in all_links(connection)]
    assert acts == ["kept_longer", "kept_longer"]
