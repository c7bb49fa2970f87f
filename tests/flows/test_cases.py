"""What several answers say together: an open case, a child, words that are held."""

import pytest

from flows.draft import Answer, Draft, values_of
from flows.outcome import Move
from flows.summary import conflict_card, summary
from flows.turn import take_turn
from tests.stories.telling import TODAY, new_walk, shipped

FLOW = shipped().flow


def draft_of(**said: str) -> Draft:
    """Return a draft with these options tapped; "skipped" is a question passed by."""
    answers = {
        name: Answer("skipped") if value == "skipped" else Answer("answered", (value,))
        for name, value in said.items()
    }
    return Draft(FLOW.version, stage="held", answers=answers)


@pytest.mark.parametrize(
    ("said", "is_open"),
    [
        ({}, "no"),
        ({"linked": "none", "letter": "neither", "solicitor": "claim"}, "no"),
        ({"linked": "ended", "letter": "older_decision"}, "no"),
        ({"linked": "none", "letter": "letter"}, "no"),
        ({"linked": "skipped"}, "yes"),
        ({"linked": "not_sure"}, "yes"),
        ({"linked": "none", "letter": "date"}, "yes"),
        ({"linked": "none", "letter": "both"}, "yes"),
        ({"linked": "none", "solicitor": "criminal_only"}, "yes"),
        ({"linked": "ended", "letter": "letter"}, "yes"),
        ({"linked": "none", "complaint_status": "iopc_investigation"}, "yes"),
        ({"linked": "none", "complaint_status": "decided"}, "no"),
        ({"linked": "none", "criminal_stage": "charged"}, "yes"),
        ({"linked": "none", "upcoming_what": "interview"}, "yes"),
        ({"linked": "none", "upcoming_what": "deadline"}, "no"),
    ],
)
def test_a_case_may_be_open(said: dict[str, str], is_open: str) -> None:
    """One answer that tells of a case is enough, whatever the others say."""
    assert values_of(draft_of(**said), "case_open") == (is_open,)


YOUNG = {"relation": "self", "was_minor": "yes"}


@pytest.mark.parametrize(
    ("said", "child"),
    [
        ({"age": "under_18"}, "yes"),
        ({"age": "adult"}, "no"),
        ({**YOUNG, "age": "prefer_not", "when_first": "y0"}, "yes"),
        ({**YOUNG, "age": "skipped", "when_first": "older", "ongoing": "yes"}, "yes"),
        ({**YOUNG, "age": "adult", "when_first": "last_10_days"}, "maybe"),
        ({**YOUNG, "age": "adult", "when_first": "y1", "when_last": "y0"}, "maybe"),
        ({**YOUNG, "age": "prefer_not", "when_first": "y5_9"}, "no"),
        ({"relation": "witness", "other_minor_now": "not_sure"}, "maybe"),
        ({"relation": "on_behalf", "other_minor_now": "no"}, "no"),
    ],
)
def test_a_child_may_be_writing(said: dict[str, str], child: str) -> None:
    """Under 18 then, and lately: a child for us without an age, and no words with one."""
    assert values_of(draft_of(**said), "child") == (child,)


def test_contact_details_are_no_words() -> None:
    """A number, a name to use and a force say nothing of what happened; a date's words do."""
    typed = Answer("answered", text="typed")
    for name, held in (("value_phone", "no"), ("bodies", "no"), ("when_first", "yes")):
        assert values_of(Draft(FLOW.version, answers={name: typed}), "words") == (held,)


def state_of(draft: Draft, step: str) -> str:
    """Return the state in which an answer stands in the summary."""
    blocks = summary(FLOW, draft, "0" * 32, TODAY)["blocks"]
    assert isinstance(blocks, list)
    return next(str(a["state"]) for b in blocks for a in b["answers"] if a["step"] == step)


def test_the_record_says_why_there_are_no_words() -> None:
    """Words that a case took out are "removed", those never asked for "withheld"."""
    words = Answer("answered", ("typed",), text="one evening")
    here = Draft(FLOW.version, stage="held", step="linked", answers={"when_first": words})
    assert state_of(here, "officer") == "not_asked"
    move = Move("tap", "about_them", "linked", here.revision)
    after = take_turn(shipped(), here, move, new_walk().setting()).draft
    assert "when_first" not in after.answers
    assert state_of(after, "when_first") == "removed"
    assert [state_of(after, name) for name in ("own_words", "officer")] == ["withheld"] * 2
    card = conflict_card(FLOW, after)["officer"]
    assert isinstance(card, dict)
    assert card["state"] == "withheld"


def test_what_to_call_it_is_sent_to_nobody() -> None:
    """The names chosen for the wording stand neither in the review nor in the summary."""
    draft = draft_of(call_it="abuse", call_them="partner")
    assert "call_" not in str(summary(FLOW, draft, "0" * 32, TODAY))
