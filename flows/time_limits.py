"""The arithmetic of time limits (FACTS 3.4): lengths, last days, padding. Staff only.

Dates go in and come out; nothing here knows a question, a nation or a calendar. Every
choice is on the side of the earlier day, and none of it is advice.
"""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from flows.condition import Condition

Formula = Literal[
    "incl",  # the law says "beginning with" or "starting with" the day: the day itself counts
    "plus",  # the day after is the first that counts
    "none",  # no limit, or none that can be computed
]
Kind = Literal["law", "evidence", "date"]

INPUTS = ("when_first", "when_last", "outcome_letter_date", "upcoming_when", "none")
"""The questions that a clock can start on; the row names one of them."""

MONTHS = 12
A_SEASON = 92
"""Days. A range no wider is read as a month or a season; a wider one as a year or more."""


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time in the law's own units, which are not the same number of days."""

    years: int = 0
    months: int = 0
    days: int = 0

    def __str__(self) -> str:
        """Return it in words: `3 months`, `28 days`, `none`."""
        parts = ((self.years, "year"), (self.months, "month"), (self.days, "day"))
        said = [f"{n} {unit}{'s' if n > 1 else ''}" for n, unit in parts if n]
        return " ".join(said) or "none"


@dataclass(frozen=True, slots=True)
class Range:
    """Between which two days something lies, both included; None is an open end."""

    earliest: date | None
    latest: date | None


@dataclass(frozen=True, slots=True)
class Padding:
    """How far an "around" or "not certain" date is widened at each end (FACTS 3.4)."""

    day: Length
    month: Length
    year: Length


NO_PADDING = Padding(Length(), Length(), Length())


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """One row of FACTS 3.2 or 3.3: what is computed, from what, and for whom.

    `jurisdiction` is how far the law reaches; `nations` for which events it is computed
    (nothing of England's for Scotland or Northern Ireland). `needs` are alternatives; with
    none the row is always relevant. `continuing`: one course of conduct may count as one
    act that ended with the last day. A row that does not `alert` is shown and raises nothing.
    """

    id: str
    name: str
    kind: Kind
    jurisdiction: str
    nations: frozenset[str]
    source: str
    input: str
    formula: Formula
    length: Length
    extension: str
    needs: tuple[Condition, ...]
    continuing: bool
    alert: bool
    confidence: str
    last_checked: str
    note: str

    def last_day(self, day: date) -> date:
        """Return the last day of this limit when its clock starts on `day`."""
        return incl(day, self.length) if self.formula == "incl" else after(day, self.length)


def after(day: date, length: Length) -> date:
    """Return `day` plus `length`, clamped to the end of a shorter month and to year 9999."""
    months = day.year * MONTHS + day.month - 1 + length.years * MONTHS + length.months
    year, month = divmod(months, MONTHS)
    if year > date.max.year:
        return date.max
    if year < date.min.year:
        return date.min
    last = calendar.monthrange(year, month + 1)[1]
    moved = date(year, month + 1, min(day.day, last))
    room = (date.max - moved).days if length.days > 0 else (date.min - moved).days
    days = min(length.days, room) if length.days > 0 else max(length.days, room)
    return moved + timedelta(days)


def incl(day: date, length: Length) -> date:
    """Return the last day of `length` beginning with `day`: one day less than `after`."""
    return after(day, length) - timedelta(1)


def before(day: date, length: Length) -> date:
    """Return `day` minus `length`, clamped to the end of a shorter month."""
    return after(day, Length(-length.years, -length.months, -length.days))


def padded(found: Range, padding: Padding) -> Range:
    """Return an "around" range widened at each end; how far depends on how wide it is."""
    if found.earliest is None or found.latest is None:
        by = padding.year
    elif found.earliest == found.latest:
        by = padding.day
    else:
        by = padding.month if (found.latest - found.earliest).days <= A_SEASON else padding.year
    return Range(
        before(found.earliest, by) if found.earliest else None,
        after(found.latest, by) if found.latest else None,
    )
