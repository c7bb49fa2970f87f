"""Pacing: the notice, the parts, the order, a break after the account (T16 to T20, T29)."""

import pytest

from flows.outcome import Move
from tests.trauma.content import ARRIVED, at, moves, questions, reached, said, walked

# Questions that ask to remember: not knowing is an answer of its own.
RECALLED = (
    *("other_minor_now", "body", "nation", "when_first", "ongoing", "was_minor", "in_contact"),
    *("linked", "letter", "conduct", "role", "duty", "officer"),
)


@pytest.mark.holds("T16")
def test_a_notice_stands_before_the_account() -> None:
    """Nothing about what happened is asked before a card that says so and offers four ways."""
    flow = moves().flow
    account = {step.id for step in questions(flow, ("account",))}
    assert account >= {"own_words", "conduct", "role"}
    for start in (flow.first, "add_hold"):
        assert reached(flow, start, {"before_account"}) & account == set()
    notice = flow.steps["before_account"]
    assert "what happened" in notice.say
    assert {option.move for option in notice.options} >= {"pause", "help"}


@pytest.mark.holds("T18")
def test_questions_say_which_part_they_are() -> None:
    """Each card of the outline, the account and the contact begins with its part of how many."""
    for number, block in enumerate(("outline", "account", "reach"), 1):
        for step in questions(moves().flow, (block,)):
            assert at(step.id).card.text.startswith(f"Part {number} of 3"), step.id


@pytest.mark.holds("T19")
def test_the_account_comes_after_what_is_easy() -> None:
    """The outline comes first, the account is offered after it, and the last answers look ahead."""
    flow = moves().flow
    account = {step.id for step in questions(flow, ("account",))}
    walk = walked([*ARRIVED, "questions"])
    met = [walk.here.step]
    for _ in range(30):
        if met[-1] == "after_outline":
            break
        met.append(walk.take(Move("command", "skip")).draft.step)
    assert (met[0], met[-1]) == ("relation", "after_outline")
    assert "linked" in met
    assert set(met) & account == set()
    assert [way.to for way in flow.steps["hopes"].ways] == ["review"]
    assert reached(flow, "review") & account == set()


@pytest.mark.holds("T20")
def test_a_break_is_offered_after_the_account() -> None:
    """Whatever was told, a card with a break and support follows; nothing is automatic."""
    flow = moves().flow
    for told in ("own_words", "conduct", "role", "duty"):
        assert reached(flow, told, {"breather", "review"}).isdisjoint({"agree", "method"}), told
    card = at("breather").card
    assert {"go", "pause", "support"} <= {b.option for row in card.rows for b in row}


@pytest.mark.holds("T29")
def test_not_knowing_is_an_answer() -> None:
    """Where she is asked to remember, not knowing is a button, and is kept as such."""
    for name in RECALLED:
        step = moves().flow.steps[name]
        unknown = [option for option in step.options if option.state == "dont_know"]
        assert unknown, name
        move = Move("tap", unknown[0].id, name)
        if step.kind == "choices":
            move = Move("tap", f"+{unknown[0].id}", name)
        turn = at(name, move=move)
        if step.kind == "choices":
            continue
        kept = turn.draft.answers.get(name)
        assert kept is None or kept.state == "dont_know", name


@pytest.mark.holds("T29")
@pytest.mark.parametrize(
    ("option", "state"),
    [
        ("no", "answered"),
        ("skip", "skipped"),
        ("not_sure", "dont_know"),
        ("prefer_not", "prefer_not"),
    ],
)
def test_four_ways_to_answer_are_kept_apart(option: str, state: str) -> None:
    """Answered, skipped, not known and rather not said are four states, and unasked is a fifth."""
    turn = at("was_minor", move=Move("tap", option, "was_minor"))
    assert turn.draft.answers["was_minor"].state == state
    assert "ongoing" not in turn.draft.answers


@pytest.mark.holds("T17")
def test_nothing_stands_above_a_question_but_its_part_and_one_line() -> None:
    """A card asks one thing: what stands above it asks nothing."""
    walk = walked([*ARRIVED, "questions", "self", "now"])
    assert said(walk).count("?") == 1
    flow = moves().flow
    above = {step.reply for step in flow.steps.values()}
    above |= {step.skip_reply for step in flow.steps.values()}
    above |= {option.reply for step in flow.steps.values() for option in step.options}
    assert [name for name in above if name and "?" in flow.texts[name]] == []
