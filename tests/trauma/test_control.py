"""Control: skipping, sending whatever there is, pausing, changing, deleting (T09 to T11, T15)."""

import pytest

from flows.outcome import Move
from tests.trauma.content import (
    ARRIVED,
    SAFETY,
    at,
    moves,
    questions,
    said,
    shown,
    skipping,
    walked,
)

ONE_TAP_AWAY = {"pause", "review", "send", "erase"}


@pytest.mark.holds("T09")
def test_one_tap_skips_any_question() -> None:
    """On every question one tap on Skip leads on, asks nothing back, and is kept as skipped."""
    asked = [step for step in questions(moves().flow) if step.id not in SAFETY]
    assert len(asked) > 20
    for step in asked:
        turn = at(step.id, move=Move("tap", "skip", step.id))
        assert turn.draft.step != step.id, step.id
        assert turn.draft.aside == "", step.id
        # A word is no answer, and what another answer rules out is not kept at all.
        if step.id in turn.draft.answers:
            assert turn.draft.answers[step.id].state == "skipped", step.id


@pytest.mark.holds("T10")
def test_whoever_skips_everything_can_send() -> None:
    """With every question skipped, a yes to the team and Send are enough."""
    walk = skipping(walked([*ARRIVED, "questions"]), "after_outline")
    walk.tap("send_now")
    walk.tap("yes")
    skipping(walk, "review")
    walk.tap("send_it")
    assert len(walk.sent) == 1
    states = {a.state for n, a in walk.sent[0].answers.items() if n in {"relation", "body"}}
    assert states == {"skipped"}


@pytest.mark.holds("T11")
def test_pause_change_and_delete_are_never_far() -> None:
    """On every card of a draft: back and more in one tap, and behind more the rest."""
    flow = moves().flow
    for step in flow.steps.values():
        if step.kind == "aside":
            continue
        card = at(step.id).card
        buttons = {b.option for row in card.rows for b in row}
        assert {"back", "more", "leave", "help"} <= buttons, step.id
        more = at(step.id, move=Move("tap", "more", step.id)).card
        assert {b.option for row in more.rows for b in row} >= ONE_TAP_AWAY, step.id


@pytest.mark.holds("T11", "T43")
def test_every_answer_can_be_changed() -> None:
    """Each line of the review leads back to its question, and can be taken out."""
    walk = skipping(walked([*ARRIVED, "questions", "self", "no"]), "after_outline")
    walk.tap("send_now")
    walk.tap("yes")
    skipping(walk, "review")
    assert {"send_it", "change", "keep", "erase"} <= shown(walk)
    walk.tap("change")
    listed = {o for o in shown(walk) if o.startswith("c.")}
    kept = {n for n in walk.here.answers if moves().flow.steps[n].label}
    unchanging = SAFETY | {"hold"}
    assert {f"c.{name}" for name in kept - unchanging} == listed
    walk.tap("c.police_work")
    assert "Work for the police" in said(walk)
    walk.tap("remove")
    assert walk.here.answers["police_work"].state == "skipped"


@pytest.mark.holds("T15")
def test_how_long_answers_are_kept_is_told_where_it_is_agreed() -> None:
    """The card that asks for a draft says when it is deleted, and so does every pause."""
    flow = moves().flow
    assert "at the latest 36 hours after you last tap or write here" in flow.steps["hold"].say
    for name in ("pause", "pause_word"):
        assert "36 hours" in " ".join(at(name).card.text.split()), name
