"""What the lint holds: every item that a program can check in the words, in every language."""

import pytest

from tests.trauma.content import folder, linted

ITEMS = (
    *("T02", "T09", "T11", "T12", "T13", "T16", "T17", "T18", "T22", "T23", "T24"),
    *("T26", "T27", "T30", "T31", "T32", "T34", "T38", "T48", "T50"),
)


@pytest.mark.parametrize(
    "item", [pytest.param(item, marks=pytest.mark.holds(item)) for item in ITEMS]
)
def test_the_lint_finds_nothing(item: str) -> None:
    """In every language, offered or drafted, the lint finds nothing against the item."""
    assert [str(found) for found in linted(folder()) if found.item == item] == []
