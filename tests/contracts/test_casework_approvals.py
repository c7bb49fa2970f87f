"""What takes two people takes two: whoever asks, answers and waits."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import update

from intake.casework import Actor, NoSuchReport, Refused
from intake.casework.approvals import (
    APPROVAL_REASONS,
    TO_ANSWER,
    TO_USE,
    ApprovalKind,
    answer,
    approvals_of,
    ask,
    in_force,
    waiting,
)
from intake.tables import approvals, staff
from tests.contracts.casework import ADA, ANN, AT, BEA, EVERYBODY, KIT, SUE, Store

KINDS: tuple[ApprovalKind, ...] = ("officer", "delete")


@pytest.mark.parametrize("kind", KINDS)
def test_asked_answered_and_over(store: Store, kind: ApprovalKind) -> None:
    """A yes counts from the answer until its time is over; a no never does."""
    report_id = store.arrive(1)
    with store.begin(ANN) as desk:
        approval_id = ask(desk, kind, "other", report_id)
        assert ask(desk, kind, "other", report_id) == approval_id
        assert in_force(desk, kind, report_id) is None
        assert [one.approval_id for one in waiting(desk)] == [approval_id]
    with store.begin(SUE, at=AT + 9) as desk:
        answer(desk, approval_id, granted=True)
        assert waiting(desk) == ()
    for later, counts in ((10, True), (9 + TO_USE[kind], False)):
        with store.begin(ANN, at=AT + later) as desk:
            assert (in_force(desk, kind, report_id) is not None) is counts
    assert store.acts() == ["approval_asked", "approval_answered"]


def test_a_no_is_a_no(store: Store) -> None:
    """Refused by the second person, nothing is in force; she may ask anew."""
    report_id = store.arrive(1)
    with store.begin(ANN) as desk:
        first = ask(desk, "officer", "court", report_id)
    with store.begin(BEA) as desk:
        answer(desk, first, granted=False)
    with store.begin(ANN) as desk:
        assert in_force(desk, "officer", report_id) is None
        assert ask(desk, "officer", "court", report_id) != first
        assert [one.granted for one in approvals_of(desk, report_id)].count(False) == 1


def test_nobody_answers_herself(store: Store) -> None:
    """Not even a supervisor who checks conflicts is her own second person."""
    report_id = store.arrive(1)
    with store.begin(SUE) as desk:
        approval_id = ask(desk, "delete", "mistake", report_id)
    with pytest.raises(Refused) as caught, store.begin(SUE) as desk:
        answer(desk, approval_id, granted=True)
    assert caught.value.code == "two_people"


def test_a_caseworker_is_no_second_person(store: Store) -> None:
    """A supervisor or a conflict checker answers; another caseworker does not."""
    report_id = store.arrive(1)
    with store.begin(BEA) as desk:
        approval_id = ask(desk, "officer", "court", report_id)
    with pytest.raises(Refused) as caught, store.begin(ANN) as desk:
        answer(desk, approval_id, granted=True)
    assert caught.value.code == "role"


def test_answered_once_and_in_time(store: Store) -> None:
    """A second answer, and one that comes too late, are refused."""
    report_id = store.arrive(1)
    with store.begin(ANN) as desk:
        approval_id = ask(desk, "officer", "court", report_id)
    with pytest.raises(Refused), store.begin(SUE, at=AT + TO_ANSWER) as desk:
        answer(desk, approval_id, granted=True)
    with store.begin(BEA) as desk:
        answer(desk, approval_id, granted=False)
    with pytest.raises(Refused), store.begin(SUE) as desk:
        answer(desk, approval_id, granted=True)


def test_the_questions_about_what_is_not_hers_are_not_there(store: Store) -> None:
    """Who may not see the report neither asks, nor answers, nor sees what waits."""
    report_id = store.arrive(1)
    with store.begin(ANN) as desk:
        approval_id = ask(desk, "officer", "court", report_id)
    for actor in (KIT, ADA):
        with store.begin(actor) as desk:
            assert waiting(desk) == ()
        with pytest.raises(NoSuchReport), store.begin(actor) as desk:
            answer(desk, approval_id, granted=True)
        with pytest.raises(NoSuchReport), store.begin(actor) as desk:
            ask(desk, "officer", "court", report_id)
    with pytest.raises(NoSuchReport), store.begin(ADA) as desk:
        ask(desk, "patterns", "court")


def test_reasons_come_from_the_list(store: Store) -> None:
    """Words of her own are no reason."""
    report_id = store.arrive(1)
    for kind in APPROVAL_REASONS:
        with pytest.raises(Refused), store.begin(ANN) as desk:
            ask(desk, kind, "he is known to me", "" if kind == "patterns" else report_id)


def test_a_row_altered_to_one_person_does_not_count(store: Store) -> None:
    """Even if the store were made to say that she answered herself, nothing is in force."""
    report_id = store.arrive(1)
    with store.begin(ANN) as desk:
        approval_id = ask(desk, "officer", "court", report_id)
    with store.begin(SUE) as desk:
        answer(desk, approval_id, granted=True)
    with store.engine.begin() as connection:
        connection.execute(update(approvals).values(answered_by=ANN.staff_id))
    with store.begin(ANN) as desk:
        assert in_force(desk, "officer", report_id) is None


def test_a_yes_goes_with_the_person_who_gave_it(store: Store) -> None:
    """What was agreed with somebody who may no longer sign in counts for nothing."""
    report_id = store.arrive(1)
    with store.begin(ANN) as desk:
        approval_id = ask(desk, "officer", "court", report_id)
    with store.begin(SUE) as desk:
        answer(desk, approval_id, granted=True)
    with store.engine.begin() as connection:
        connection.execute(update(staff).where(staff.c.name == "sue").values(disabled=AT))
    with store.begin(ANN) as desk:
        assert in_force(desk, "officer", report_id) is None


@settings(max_examples=40)
@given(
    steps=st.lists(
        st.tuples(st.sampled_from(EVERYBODY), st.booleans(), st.booleans()), max_size=12
    ),
    kind=st.sampled_from(KINDS),
)
def test_two_people_are_never_one(
    any_store: Store, steps: list[tuple[Actor, bool, bool]], kind: ApprovalKind
) -> None:
    """Whoever asks and answers in whatever order: what is in force names two, both entitled."""
    report_id = any_store.next()
    asked: list[str] = []
    for actor, asks, granted in steps:
        try:
            with any_store.begin(actor) as desk:
                if asks or not asked:
                    asked.append(ask(desk, kind, "other", report_id))
                else:
                    answer(desk, asked[-1], granted=granted)
        except (Refused, NoSuchReport):
            continue
    for actor in EVERYBODY:
        with any_store.begin(actor) as desk:
            given_now = in_force(desk, kind, report_id)
        if given_now is not None:
            assert given_now.asked_by != given_now.answered_by
            assert given_now.answered_by in {SUE.staff_id, BEA.staff_id}
            assert actor.staff_id in {given_now.asked_by, given_now.answered_by}
