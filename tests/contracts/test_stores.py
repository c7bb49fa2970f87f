"""One contract for every draft database: memory, SQLite, PostgreSQL."""

from dataclasses import replace

import pytest

from bot.stores import StaleRevision, Store
from bot.stores.memory import MemoryStore
from tests.contracts.draft_stores import store
from tests.contracts.rows import ANOTHER, DRAFT, HERS, REPORT, SWEEP

assert store  # the fixture


def test_an_update_is_new_once(store: Store) -> None:
    """An update id is new once, however far the ids jump, until it is forgotten."""
    with store.begin() as tx:
        assert tx.first_sight(2**40, at=10)
        assert tx.first_sight(3, at=20)
    with store.begin() as tx:
        assert not tx.first_sight(2**40, at=20)
        assert tx.forget_seen(before=20) == 1
        assert tx.first_sight(2**40, at=20)
        assert not tx.first_sight(3, at=30)


def test_failures_are_counted_until_forgotten(store: Store) -> None:
    """Each failed try of an update counts one more, apart for each update."""
    for tries in (1, 2, 3):
        with store.begin() as tx:
            assert tx.count_failure(7, "ValueError", at=10) == tries
    with store.begin() as tx:
        assert tx.count_failure(8, "KeyError", at=10) == 1
        assert tx.forget_seen(before=11) == 2
        assert tx.count_failure(7, "ValueError", at=12) == 1


def test_an_exception_undoes_everything(store: Store) -> None:
    """What a transaction did before an exception is as if it had never been."""

    def fail_at_the_end() -> None:
        with store.begin() as tx:
            tx.first_sight(1, at=1)
            tx.keep_draft(DRAFT)
            tx.keep_sweep(SWEEP)
            tx.raise_high_water(9)
            tx.put_outbox(REPORT)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_at_the_end()
    with store.begin() as tx:
        assert tx.first_sight(1, at=1)
        assert tx.drafts_of(HERS) == ()
        assert tx.sweep_of(HERS) is None
        assert tx.high_water() == 0
        assert not tx.waiting(REPORT.report_id)


def test_a_draft_comes_back_as_it_was_kept(store: Store) -> None:
    """A draft, and the closing row beside it, come back whole, newest touched first."""
    closing = replace(DRAFT, id="c" * 32, kind="closing", left=True, shown=True, touched_at=2**33)
    with store.begin() as tx:
        tx.hold([ANOTHER, HERS])
        tx.keep_draft(DRAFT)
        tx.keep_draft(closing)
        tx.keep_draft(replace(DRAFT, id="a" * 32, owner=ANOTHER))
    with store.begin() as tx:
        assert tx.drafts_of(HERS) == (closing, DRAFT)
        assert tx.draft_ids() == {"a" * 32, "c" * 32, "d" * 32}
        tx.drop_draft(DRAFT.id)
        tx.drop_draft(DRAFT.id)
        assert tx.drafts_of(HERS) == (closing,)


@pytest.mark.parametrize("late", [1, 2, 4])
def test_a_late_writer_changes_nothing(store: Store, late: int) -> None:
    """A revision that does not follow the stored one is refused and the stored one stays."""
    second = replace(DRAFT, revision=2, sealed=b"later words")
    with store.begin() as tx:
        tx.keep_draft(DRAFT)
        tx.keep_draft(second)
    with pytest.raises(StaleRevision), store.begin() as tx:
        tx.keep_draft(replace(DRAFT, revision=late))
    with store.begin() as tx:
        assert tx.drafts_of(HERS) == (second,)


def test_a_deleted_draft_is_not_revived(store: Store) -> None:
    """A turn that began before the draft was deleted cannot bring it back."""
    with store.begin() as tx:
        tx.keep_draft(DRAFT)
        tx.drop_draft(DRAFT.id)
    with pytest.raises(StaleRevision), store.begin() as tx:
        tx.keep_draft(replace(DRAFT, revision=2))


