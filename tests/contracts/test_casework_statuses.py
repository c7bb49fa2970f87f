"""How the status of a report changes, and what happens when two people act on one report."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.boundary import WORDS, Word
from intake.casework import Changed, NoSuchReport, Refused
from intake.casework.conflict import record_finding
from intake.casework.standing import Standing, Status, standing
from intake.casework.statuses import (
    FOLLOWS,
    REASONS,
    STATUSES,
    mark_opened,
    mark_word,
    may_follow,
    set_status,
)
from tests.contracts.casework import ANN, AT, BEA, KIT, Store


def opened(store: Store, number: int = 1) -> tuple[str, int]:
    """Let a report arrive, be found clear, and be opened; return its id and version."""
    report_id = store.arrive(number)
    with store.begin(BEA) as desk:
        record_finding(desk, report_id, 0, "clear")
        version = mark_opened(desk, standing(desk, report_id, to_change=True))
    return report_id, version


def test_an_untouched_report_is_new(store: Store) -> None:
    """A report that nobody has touched is new, unchecked, nobody's, at version 0."""
    report_id = store.arrive(1)
    with store.begin(ANN) as desk:
        found = standing(desk, report_id)
    assert (found.status, found.conflict, found.assignee, found.version) == (
        *("new", "unchecked", None),
        0,
    )


def test_opening_makes_it_read_once(store: Store) -> None:
    """The first opening makes a new report opened and its word read; later ones change nothing."""
    report_id, version = opened(store)
    assert store.word(report_id) == "read"
    with store.begin(ANN) as desk:
        old = standing(desk, report_id, to_change=True)
        assert (old.status, mark_opened(desk, old)) == ("opened", version)
        mark_word(desk, report_id, version, "contact_us")
        mark_opened(desk, standing(desk, report_id, to_change=True))
    assert store.word(report_id) == "contact_us"


def test_a_status_goes_its_way_and_is_recorded(store: Store) -> None:
    """Each change leads to the next version and puts from, to and reason on the chain."""
    report_id, version = opened(store)
    with store.begin(ANN) as desk:
        version = set_status(desk, report_id, version, "contacting")
        version = set_status(desk, report_id, version, "closed", "not_reached")
        found = standing(desk, report_id)
    assert (found.status, found.reason, found.version) == ("closed", "not_reached", version)
    last = store.links()[-1]
    assert (last.act, last.who, last.about) == ("status_changed", ANN.staff_id, report_id)
    assert '"reason":"not_reached"' in last.detail


def test_closing_never_tells_the_reporter(store: Store) -> None:
    """Whatever the reason of closing, the word that the reporter hears stays as it was."""
    for number, reason in enumerate(REASONS, 1):
        report_id, version = opened(store, number)
        with store.begin(ANN) as desk:
            set_status(desk, report_id, version, "closed", reason)
        assert store.word(report_id) == "read"


def test_closing_takes_a_reason_of_the_list(store: Store) -> None:
    """Closing without a reason, with one of her own, or a reason for another status is refused."""
    report_id, version = opened(store)
    wrong: list[tuple[Status, str | None]] = [
        ("closed", None),
        ("closed", "he left"),
        ("contacting", "finished"),
    ]
    for status, reason in wrong:
        with pytest.raises(Refused), store.begin(ANN) as desk:
            set_status(desk, report_id, version, status, reason)
    with store.begin(ANN) as desk:
        assert standing(desk, report_id).version == version


def test_nothing_but_closing_before_the_check(store: Store) -> None:
    """An unchecked report, or one with a conflict, can be put aside and nothing else."""
    report_id = store.arrive(1)
    for status in set(STATUSES) - {"closed"}:
        with pytest.raises(Refused), store.begin(ANN) as desk:
            set_status(desk, report_id, 0, status)
    with store.begin(ANN) as desk:
        version = set_status(desk, report_id, 0, "closed", "conflict")
        assert set_status(desk, report_id, version, "new") == version + 1


def test_the_second_of_two_people_sees_what_changed(store: Store) -> None:
    """Who acts on an older version is told what changed in between, and by whom."""
    report_id, version = opened(store)
    with store.begin(ANN) as desk:
        set_status(desk, report_id, version, "contacting")
    with pytest.raises(Changed, match="ann") as caught, store.begin(BEA) as desk:
        set_status(desk, report_id, version, "closed", "other")
    (change,) = caught.value.changes
    assert (change.name, change.act, change.at) == ("ann", "status_changed", AT)
    assert change.detail == {"from": "opened", "to": "contacting", "reason": None}
    assert caught.value.version == version + 1
    with store.begin(BEA) as desk:
        assert standing(desk, report_id).status == "contacting"
        set_status(desk, report_id, caught.value.version, "closed", "other")


def test_changed_comes_before_every_other_answer(store: Store) -> None:
    """A stale page hears what changed even where its wish would be refused by now."""
    report_id, version = opened(store)
    with store.begin(ANN) as desk:
        set_status(desk, report_id, version, "closed", "other")
    with pytest.raises(Changed), store.begin(BEA) as desk:
        set_status(desk, report_id, version, "contacting")


def test_a_word_is_set_apart_from_the_status(store: Store) -> None:
    """Each word may be set once the report was opened; never back to "arrived"."""
    report_id, version = opened(store)
    words: tuple[Word, ...] = ("tried", "contact_us", "read")
    for word in words:
        with store.begin(ANN) as desk:
            version = mark_word(desk, report_id, version, word)
            assert standing(desk, report_id).status == "opened"
        assert store.word(report_id) == word
    with pytest.raises(Refused), store.begin(ANN) as desk:
        mark_word(desk, report_id, version, "arrived")


def test_nobody_hears_read_who_was_not_read(store: Store) -> None:
    """Before anybody has opened a report its word stays arrived."""
    report_id = store.arrive(1)
    with pytest.raises(Refused), store.begin(ANN) as desk:
        mark_word(desk, report_id, 0, "read")
    assert store.word(report_id) == "arrived"


def test_what_is_not_hers_is_not_there(store: Store) -> None:
    """A report of another queue and one that never was get the same answer."""
    report_id, _ = opened(store)
    sentences = set()
    for one in (report_id, "f" * 32, "", "x"):
        with pytest.raises(NoSuchReport) as caught, store.begin(KIT) as desk:
            set_status(desk, one, 0, "closed", "other")
        sentences.add(str(caught.value))
    assert len(sentences) == 1


def test_only_a_conflict_checker_records_the_check(store: Store) -> None:
    """The finding comes from a person to whom conflict cards are sealed."""
    report_id = store.arrive(1)
    with pytest.raises(Refused), store.begin(ANN) as desk:
        record_finding(desk, report_id, 0, "clear")
    with store.begin(BEA) as desk:
        record_finding(desk, report_id, 0, "conflict")
        assert standing(desk, report_id).conflict_by == BEA.staff_id


@given(
    st.builds(
        Standing,
        st.just("a" * 32),
        st.just("Q3_MET_CORE"),
        st.sampled_from(WORDS),
        st.none(),
        st.sampled_from(STATUSES),
        conflict=st.sampled_from(["unchecked", "clear", "conflict"]),
    )
)
def test_no_report_is_stuck_and_none_is_worked_on_unchecked(old: Standing) -> None:
    """From every standing a way leads on; without a clear check none leads to work."""
    ways = may_follow(old)
    assert ways
    assert set(ways) <= FOLLOWS[old.status]
    assert old.status not in ways
    if old.conflict != "clear":
        assert set(ways) <= {"closed", "new"}
