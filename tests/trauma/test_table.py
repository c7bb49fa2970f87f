"""The page about the checklist is made of the tests, and leaves no item to chance."""

import re

import pytest

from intake.team import GATES
from tests.trauma.faults import FAULTS
from tests.trauma.table import ITEMS, PAGE, ROOT, Test, checklist, holding, page, tasks

GATE = ROOT / "docs" / "release-gate.md"
FEWEST = 44


def unheld(tests: dict[str, tuple[Test, ...]]) -> list[str]:
    """Return the items that neither a test nor a person holds."""
    return [item for item in ITEMS if not tests.get(item) and not tasks(item)]


def test_the_page_is_current() -> None:
    """docs/trauma-informed.md says what the tests say: `python -m tests.trauma.table`."""
    assert PAGE.read_text(encoding="utf-8") == page(len({fault.item for fault in FAULTS}))


def test_every_item_is_held() -> None:
    """Each of T01 to T52 has a test, or a human task at a gate; at least 44 have a test."""
    assert tuple(checklist()) == ITEMS
    assert unheld(dict(holding())) == []
    assert set(holding()) <= set(ITEMS)
    assert len([item for item in holding() if "part" not in checklist()[item]]) >= FEWEST
    assert {task["gate"] for item in ITEMS for task in tasks(item)} <= set(GATES)


def test_an_item_that_nobody_holds_is_found() -> None:
    """Without its tests, an item that no person holds either is named."""
    assert unheld({}) == [item for item in ITEMS if not tasks(item)]
    assert "T09" in unheld({})


def test_the_gate_page_is_that_of_the_code() -> None:
    """docs/release-gate.md has a line for each gate of the team file, in order, and each task."""
    text = GATE.read_text(encoding="utf-8")
    assert re.findall(r"^\| `(\w+)`", text, re.MULTILINE) == list(GATES)
    for item in ITEMS:
        for task in tasks(item):
            assert f"- `{task['gate']}`, {item}: {task['task']}." in text


@pytest.mark.parametrize("gate", list(GATES))
def test_each_gate_stands_in_the_operators_example(gate: str) -> None:
    """The example team file has each line, unsigned."""
    example = (ROOT / "intake" / "example_team.toml").read_text(encoding="utf-8")
    assert re.search(rf'^{gate} = \{{ name = "" \}}$', example, re.MULTILINE)
