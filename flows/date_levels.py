"""From a broad date to a narrower one: which card comes after a tap, and what it offers.

A date question is walked down by taps: years, one year, a season or a month, a day. What she
has said so far is an EDTF string, and that string alone tells what can still be asked, so
nothing is kept but the taps themselves (`Draft.picked`).
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from flows.span import months_after

NEAR, AROUND, WHICH = "near", "around", "which"
"""The taps that end the question: near enough, around then, not sure which."""
SEASONS, MONTHS = "seasons", "months"
"""The taps that open a card of one year's seasons or months."""
GUESS = "g."
"""Begins the name of a guess at typed words; "~" at its end stands for "around"."""
DAY = "d."
"""Begins the name of a day's button: days stand in rows of a week."""

DECADE = 10
OLDEST_DECADES = 4
MONTHS_AHEAD = 12
BEGINS = {"21": "03", "22": "06", "23": "09"}
"""The month in which a season begins."""

Kind = Literal["", "decades", "years", "more", "seasons", "months", "days"]


@dataclass(frozen=True, slots=True, repr=False)
class Level:
    """A card under a date question: its kind, and the EDTF string of each choice on it."""

    kind: Kind = ""
    choices: tuple[str, ...] = ()


END = Level()


def level(path: tuple[str, ...], today: date, *, ahead: bool) -> Level:
    """Return the card that comes after `path`; END when nothing more is asked.

    Nothing is offered that has not come yet, or, `ahead`, that has gone by.
    """
    opened, said = path[-1], so_far(path)
    if opened == SEASONS:
        return Level("seasons", _begun(_seasons(said), today))
    if SEASONS in path:
        return END
    if opened == MONTHS:
        return Level("months", _begun([f"{said}-{n:02}" for n in range(1, 13)], today))
    return _ahead(said, today) if ahead else _before(said, path, today)


def _before(said: str, path: tuple[str, ...], today: date) -> Level:
    if re.fullmatch(r"\.\./\d{4}", said) and path[1:] == (said,):
        return Level("decades", _decades(int(said[3:])))
    if path[0] == "last_month" and "/" in said:
        # A letter's day starts a time limit: its month, then its day.
        return Level("months", tuple(dict.fromkeys(day[:7] for day in said.split("/"))))
    if re.fullmatch(r"\d{4}/\d{4}", said):
        first, last = int(said[:4]), int(said[5:])
        return Level("years", tuple(str(year) for year in range(first, last + 1)))
    if re.fullmatch(r"\d{4}", said):
        return Level("more")
    if re.fullmatch(r"\d{4}-\d\d", said):
        return Level("days", _begun(_days(date.fromisoformat(f"{said}-01")), today))
    return END


def so_far(path: tuple[str, ...]) -> str:
    """Return what the taps of `path` say, in EDTF; "" for an option that says no date.

    The first tap is the option, the second what it meant on the day of the tap.
    """
    said = [tap for tap in path[1:] if tap not in {SEASONS, MONTHS}]
    return said[-1] if said else ""


def _ahead(said: str, today: date) -> Level:
    if said.endswith("/.."):
        first = date.fromisoformat(f"{said[:7]}-01")
        months = (months_after(first, n) for n in range(MONTHS_AHEAD))
        return Level("months", tuple(f"{month:%Y-%m}" for month in months))
    if re.fullmatch(r"\d{4}-\d\d", said):
        days = _days(date.fromisoformat(f"{said}-01"))
        return Level("days", tuple(day for day in days if day >= today.isoformat()))
    if re.fullmatch(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d", said):
        first, last = (date.fromisoformat(side) for side in said.split("/"))
        count = (last - first).days + 1
        days = [(first + timedelta(days=n)).isoformat() for n in range(count)]
        return Level("days", tuple(days)) if count > 1 else END
    return END


def _begun(choices: list[str], today: date) -> tuple[str, ...]:
    """Return the choices that have begun by `today`."""
    first = ((c, c.split("/")[0]) for c in choices)
    return tuple(c for c, day in first if day[:5] + BEGINS.get(day[5:], day[5:]) <= f"{today}")


def _seasons(year: str) -> list[str]:
    """Return the seasons as they lie in one year; its two winters are told apart."""
    named = [f"{year}-21", f"{year}-22", f"{year}-23"]
    return [f"{year}-01/{year}-02", *named, f"{year}-12"]


def _days(first: date) -> list[str]:
    last = monthrange(first.year, first.month)[1]
    return [first.replace(day=day).isoformat() for day in range(1, last + 1)]


def _decades(last: int) -> tuple[str, ...]:
    """Return the decade that `last` stands in up to it, those before, and all before those."""
    start = last - last % DECADE
    begins = [start - DECADE * back for back in range(OLDEST_DECADES)]
    ranges = [f"{year}/{min(year + DECADE - 1, last)}" for year in begins]
    return (*ranges, f"../{begins[-1] - 1}")
