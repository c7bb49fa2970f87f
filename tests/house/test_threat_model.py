import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs/threat-model.md"


def unproven(text: str) -> list[str]:
    """Name the rows of the page's tables that neither name a test that exists nor own up."""
    rows = [
        line for line in text.splitlines() if line.startswith("| ") and "| shown by" not in line
    ]
    return [
        row
        for row in rows
        if not re.search(r"\*not yet\*|known, not prevented", row)
        and not re.search(r"`tests/[a-z_/]+\.py`", row.rsplit("|", 2)[1])
    ]


def gone(text: str) -> list[str]:
    """Name the tests on the page that are not there."""
    return [path for path in re.findall(r"`(tests/[^`]+)`", text) if not (ROOT / path).is_file()]


def test_every_threat_names_its_test_or_owns_up() -> None:
    """Each row names a test that is there, or says that none shows it yet."""
    text = PAGE.read_text(encoding="utf-8")
    assert unproven(text) == []
    assert gone(text) == []


def test_an_empty_claim_is_found() -> None:
    """A row that claims without a test, and a test that is gone, are found."""
    row = "| **Somebody** tries | We stop it | of course |"
    assert unproven(row) == [row]
    assert gone("`tests/house/test_nothing.py`") == ["tests/house/test_nothing.py"]
