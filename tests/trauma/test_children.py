"""Under 18, a child at risk, and a partner in the police (T39 to T41)."""

from collections.abc import Iterator

import pytest

from flows.commands.walking import Walk
from flows.draft import Answer, Draft, values_of
from flows.outcome import Move
from flows.routing import route
from tests.trauma.content import moves, questions, said, walked

UNDER_18 = ("go", "no", "yes", "under_18")
# Answers on which the way of a young person depends.
LEADING = ("age", "agree_young", "method", "early", "adding")
# Cards laid over the conversation that lead further than back to it.
ON_THE_WAY = ("more", "help", "change", "line", "pause", "resume")
TYPED = "it happened at school"


def steps_from(walk: Walk) -> Iterator[Walk]:
    """Yield every position that taps lead to from here, each once."""
    seen, waiting = set[tuple[object, ...]](), [walk]
    while waiting:
        here = waiting.pop()
        leading = tuple((name, values_of(here.here, name)) for name in LEADING)
        mark = (here.here.stage, here.here.step, here.here.aside, leading)
        if mark in seen or here.here.stage == "sent":
            continue
        seen.add(mark)
        yield here
        if here.here.aside and here.here.aside not in ON_THE_WAY:
            continue
        for row in here.show().card.rows:
            for button in row:
                other = as_it_is(here)
                other.tap(button.option)
                # Whoever left is a stranger again, and another age is another path.
                if other.here.stage == "held" and "under_18" in values_of(other.here, "age"):
                    waiting.append(other)


def as_it_is(walk: Walk) -> Walk:
    """Return a copy that goes its own way."""
    other = Walk(walk.moves, walk.today, walk.languages, walk.names)
    other.here = walk.here
    return other


@pytest.mark.holds("T39")
def test_under_18_nothing_about_what_happened_is_asked() -> None:
    """Whatever a young person taps, no question of the outline or the account comes."""
    asked = {s.id for s in questions(moves().flow, ("outline", "account"))} | {"officer", "hopes"}
    visited = set[str]()
    for walk in steps_from(walked([*UNDER_18, "contact", "go", "yes"])):
        visited.add(walk.here.step)
    assert {"agree_young", "method", "review"} <= visited
    assert visited & asked == set()


@pytest.mark.holds("T39")
@pytest.mark.parametrize("taps", [UNDER_18, (*UNDER_18, "contact", "go", "yes")])
def test_what_a_young_person_types_is_dropped(taps: tuple[str, ...]) -> None:
    """Words typed on a young person's cards about what happened are kept nowhere."""
    walk = walked(taps)
    walk.take(Move("words", TYPED))
    assert TYPED not in str([answer.text for answer in walk.here.answers.values()])
    assert walk.here.gathered == ()
    assert walk.here.waiting == ""


@pytest.mark.holds("T40")
@pytest.mark.parametrize(("name", "value"), [("age", "under_18"), ("other_minor_now", "yes")])
def test_a_child_is_marked_and_comes_first(name: str, value: str) -> None:
    """A child now sets the mark, the first queue and the highest priority."""
    flow = moves().flow
    found = route(flow, Draft(flow.version, answers={name: Answer("answered", (value,))}))
    assert "minor_now" in found.flags
    assert (found.queue, found.priority) == ("Q10_MINOR_NOW", 0)


@pytest.mark.holds("T40")
def test_child_protection_is_shown() -> None:
    """Whoever asks for a child reads whom to ring, and is asked for no account."""
    walk = walked(["go", "no", "yes", "adult", "go", "yes", "questions", "on_behalf", "go", "yes"])
    assert walk.here.step == "child_options"
    assert "Childline" in said(walk)
    assert "NSPCC" in said(walk)
    walk.tap("contact")
    assert walk.here.step == "agree"


@pytest.mark.holds("T41")
@pytest.mark.parametrize("phone", ["yes", "not_sure", "work"])
def test_a_phone_that_others_can_open_is_guarded(phone: str) -> None:
    """Any answer but No gives the stronger text, and a word to come back with."""
    walk = walked(["go", phone, "go", "yes", "adult", "go", "yes"])
    assert walk.here.step == "resume_word"
    assert "Leave deletes them" in said(walk)
    assert walked(["go", "no"]).here.step == "safe"
