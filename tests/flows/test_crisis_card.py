"""The crisis card: it comes over every card, keeps nothing it should not, and promises nothing."""

import re
from dataclasses import replace

import pytest

from flows.arrival import pack
from flows.commands.walking import Walk
from flows.crisis_card import LAID
from flows.crisis_lines import child_lines, danger_lines, first_line, talk_lines
from flows.draft import Answer, Draft
from flows.outcome import Move
from tests.properties.phones import as_it_is, moments
from tests.properties.test_any_person import at_own_words
from tests.stories.telling import new_walk, shipped

PHRASE = "zebra and I want to die tonight"
SECRET = "zebra"
FLOW = shipped().flow
CARDS = sorted(LAID)
PROMISES = re.compile(
    r"on (its|the|their) way|help is coming|will (come|help|read|call)|someone (will|is)|we (are|"
    r"can) (here|help)|you are safe|straight away|immediately",
    re.IGNORECASE,
)


def everything(draft: Draft) -> str:
    """Return all words that a draft holds, as they would be kept."""
    texts = [a.text for a in draft.answers.values()]
    return " ".join((*texts, *draft.gathered, draft.waiting, *draft.marks.values()))


def place(draft: Draft) -> Draft | str:
    """Return where a draft stands, without what the card may change."""
    if draft.stage == "arrive":
        return pack(FLOW, draft, "")
    bare = {k: v for k, v in draft.marks.items() if k not in MARKS}
    return replace(draft, marks=bare, revision=0, gathered=(), pieces=())


MARKS = {"crisis_words", "crisis_day", "child_risk", "immediate_danger"}


def own_account(walk: Walk) -> bool:
    here = walk.here
    open_ = not here.aside or (here.aside in LAID and here.under == here.step)
    return open_ and FLOW.steps[here.step].kind == "gather"


@pytest.mark.holds("T37")
def test_on_every_card_and_nothing_kept_outside_her_account() -> None:
    """Whatever card stands there, the phrase brings the card up, and Carry on leads back there."""
    seen = set()
    for moment in moments():
        walk = as_it_is(moment)
        before, own = walk.here, own_account(walk)
        seen.add(before.aside or before.step)
        turn = walk.take(Move("words", PHRASE))
        assert turn.card.step in LAID, before
        assert SECRET not in turn.card.text
        assert (SECRET in everything(walk.here)) == own, before
        held = walk.here.stage == "held"
        assert (walk.here.marks.get("crisis_words") == "yes") == held, before
        if before.under:
            continue  # that card, or the support opened from it, is what it lies over
        walk.tap("go")
        assert place(walk.here) == place(before)
        assert walk.here.gathered[: len(before.gathered)] == before.gathered
    typed = {s.id for s in FLOW.steps.values() if s.takes_text}
    assert typed - seen == set()


def test_a_word_to_come_back_with_is_not_looked_at() -> None:
    """A resume word is hers, whatever it is; several words there are looked at."""
    walk = new_walk()
    for option in ("go", "yes", "go", "yes", "adult", "go", "yes"):
        walk.tap(option)
    assert walk.here.step == "resume_word"
    assert walk.take(Move("words", "I want to die")).card.step == "crisis"
    walk.tap("go")
    assert walk.take(Move("words", "suicidal")).card.step == "ways"


def test_behind_a_command() -> None:
    """Words behind a command are looked at, but never come between her and Leave."""
    walk = new_walk()
    assert walk.take(Move("command", "help", argument="I want to die")).card.step == "crisis"
    walk.take(Move("command", "leave", argument="I want to die"))
    assert walk.here.step == "what"
    assert not walk.here.aside


def test_her_account_is_kept_in_pieces() -> None:
    """A phrase broken over two messages is found; both, and what comes after, are kept."""
    walk = at_own_words()
    walk.take(Move("words", "some days i want to", piece=1))
    turn = walk.take(Move("words", "die", piece=2))
    assert turn.card.step == "crisis"
    assert turn.gathering
    turn = walk.take(Move("words", "that is all there is", piece=3))
    assert turn.card.step == "crisis"
    assert walk.here.gathered == ("some days i want to", "die", "that is all there is")
    assert walk.tap("go").card.step == "own_words"
    assert walk.take(Move("words", "there is more", piece=4)).card.step == "own_words"


