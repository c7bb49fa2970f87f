"""What a remembered date can mean: its first and last day, and how far "around" reaches.

Pure: the arithmetic of whole days and months. Which days an EDTF string stands for is
`flows.calendar`'s to say (FACTS 2.6); `Calendar` is what the rest of the flow asks it.
"""

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Literal, Protocol

UNCERTAIN = frozenset("~?%")
"""EDTF's marks of a date that is approximate, uncertain, or both."""

MONTHS = 12


@dataclass(frozen=True, slots=True, repr=False)
class Span:
    """The first and the last day that a date can mean; an open or unknown end is None."""

    earliest: date | None = None
    latest: date | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Guess:
    """What typed words may mean: a suggestion, nothing until she confirms it."""

    edtf: str = field(repr=False)
    about: bool = False


class Calendar(Protocol):
    """What is known of days: kept apart because it takes libraries that are slow to load."""

    def bounds(self, edtf: str) -> Span:
        """Return the strict bounds of an EDTF string; raises ValueError, never naming it."""
        ...

    def guesses(
        self, text: str, language: str, today: date, *, ahead: bool = False
    ) -> tuple[Guess, ...]:
        """Return at most three dates that `text` may mean; `ahead` if it is about the future."""
        ...

    def closed(self, day: date, nation: str) -> bool:
        """Tell whether courts are closed on `day`; an unknown nation asks all of them."""
        ...


@dataclass(frozen=True, slots=True)
class Padding:
    """How far an "around" reaches, by how exactly it was said (FACTS 3.4, for staff to see)."""

    day_in_days: int = 14
    month_in_months: int = 2
    year_in_months: int = 6


USUAL = Padding()

Precision = Literal["day", "month", "year"]


def precision(part: str) -> Precision:
    """Return how exactly one end of an EDTF string is said; a season counts as a month."""
    plain = part.strip("[]{}").rstrip("~?%")
    exact: tuple[Precision, ...] = ("year", "month", "day")
    return exact[plain.count("-")]


def padded(span: Span, edtf: str, *, about: bool = False, by: Padding = USUAL) -> Span:
    """Widen the bounds of an approximate or uncertain date; any other is returned as it is.

    `about` is the reporter's "around", which EDTF cannot always carry. Each end of a range
    is widened by its own figure; an open end stays open.
    """
    if not (about or UNCERTAIN & set(edtf)):
        return span
    sides = edtf.split("/") if "/" in edtf else edtf.split(",")
    return Span(_moved(span.earliest, sides[0], -1, by), _moved(span.latest, sides[-1], 1, by))


def _moved(day: date | None, side: str, way: int, by: Padding) -> date | None:
    if day is None:
        return None
    exact = precision(side)
    if exact == "day":
        return day + timedelta(days=way * by.day_in_days)
    months = by.month_in_months if exact == "month" else by.year_in_months
    # The last day of a month stays one: "around October" ends on 31 December.
    if day.day == monthrange(day.year, day.month)[1] and way > 0:
        return last_of_month(months_after(day.replace(day=1), months))
    return months_after(day, way * months)


def months_after(day: date, months: int) -> date:
    """Return the same day `months` later (earlier if negative), clamped to the month's end."""
    year, month = divmod(day.year * MONTHS + day.month - 1 + months, MONTHS)
    if not MINYEAR <= year <= MAXYEAR:
        return date.min if months < 0 else date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def last_of_month(day: date) -> date:
    """Return the last day of that month."""
    return day.replace(day=monthrange(day.year, day.month)[1])
