"""The arithmetic of time limits (FACTS 3.4): lengths and last days. Staff only.

Dates go in and come out; nothing here knows a question, a nation or a calendar. Every
choice is on the side of the earlier day, and none of it is advice.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from flows.condition import ALWAYS, Condition
from flows.span import MONTHS, months_after

Formula = Literal[
    "incl",  # the law says "beginning with" or "starting with" the day: the day itself counts
    "plus",  # the day after is the first that counts
    "none",  # no limit, or none that can be computed
]
Kind = Literal["law", "evidence", "date"]

INPUTS = ("when_first", "when_last", "outcome_letter_date", "upcoming_when", "none")
"""The questions that a clock can start on; the row names one of them."""


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
class TimeLimit:
    """One row of FACTS 3.2 or 3.3: what is computed, from what, and for whom.

    `jurisdiction` is how far the law reaches; `nations` for which events it is computed
    (nothing of England's for Scotland or Northern Ireland). `needs` are alternatives; with
    none the row is always relevant. `continuing`: one course of conduct may count as one
    act that ended with the last day. A row that does not `alert` is shown and raises nothing.
    `day_matters`: it is short, so while it may be ending on any day someone asks which.
    `under_18` is what to ask where the person was: then its clock starts on a birthday.
    A row that `leads` says before others that there is no limit.
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
    day_matters: bool = False
    under_18: str = ""
    leads: bool = False

    def last_day(self, day: date) -> date:
        """Return the last day of this limit when its clock starts on `day`."""
        return incl(day, self.length) if self.formula == "incl" else after(day, self.length)


@dataclass(frozen=True, slots=True)
class Near:
    """A flag's test of days. `how` says of what `of` is the name, and which way is counted.

    `limit`: a limit of that kind is to be acted on in `first` to `last` days; `passed`: one
    that may be extended was over that many days ago; `running`: a short one may be ending
    on any day; `since`: that question's date was that many days ago, or may have been.
    It counts only where `when` holds too.
    """

    how: Literal["limit", "passed", "running", "since"]
    of: str
    first: int = 0
    last: int = 0
    when: Condition = ALWAYS


def after(day: date, length: Length) -> date:
    """Return `day` plus `length`, clamped to the end of a shorter month and to year 9999."""
    moved = months_after(day, length.years * MONTHS + length.months)
    return moved + timedelta(min(length.days, (date.max - moved).days))


def incl(day: date, length: Length) -> date:
    """Return the last day of `length` beginning with `day`: one day less than `after`."""
    return after(day, length) - timedelta(1)
