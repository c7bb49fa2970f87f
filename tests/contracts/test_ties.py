"""What every draft database promises of ties: memory, SQLite, PostgreSQL."""

from dataclasses import replace

import pytest

from bot.stores import StaleRevision, Store
from tests.contracts.draft_stores import store
from tests.contracts.rows import ANOTHER, HERS, TIE

assert store  # the fixture


def test_a_tie_comes_back_as_it_was_kept(store: Store) -> None:
    """Each owner has her own ties, whole, in order of their ids."""
    second = replace(TIE, id="a" * 32)
    with store.begin() as tx:
        tx.keep_tie(TIE)
        tx.keep_tie(second)
        tx.keep_tie(replace(TIE, id="b" * 32, owner=ANOTHER))
    with store.begin() as tx:
        assert tx.ties_of(HERS) == (second, TIE)
        assert tx.tie_ids() == {"a" * 32, "b" * 32, "t" * 32}
        assert tx.draft_ids() == frozenset()
        tx.drop_tie(TIE.id)
        tx.drop_tie(TIE.id)
        assert tx.ties_of(HERS) == (second,)


@pytest.mark.parametrize("late", [1, 2, 4])
def test_a_late_writer_changes_no_tie(store: Store, late: int) -> None:
    """A revision that does not follow the stored one is refused and the stored one stays."""
    second = replace(TIE, revision=2, sealed=b"later")
    with store.begin() as tx:
        tx.keep_tie(TIE)
        tx.keep_tie(second)
    with pytest.raises(StaleRevision), store.begin() as tx:
        tx.keep_tie(replace(TIE, revision=late))
    with store.begin() as tx:
        assert tx.ties_of(HERS) == (second,)


def test_an_ended_tie_is_not_revived(store: Store) -> None:
    """A courier that looked before she stopped it cannot bring it back."""
    with store.begin() as tx:
        tx.keep_tie(TIE)
        tx.drop_tie(TIE.id)
    with pytest.raises(StaleRevision), store.begin() as tx:
        tx.keep_tie(replace(TIE, revision=2))
    with store.begin() as tx:
        assert tx.tie_ids() == frozenset()


def test_due_ties_come_longest_due_first(store: Store) -> None:
    """Only what is due is looked at, as many as asked for."""
    sooner = replace(TIE, id="a" * 32, owner=ANOTHER, due_at=50)
    with store.begin() as tx:
        tx.keep_tie(TIE)
        tx.keep_tie(sooner)
    with store.begin() as tx:
        assert tx.due_ties(49, limit=9) == ()
        assert tx.due_ties(99, limit=9) == (sooner,)
        assert tx.due_ties(100, limit=9) == (sooner, TIE)
        assert tx.due_ties(100, limit=1) == (sooner,)


def test_a_tie_shows_nothing_of_itself() -> None:
    """Neither whose it is nor its sealed content stands in its repr."""
    assert "hhh" not in repr(TIE)
    assert "sealed" not in repr(TIE).replace("sealed=", "")
