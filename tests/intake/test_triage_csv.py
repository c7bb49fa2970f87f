import csv
import io

import pytest

from intake.boundary import Triage
from intake.exports.triage import COLUMNS, triage_csv
from tests.intake.sample import triage


def rows(*columns: Triage) -> list[list[str]]:
    return list(csv.reader(io.StringIO(triage_csv(columns), newline="")))


def test_a_row_each_under_a_header() -> None:
    """The header names the triage columns; each report is a row, in the order given."""
    table = rows(triage(), triage("ab" * 16, due_week=None))
    assert table == [
        [*triage().as_dict()],
        ["3f" * 16, "2026-11-22", "Q3_MET_CORE", "2", "2026-11-30", "en", "2026-11"],
        ["ab" * 16, "2026-11-22", "Q3_MET_CORE", "2", "", "en", "2026-11"],
    ]


def test_there_are_no_other_columns() -> None:
    """Exactly the seven columns that lie in plain text in the store, and nothing beside them."""
    assert tuple(triage().as_dict()) == COLUMNS
    assert len(COLUMNS) == 7


def test_without_reports_there_is_the_header() -> None:
    """An empty list is a table too."""
    assert triage_csv(()).splitlines() == [",".join(f'"{name}"' for name in COLUMNS)]


FULL_WIDTH = "\N{FULLWIDTH EQUALS SIGN}"


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r", "\n", " =", FULL_WIDTH])
def test_no_cell_is_worked_out(first: str) -> None:
    """A column altered into a formula reaches the spreadsheet as words."""
    formula = f'{first}HYPERLINK("x";A1)&"'
    cell = rows(triage(language=formula))[1][5]
    assert cell.startswith("'")
    assert "HYPERLINK" in cell


def test_a_broken_cell_stays_one_cell() -> None:
    """Quotes, commas, semicolons and line breaks stay inside; signs that steer are visible."""
    (_, row) = rows(triage(language='a",b;c\r\nd\x1b\u202e'))
    assert len(row) == 7
    assert row[5] == 'a",b;c\N{REPLACEMENT CHARACTER}\nd\N{REPLACEMENT CHARACTER}'
