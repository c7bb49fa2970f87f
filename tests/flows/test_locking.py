"""A word chosen at a pause, a change of language after a yes, and whose line comes first."""

from dataclasses import replace

import pytest

from flows.commands.walking import Walk
from flows.draft import Answer, Draft
from flows.outcome import Move, Turn
from flows.resume import opens
from flows.support import services
from tests.properties.test_any_person import at_own_words
from tests.stories.telling import new_walk, shipped

FLOW = shipped().flow
WORD = "lighthouse"


def labels(turn: Turn) -> list[str]:
    """Return the labels of a card's buttons."""
    return [b.label for row in turn.card.rows for b in row]


def at_pause(phone: str = "no") -> Walk:
    """Return a phone whose draft has no word, at a break before the first question."""
    walk = new_walk()
    beyond = ("go",) if phone == "no" else ("go", "go")
    for option in ("go", phone, *beyond[1:], "yes", "adult", "go", "yes"):
        walk.tap(option)
    if phone != "no":
        walk.tap("no_word")
    walk.tap("questions")
    walk.take(Move("command", "pause"))
    return walk


@pytest.mark.parametrize("phone", ["no", "yes"])
def test_a_word_can_be_chosen_at_a_pause(phone: str) -> None:
    """Whoever has no word can choose one there; from then on only that word opens the draft."""
    walk = at_pause(phone)
    before = walk.here
    walk.tap("lock")
    turn = walk.take(Move("words", WORD))
    assert turn.card.step == "pause_word"
    assert "Your word is kept." in turn.card.text
    assert opens(WORD, turn.draft.resume)
    assert WORD not in turn.card.text
    same = replace(turn.draft, resume="", aside=before.aside, revision=before.revision)
    assert same == before
    walk.take(Move("command", "leave"))
    assert walk.take(Move("command", "start")).card.step == FLOW.first
    assert walk.take(Move("words", WORD)).card.step == "resume"


def test_a_word_of_crisis_can_be_the_word() -> None:
    """One word to come back with is hers alone; anything longer is looked at as anywhere."""
    walk = at_pause()
    walk.tap("lock")
    assert walk.take(Move("words", "I want to kill myself")).card.step == "crisis"
    walk.tap("go")
    turn = walk.take(Move("words", "suicide"))
    assert turn.card.step == "pause_word"
    assert "crisis_words" in turn.draft.marks


def test_no_word_is_asked_for_while_her_own_words_are_on_the_screen() -> None:
    """What she writes in pieces stays on the screen, and a word typed then would stay with it."""
    walk = at_own_words()
    assert "Lock my answers with a word" in labels(walk.take(Move("command", "pause")))
    walk.take(Move("command", "back"))
    walk.take(Move("words", "a piece"))
    turn = walk.take(Move("command", "pause"))
    assert turn.card.step == "pause"
    assert "Lock my answers with a word" not in labels(turn)
    assert walk.take(Move("command", "back")).draft.gathered == ("a piece",)


def first_service(**answers: str) -> str:
    """Return the name of the first service for these answers, in England."""
    given = {name: Answer("answered", (value,)) for name, value in answers.items()}
    given["nation"] = Answer("answered", ("england",))
    shown = services(FLOW, Draft(FLOW.version, answers=given), new_walk().setting())
    return shown.partition(":")[0]


def test_living_together_is_not_called_abuse_at_home() -> None:
    """That alone leaves the order as it is for anyone; a partner or ex comes with their own."""
    assert first_service(in_contact="close") == first_service(in_contact="possible")
    assert first_service(in_contact="close") != first_service(in_contact="partner")


def test_a_yes_in_another_language_is_told_and_asked_again() -> None:
    """Nothing is said where nothing is dropped; what is dropped is named on the next card."""
    walk = new_walk()
    for option in ("go", "no", "yes", "adult", "go", "yes", "contact"):
        walk.tap(option)
    walk.take(Move("command", "language"))
    assert "In this language" not in walk.tap("l.xx").card.text
    for option in ("ew-metropolitan-police-service", "neither", "yes", "i_will_contact"):
        walk.tap(option)
    assert walk.here.step == "review"
    walk.take(Move("command", "language"))
    turn = walk.tap("l.en")
    assert "In this language I will ask this again before you send: The team may read it." in (
        turn.card.text
    )
    assert {c.purpose for c in turn.draft.consents} == {"hold_draft"}
    assert walk.tap("send_it").card.step == "agree"
