"""What she chose to call it stands in later texts, in our words, and nowhere unasked."""

import re
from collections.abc import Mapping

import pytest

from flows.cards import card
from flows.draft import Answer, Draft
from tests.stories.telling import new_walk, shipped

FLOW = shipped().flow


def shown(step: str, chosen: Mapping[str, str], *, them: bool = False) -> str:
    """Return the card of `step` after these choices."""
    answers = {name: Answer("answered", (value,)) for name, value in chosen.items()}
    marks = {"them": "yes"} if them else {}
    here = Draft(FLOW.version, stage="held", step=step, answers=answers, marks=marks)
    return card(FLOW, here, new_walk().setting()).text


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        ({}, "the person from the police"),
        ({"call_them": "police"}, "the person from the police"),
        ({"call_them": "officer"}, "the officer"),
        ({"call_them": "person"}, "the person"),
        ({"call_them": "partner"}, "your partner or ex"),
    ],
)
def test_the_person_is_called_as_chosen(chosen: dict[str, str], said: str) -> None:
    """A question names the person by the words tapped, or plainly where none were."""
    assert f"Was {said} at work at the time?" in shown("duty", chosen)


def test_another_persons_partner_is_theirs() -> None:
    """Whoever tells of somebody else reads of that person's partner, not of their own."""
    assert "Was their partner or ex at" in shown("duty", {"call_them": "partner"}, them=True)


@pytest.mark.parametrize(
    ("chosen", "said"),
    [({}, "what happened"), ({"call_it": "abuse"}, "the abuse")],
)
def test_it_is_called_as_chosen(chosen: dict[str, str], said: str) -> None:
    """What happened is named by the words tapped, or plainly where none were."""
    assert f"about {said}, with no names" in shown("own_words", chosen)


def test_each_choice_has_its_words() -> None:
    """Every choice has its text, so that none falls back unnoticed to the plain one."""
    for step, kind in (("call_it", "it"), ("call_them", "them")):
        for option in FLOW.steps[step].options:
            assert f"{kind}_{option.id}" in FLOW.texts


def test_each_insert_stands_in_one_grammatical_place() -> None:
    """{it} follows "about", and {them_police} does something: other languages bend words."""
    said = [step.say for step in FLOW.steps.values()] + list(FLOW.texts.values())
    assert any("{it}" in text for text in said)
    for text in said:
        assert len(re.findall(r"\{it\}", text)) == len(re.findall(r"about \{it\}", text))
        doing = re.findall(r"\b(?:did|[Ww]as|[Ii]s|[Dd]oes) \{them_police\}", text)
        assert len(re.findall(r"\{them_police\}", text)) == len(doing)
