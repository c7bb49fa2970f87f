"""Telling staff that something has arrived: after it is stored, again if it failed.

What failed is remembered in memory only. After a restart the inbox itself shows what
is unread; an alert is a courtesy, the stored report is the promise.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from intake import alerts
from intake.alerts import CHANNELS, Channel
from intake.team_file import Alerts

FIRST_WAIT, LONGEST_WAIT, MOST_TRIES = 30, 3600, 20
"""Seconds between two tries, doubling from the first to the longest; then it is let go."""


@dataclass(frozen=True, slots=True)
class _Untold:
    priority: int
    channels: frozenset[Channel]
    due_at: float
    tries: int


@dataclass(slots=True)
class Telling:
    """The alerts of one courier."""

    alerts: Alerts
    clock: Callable[[], float]
    _untold: list[_Untold] = field(default_factory=list)

    def tell(self, priorities: Collection[int]) -> None:
        """Tell every channel of each arrival, and try again what failed earlier and is due."""
        now = self.clock()
        due = [one for one in self._untold if one.due_at <= now]
        self._untold = [one for one in self._untold if one.due_at > now]
        fresh = [_Untold(priority, CHANNELS, now, 0) for priority in priorities]
        for one in (*fresh, *due):
            failed = alerts.send(self.alerts, one.priority, one.channels)
            again = frozenset(f.channel for f in failed if f.retry)
            if again and one.tries < MOST_TRIES:
                wait = min(FIRST_WAIT * 2**one.tries, LONGEST_WAIT)
                later = _Untold(one.priority, again, now + wait, one.tries + 1)
                self._untold.append(later)
