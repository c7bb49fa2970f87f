"""When a note may be shown: her days and hours, by London's clock. Times are unix seconds."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from flows.reach import DAYS, HOURS

LONDON = ZoneInfo("Europe/London")

_HOUR = 3600
_LONGEST = 8 * 24
"""Hours that are looked through: a week, and a day for the clock that changes in it."""


def allowed(days: list[str], hours: list[str], now: int) -> bool:
    """Tell whether `now` lies on one of `days` and in one of `hours`."""
    there = datetime.fromtimestamp(now, UTC).astimezone(LONDON)
    if DAYS[there.weekday()] not in days:
        return False
    return any(start <= there.hour < end for start, end in map(HOURS.__getitem__, hours))


def next_allowed(days: list[str], hours: list[str], now: int) -> int:
    """Return `now`, or the next full hour at which a note may be shown.

    Searched hour by hour: on the two days on which the clock changes nothing is special then.
    """
    at = now
    for _ in range(_LONGEST):
        if allowed(days, hours, at):
            return at
        at = at - at % _HOUR + _HOUR
    return at


def tomorrow(now: int) -> int:
    """Return the first second of the day after the one that `now` is in."""
    return _midnight(day(now) + timedelta(days=1))


def end_of(last: date) -> int:
    """Return the first second after the day `last`."""
    return _midnight(last + timedelta(days=1))


def day(now: int) -> date:
    """Return the day it is in London."""
    return datetime.fromtimestamp(now, UTC).astimezone(LONDON).date()


def _midnight(of: date) -> int:
    return int(datetime.combine(of, time(), LONDON).timestamp())