def test_only_the_shown_revision_is_shown(store: Store) -> None:
    """A card that reached the phone late does not hide that a newer one has not."""
    second = replace(DRAFT, revision=2)
    other = replace(DRAFT, id="a" * 32, touched_at=DRAFT.touched_at + 1)
    with store.begin() as tx:
        for row in (DRAFT, second, other):
            tx.keep_draft(row)
        tx.mark_shown(DRAFT.id, 1)
        assert tx.unshown() == (other, second)
        tx.mark_shown(DRAFT.id, 2)
        tx.mark_shown("f" * 32, 1)
        assert tx.unshown() == (other,)


def test_drafts_end_on_the_second(store: Store) -> None:
    """A draft is over in the second it was promised to end, not before; the oldest first."""
    older = replace(DRAFT, id="a" * 32, owner=ANOTHER, ends_at=DRAFT.ends_at - 5)
    with store.begin() as tx:
        tx.keep_draft(DRAFT)
        tx.keep_draft(older)
        assert tx.ended(older.ends_at - 1) == ()
        assert tx.ended(DRAFT.ends_at - 1) == (older,)
        assert tx.ended(DRAFT.ends_at) == (older, DRAFT)
        assert tx.ended(DRAFT.ends_at, limit=1) == (older,)


def test_the_sweep_list_is_one_row_an_owner(store: Store) -> None:
    """Keeping a sweep list again replaces it; due ones come longest due first."""
    later = replace(SWEEP, sealed=b"more ids", due_at=200, tries=1)
    other = replace(SWEEP, owner=ANOTHER, due_at=150)
    with store.begin() as tx:
        tx.keep_sweep(SWEEP)
        tx.keep_sweep(later)
        tx.keep_sweep(other)
        assert tx.sweep_of(HERS) == later
        assert tx.due_sweeps(149, limit=9) == ()
        assert tx.due_sweeps(200, limit=9) == (other, later)
        assert tx.due_sweeps(200, limit=1) == (other,)
        tx.drop_sweep(HERS)
        tx.drop_sweep(HERS)
        assert tx.sweep_of(HERS) is None


def test_high_water_only_rises(store: Store) -> None:
    """The highest message id seen never goes back."""
    for message_id, highest in ((5, 5), (3, 5), (2**33, 2**33)):
        with store.begin() as tx:
            tx.raise_high_water(message_id)
            assert tx.high_water() == highest


def test_a_report_waits_until_it_is_handed_over(store: Store) -> None:
    """A queued report is due, is postponed after a failed try, and goes when it is stored."""
    with store.begin() as tx:
        tx.put_outbox(REPORT)
    with store.begin() as tx:
        assert tx.due_outbox(59, limit=9) == ()
        assert tx.due_outbox(60, limit=9) == (REPORT,)
        tx.postpone_outbox(REPORT.report_id, 90)
        tx.postpone_outbox("f" * 32, 90)
    with store.begin() as tx:
        assert tx.due_outbox(89, limit=9) == ()
        assert tx.due_outbox(90, limit=9) == (replace(REPORT, next_try_at=90, tries=1),)
        assert tx.waiting(REPORT.report_id)
        tx.drop_outbox(REPORT.report_id)
        tx.drop_outbox(REPORT.report_id)
        assert not tx.waiting(REPORT.report_id)


def test_a_report_is_queued_once(store: Store) -> None:
    """The same report id cannot be queued over a report that waits."""
    with store.begin() as tx:
        tx.put_outbox(REPORT)
    with pytest.raises(ValueError, match="queued already"), store.begin() as tx:
        tx.put_outbox(replace(REPORT, envelope=b"other"))
    with store.begin() as tx:
        assert tx.due_outbox(60, limit=9) == (REPORT,)


def test_no_row_shows_what_it_holds() -> None:
    """The repr of a row names no owner, no blob, no code and no triage column."""
    shown = repr((DRAFT, SWEEP, REPORT, MemoryStore()))
    for hidden in ("hhhh", "sealed words", "sealed ids", "age", "123456", "lock", "{}"):
        assert hidden not in shown
    assert DRAFT.id in shown