def test_an_edit_is_looked_at_once() -> None:
    """An edited piece brings the card up for what is new in it, not for what was shown before."""
    walk = at_own_words()
    walk.take(Move("words", "it was a tuesday", piece=1))
    turn = walk.take(Move("edited", "it was a tuesday, I want to die", piece=1))
    assert turn.card.step == "crisis"
    assert walk.here.gathered == ("it was a tuesday, I want to die",)
    walk.tap("go")
    turn = walk.take(Move("edited", "it was a wednesday, I want to die", piece=1))
    assert turn.card.step == "own_words"


def test_too_long_under_the_card() -> None:
    """Words that are too long and speak of a crisis: the card, then the choice, nothing cut."""
    walk = at_own_words()
    long = "I want to die. " + "It is hard to say. " * 40
    assert walk.take(Move("words", long, piece=1)).card.step == "crisis"
    assert walk.tap("go").card.step == "too_long"
    assert walk.here.waiting == long


def test_before_consent_nothing_of_it_travels() -> None:
    """Before a draft the buttons hold the card, and after it not even that it came."""
    plain, told = new_walk(), new_walk()
    for walk in (plain, told):
        walk.tap("go")
    told.take(Move("words", PHRASE))
    told.tap("go")
    assert pack(FLOW, told.here, "no") == pack(FLOW, plain.here, "no")
    assert told.here == plain.here


def test_staff_learn_that_and_the_day() -> None:
    """A held draft is marked with what kind and which day, and with no word of it."""
    walk = at_own_words()
    walk.take(Move("words", "he is hitting my kids and I want to die"))
    found = {k: v for k, v in walk.here.marks.items() if k in MARKS}
    assert found == {"crisis_words": "yes", "crisis_day": "2026-11-22", "child_risk": "yes"}
    assert walk.here.aside == "crisis_child"


@pytest.mark.parametrize("name", CARDS)
@pytest.mark.holds("T38")
def test_a_card_never_promises(name: str) -> None:
    """No card says that help is coming or that a person reads, and each says that nobody does."""
    assert PROMISES.search("Help is on its way.")
    assert PROMISES.search("Someone will read this.")
    said = FLOW.steps[name].say
    assert not PROMISES.search(said)
    assert "no person answers here now" in said.lower()
    assert "999 reaches the police" in said
    assert not re.search(r"\d{2}", said.replace("999", "")), "numbers come from support.yaml"


@pytest.mark.parametrize("name", CARDS)
@pytest.mark.holds("T20")
def test_a_card_asks_for_nothing(name: str) -> None:
    """Support, Carry on and stopping are one tap; no risk is asked about."""
    options = {o.id for o in FLOW.steps[name].options}
    assert {"support", "go", "pause", "later"} <= options
    assert FLOW.steps[name].say.count("?") == 1


def at(age: str, nation: str) -> Draft:
    answers = {"age": Answer("answered", (age,)), "nation": Answer("answered", (nation,))}
    return Draft(FLOW.version, stage="held", step="when_first", answers=answers)


@pytest.mark.parametrize("nation", ["england", "wales", "scotland", "ni", ""])
@pytest.mark.parametrize("age", ["under_18", "adult", "prefer_not"])
def test_the_numbers_fit_nation_and_age(nation: str, age: str) -> None:
    """Samaritans and Shout everywhere, NHS 111 or Lifeline by nation, Childline first under 18."""
    setting, draft = new_walk().setting(), at(age, nation)
    lines = talk_lines(FLOW, draft, setting)
    assert "116 123" in lines
    assert "85258" in lines
    assert ("call 111," in lines) == (nation != "ni")
    assert ("0808 808 8000" in lines) == (nation in {"ni", ""})
    assert lines.startswith("Childline") == (age == "under_18")
    assert ("0800 1111" in lines) == (age != "adult")
    assert first_line(FLOW, draft, setting).startswith("Childline") == (age == "under_18")
    child = child_lines(FLOW, draft, setting).splitlines()
    assert child[0].startswith("Childline" if age == "under_18" else "NSPCC")
    assert len(child) == 2
    danger = danger_lines(FLOW, draft, setting).splitlines()
    assert "999" in danger[0]
    assert "without speaking" in danger[1]
