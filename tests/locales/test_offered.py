from collections.abc import Callable
from pathlib import Path

import pytest

from flows.loading import read_flow
from flows.wording import wording
from locales import ANY, Catalog, NotTranslated, catalogs, offered

Maker = Callable[..., Path]
POLISH = {"hello": "Dzień dobry, {name}.", "evening": "Wyjdź", "morning": "Zostaw"}
VOUCHED = {"Reviewed_By": "A. Nowak", "Reviewed_On": "2026-11-20"}


def test_english_says_what_the_questions_say() -> None:
    """English needs no catalog: its words are the questions' own."""
    assert offered(folder=Path("/nowhere"))["en"].say("any", "Leave") == "Leave"


def test_the_same_english_can_have_other_words_elsewhere(made: Maker) -> None:
    """A text is looked up with the step it belongs to."""
    polish = offered(folder=made("pl", POLISH, **VOUCHED))["pl"]
    assert polish.say("evening", "Leave") == "Wyjdź"
    assert polish.say("morning", "Leave") == "Zostaw"


def test_a_text_without_words_is_refused_not_said_in_english(made: Maker) -> None:
    """No language but English answers in English; the refusal does not repeat the text."""
    polish = offered(folder=made("pl", POLISH, **VOUCHED))["pl"]
    with pytest.raises(NotTranslated) as refused:
        polish.say("evening", "A new sentence")
    assert "evening" in str(refused.value)
    assert "new sentence" not in str(refused.value)
    assert polish.say("evening", "") == ""


def test_a_complete_reviewed_language_is_offered_after_english(made: Maker) -> None:
    """Complete, with a reviewer and a day, it is offered; English stands first."""
    assert list(offered(folder=made("pl", POLISH, **VOUCHED))) == ["en", "pl"]


@pytest.mark.parametrize(
    "headers", [{}, {"Reviewed_By": "A. Nowak"}, VOUCHED | {"Reviewed_On": "soon"}]
)
def test_a_draft_is_offered_only_where_the_operator_names_it(
    made: Maker, headers: dict[str, str]
) -> None:
    """Without a reviewer or a true day, a language needs the operator's own word."""
    folder = made("pl", POLISH, **headers)
    assert list(offered(folder=folder)) == ["en"]
    assert list(offered({"cy"}, folder=folder)) == ["en"]
    assert list(offered({"pl"}, folder=folder)) == ["en", "pl"]
    assert list(offered({ANY}, folder=folder)) == ["en", "pl"]


def test_a_language_with_gaps_is_never_offered(made: Maker) -> None:
    """Neither a reviewer nor the operator's word stands for missing words."""
    folder = made("pl", POLISH | {"morning": ""}, **VOUCHED)
    assert list(offered({"pl"}, folder=folder)) == ["en"]
    assert [c.gap({ANY}) for c in catalogs(folder)] == [
        "",
        "1 texts have no words in Polski (pl) yet.",
    ]


def test_a_question_changed_after_the_catalogs_takes_its_language_out(made: Maker) -> None:
    """What the conversation needs is checked at the start, not met by a reporter."""
    folder = made("pl", POLISH, **VOUCHED)
    assert "pl" in offered(needed=[("evening", "Leave")], folder=folder)
    assert "pl" not in offered(needed=[("evening", "Leave now")], folder=folder)


@pytest.mark.parametrize(
    ("language", "name", "rtl"), [("cy", "Cymraeg", False), ("ur", "اردو", True)]
)
def test_a_language_has_its_own_name_and_direction(
    made: Maker, language: str, name: str, *, rtl: bool
) -> None:
    """The name is what its speakers call it; Urdu runs from right to left."""
    catalog = offered({ANY}, folder=made(language, POLISH))[language]
    assert (catalog.name, catalog.right_to_left) == (name, rtl)
    assert repr(catalog) == f"Catalog({language!r})"


def test_english_speaks_for_the_whole_flow() -> None:
    """Everything that the shipped flow can say is among the texts that a language needs."""
    needed = set(wording(read_flow()))
    assert len(needed) > 400
    assert Catalog("en").gap((), needed) == ""
