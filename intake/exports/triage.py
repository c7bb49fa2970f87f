"""What has arrived as a table for a spreadsheet: the plain triage columns, and no others."""

import csv
import io
import unicodedata
from collections.abc import Iterable
from dataclasses import fields

from intake.boundary import Triage
from intake.entries import visible

COLUMNS = tuple(field.name for field in fields(Triage))
"""The header row. Nothing of a report's inside can stand in these."""

_BEGINS_A_FORMULA = frozenset("=+-@\t\r\n")


def triage_csv(triages: Iterable[Triage]) -> str:
    """Return them in their order, a row each under a header row, as RFC 4180 wants it."""
    table = io.StringIO(newline="")
    writer = csv.writer(table, quoting=csv.QUOTE_ALL)
    writer.writerow(COLUMNS)
    for one in triages:
        columns = one.as_dict()
        writer.writerow([_cell(columns[name]) for name in COLUMNS])
    return table.getvalue()


def _cell(value: str | int | None) -> str:
    """Return a cell that no spreadsheet works out.

    The columns can be changed by whoever holds the database, and a formula could carry the
    others away. An apostrophe in front makes it words, also before a full-width `=`.
    """
    text = "" if value is None else str(value)
    first = unicodedata.normalize("NFKC", text.lstrip(" ")[:1])
    return ("'" if first in _BEGINS_A_FORMULA and first else "") + visible(text)
