"""What the lint asks of the flow itself, of other languages, and of its own lists."""

import re
from pathlib import Path

import pytest

from flows import buttons
from flows.loading import FlowFaults
from flows.loading.lint_lists import read_lists
from flows.screen import Button
from tests.flows.linting import Translated, change, copy_of, found_in

ACCOUNT, OUTLINE = "questions/account.yaml", "questions/outline.yaml"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return copy_of(tmp_path)


def test_a_way_around_the_notice_is_found(content: Path) -> None:
    """A question of the account that can be reached without its content notice is named."""
    change(content, OUTLINE, "    next: before_account\n", "    next: duty\n")
    found = found_in(content)
    assert {(f.rule, f.item) for f in found} == {("content-notice", "T16")}
    assert found[0].step == "duty"
    assert found[0].place.startswith(ACCOUNT)


@pytest.mark.parametrize(
    ("line", "lacking"),
    [
        ('      - {id: past, label: "Skip this part", to: topics}\n', "skip this part"),
        ('      - {id: pause, label: "Take a break", move: pause}\n', "take a break"),
        ('      - {id: support, label: "Show me support", move: help}\n', "see support"),
    ],
)
def test_a_notice_offers_four_ways(content: Path, line: str, lacking: str) -> None:
    """A content notice without one of its four buttons is found."""
    change(content, ACCOUNT, line, "")
    (found,) = found_in(content)
    assert (found.rule, found.step) == ("content-notice", "before_account")
    assert lacking in found.what


def test_a_notice_that_is_not_there(content: Path) -> None:
    """A notice, or a step of it, that the flow does not have is found."""
    change(content, "lint/flow.yaml", "block: account", "block: account, steps: [duti]")
    assert 'no step "duti"' in found_in(content)[0].what
    change(content, "lint/flow.yaml", "before_account", "before_acount")
    assert 'no step "before_acount"' in found_in(content)[0].what


@pytest.mark.parametrize("control", ["skip", "back", "help", "leave", "more"])
def test_a_card_without_a_way_out_is_found(
    content: Path, monkeypatch: pytest.MonkeyPatch, control: str
) -> None:
    """A control that the code no longer draws is missed on every card."""
    shown = buttons.buttons

    def without(*given: object) -> list[Button]:
        return [b for b in shown(*given) if b.option != control]  # type: ignore[arg-type]

    monkeypatch.setattr("flows.lint.ways_out.buttons", without)
    found = found_in(content)
    assert {f.rule for f in found} == {"way-out"}
    assert len(found) > 20


def test_parts_are_counted(content: Path) -> None:
    """A gap in the parts, and a line that does not tell them, are found."""
    change(content, ACCOUNT, "part: 2", "part: 4")
    change(content, "texts.yaml", "Part {part} of {parts}", "Part {part}")
    assert [f.item for f in found_in(content)] == ["T18", "T18"]


def test_an_exception_that_nothing_needs_is_found(content: Path) -> None:
    """Mended words leave an exception behind, and the lint asks for it back."""
    change(content, OUTLINE, "from the last 3 months", "from lately")
    (found,) = found_in(content)
    assert (found.rule, found.step) == ("exception", "letter")
    assert re.match(r"lint/en\.yaml:\d+: ", str(found))


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("rule: leading", "rule: leading\n    ittem: T26", '"ittem" is not a name used here'),
        ("rule: time-span\n    step: letter", "rule: time-spam\n    step: letter", "time-span"),
        ("item: T23", "item: T99", '"item"'),
        ("where: first_line", "where: first", '"where"'),
        ("language: en", "language: cy", 'says that it is for "cy"'),
    ],
)
def test_a_faulty_list_is_told_with_its_line(
    content: Path, before: str, after: str, words: str
) -> None:
    """What the lists may not hold is a fault with file, line and what was meant."""
    change(content, "lint/en.yaml", before, after)
    with pytest.raises(FlowFaults, match=r"lint/en\.yaml:\d+") as found:
        read_lists(content)
    assert words in str(found.value)


@pytest.mark.parametrize(
    ("language", "said", "rule"),
    [
        ("cy", "Pam mae'n dal i ddigwydd?", "why"),
        ("cy", "A yw'r dioddefwr yn iawn?", "legal-label"),
        ("cy", "A yw'n dal i ddigwydd? Ydy?", "one-question"),
        ("pl", "Czy nadal to robi, gdy byłaś tam?", "pronoun"),
        ("pl", "Czy ofiara nadal tam jest?", "legal-label"),
        ("pl", "Dlaczego to trwa?", "why"),
        ("pl", "Czy to trwa od 28 dni?", "translated-number"),
        ("ur", "یہ کیوں ہو رہا ہے؟", "why"),
        ("ur", "کیا یہ جاری ہے! جی؟", "exclamation"),
        ("ur", "کیا یہ ہو رہا ہے؟ کیا یہ جاری ہے؟", "one-question"),
    ],
)
def test_other_languages_have_their_own_lists(
    content: Path, language: str, said: str, rule: str
) -> None:
    """A planted word of another language is found, and named with its catalog and context."""
    found = found_in(content, [Translated(language, ongoing=said)])
    assert rule in {f.rule for f in found}
    assert f'locales/{language}, context "ongoing"' in str(found[0])


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("cy", "A yw'n dal i ddigwydd?"),
        ("pl", "Czy to się nadal dzieje?"),
        ("ur", "کیا یہ اب بھی ہو رہا ہے؟"),
    ],
)
def test_plain_words_of_other_languages_are_left_alone(
    content: Path, language: str, said: str
) -> None:
    """A plain question in each language raises no alarm."""
    found = found_in(content, [Translated(language, ongoing=said)])
    assert [str(f) for f in found if f.rule != "label"] == []


def test_a_language_without_a_list_is_named(content: Path) -> None:
    """A language that nobody made a list for is a finding, not a silence."""
    (found,) = found_in(content, [Translated("so")])
    assert "lint/so.yaml" in found.what
