"""How long each kind of report is kept: whole months or days, and the day on which they end. Pure.

A report is counted from the last thing that its reporter or the staff did with it.
"""

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

STATUSES = ("new", "opened", "contacting", "in_contact", "referred", "taken_on", "closed")
"""Every status of a report (`intake.casework`) has a clock."""

TAKEN_ON = "taken_on"
"""The status in which legal work has started: it may be kept longer than reporters are told."""

_PERIOD = re.compile(r"([1-9][0-9]{0,3}) (month|day)s?")
_MOST_MONTHS = 240
_MOST_DAYS = 7305
"""Twenty years: longer is a mistake."""

_MONTHS_A_YEAR = 12
_SHORTEST_YEARS = (date(2027, 1, 1), date(2031, 1, 1))
"""Four years, a leap day among them: every length that months can have."""


@dataclass(frozen=True, slots=True)
class Term:
    """A length of time: whole calendar months, or days."""

    months: int = 0
    days: int = 0

    def __str__(self) -> str:
        number, unit = (self.months, "month") if self.months else (self.days, "day")
        return f"{number} {unit}" if number == 1 else f"{number} {unit}s"

    def after(self, day: date) -> date:
        """Return the day on which this term ends that began on `day`."""
        return add_months(day, self.months) + timedelta(days=self.days)

    def fits(self, months: int) -> bool:
        """Tell whether it never ends later than that many months would, whenever it begins."""
        if not self.days:
            return self.months <= months
        first, last = _SHORTEST_YEARS
        days = (first + timedelta(days=n) for n in range((last - first).days))
        return all(self.after(day) <= add_months(day, months) for day in days)


@dataclass(frozen=True, slots=True)
class Terms:
    """The retention rules of a team."""

    statuses: Mapping[str, Term]
    """Status -> how long after the last thing that was done."""
    joint_claim: Term
    """At least so long where the reporter wished it for a joint claim."""
    kept_months: int
    """What reporters are told."""
    warn_days: int
    """Days before its end from which a report is on the list."""
    withdrawn_days: int
    """Days in which a withdrawal has to be answered."""


def add_months(day: date, months: int) -> date:
    """Return the same day some months later, or the last of that month if it is shorter.

    31 August and six months is 28 or 29 February: never later than was promised.
    """
    year, month = divmod(day.year * _MONTHS_A_YEAR + day.month - 1 + months, _MONTHS_A_YEAR)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def read_term(text: str) -> Term:
    """Read `6 months` or `30 days`; ValueError, with an example, on anything else."""
    match = _PERIOD.fullmatch(text)
    number = int(match[1]) if match else 0
    if match is None or number > (_MOST_MONTHS if match[2] == "month" else _MOST_DAYS):
        raise ValueError('is not a length of time such as "6 months" or "30 days"')
    return Term(months=number) if match[2] == "month" else Term(days=number)
