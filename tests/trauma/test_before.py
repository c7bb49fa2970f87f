"""Before any question: what this is, whose phone it is, age, and two yeses (T01 to T08)."""

import pytest

from flows.outcome import Move
from tests.trauma.content import (
    ARRIVED,
    at,
    folder,
    linted,
    moves,
    questions,
    reached,
    said,
    shown,
    walked,
)

ABOUT_HER = ("outline", "account", "reach")
AFTER_AGREE = {
    "officer",
    "method",
    "value_phone",
    "value_email",
    "value_post",
    "name_to_use",
}


@pytest.mark.holds("T01")
def test_the_arrival_says_what_this_is() -> None:
    """Before anything is asked about what happened, all seven facts of the checklist were told."""
    cards = [said(walked(ARRIVED[:taps])) for taps in range(len(ARRIVED) + 1)]
    told = " ".join(cards)
    for fact in (
        "an automated chat, not a person",
        "not the police",
        "cannot help in an emergency",
        "Nobody watches it live",
        "Nothing is sent on until you choose to send it",
        "Example Campaign runs this chat",
        "Asking for contact takes about",
    ):
        assert fact in told, fact
    assert "minute" in cards[-1]
    assert not [f for f in linted(folder()) if f.item == "T01"]


@pytest.mark.holds("T03")
@pytest.mark.parametrize(
    ("phone", "warned"), [("yes", "Devices"), ("not_sure", "Devices"), ("work", "can be watched")]
)
def test_the_phone_comes_before_anything_is_kept(phone: str, warned: str) -> None:
    """Nothing is kept before the phone was asked about; whoever shares it reads how to clear."""
    flow = moves().flow
    assert "hold" not in reached(flow, flow.first, {"phone"})
    walk = walked(["go", phone])
    assert warned in said(walk)
    assert "Leave clears this chat" in said(walk)
    assert walk.here.stage == "arrive"


@pytest.mark.holds("T05")
def test_age_comes_before_anything_about_what_happened() -> None:
    """No question about her or about what happened can be reached around the age."""
    flow = moves().flow
    early = reached(flow, flow.first, {"age"})
    assert early & {step.id for step in questions(flow, ABOUT_HER)} == set()
    bands = {option.id for option in flow.steps["age"].options}
    assert bands == {"under_18", "adult", "prefer_not"}


@pytest.mark.holds("T06")
def test_two_yeses_each_asked_alone() -> None:
    """Holding a draft and sending to the team are two cards, each with a plain yes and no."""
    flow = moves().flow
    consents = [step for step in flow.steps.values() if step.kind == "consent"]
    assert {step.purpose for step in consents} >= {"hold_draft", "send_to_team"}
    for step in consents:
        assert step.purpose
        assert [option.id for option in step.options] == ["yes", "no"]
        if step.purpose in {"hold_draft", "send_to_team"}:
            assert not step.skip, step.id
    walk = walked(ARRIVED)
    (held,) = walk.here.consents
    assert (held.purpose, held.given, held.version) == ("hold_draft", True, flow.version)
    assert held.text.startswith("May I keep your answers")
    assert held.day == "2026-11-22"
    assert "deleted at the latest 36 hours after" in held.text


@pytest.mark.holds("T06", "T10")
def test_nothing_is_sent_without_the_second_yes() -> None:
    """Send at the review, without a yes to the team, asks for it and sends nothing."""
    answers = {"age": "adult", "method": "i_will_contact"}
    turn = at("review", answers, Move("tap", "send_it", "review"))
    assert (turn.deed, turn.draft.step) == ("", "agree")


@pytest.mark.holds("T07")
def test_a_no_ends_kindly_with_support() -> None:
    """Whoever wants no draft, or agrees to nothing, has the support list one tap away."""
    walk = walked([*ARRIVED[:-1], "no"])
    assert "That is fine. Nothing you answered this time has been kept." in said(walk)
    assert {"support", "help"} <= shown(walk)
    walk.tap("support")
    assert "Samaritans" in said(walk)
    assert "support" in {option.id for option in moves().flow.steps["not_agreed"].options}


@pytest.mark.holds("T08")
def test_no_name_or_number_before_she_agrees() -> None:
    """Her name, her number and the officer's details are asked only after the second yes."""
    flow = moves().flow
    assert set(flow.steps) >= AFTER_AGREE
    before = reached(flow, flow.first, {"agree", "agree_young"})
    assert before & AFTER_AGREE == set()
    early = at("police_work", {"age": "adult"}, Move("command", "send"))
    assert early.draft.step == "agree"
