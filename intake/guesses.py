"""A limit on guessing receipt codes, over all reporters together."""

import threading
import time
from collections import deque
from collections.abc import Callable

from intake.boundary import TryLater

MOST_AN_HOUR = 100
"""Wrong codes in any hour (goal O4 of the threat model)."""

FREE = 20
"""Wrong codes in an hour before the pause between them begins to grow."""

_HOUR = 3600.0
_GROWTH = 0.5
"""Seconds that each further wrong code adds to the pause."""


class Guesses:
    """Counts wrong codes of the last hour. The limit of one account is the bot's own.

    Nothing is remembered of a code or of who tried it, and a valid code is never locked: it works
    again as soon as the pause is over.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._wrong: deque[float] = deque()
        self._guard = threading.Lock()

    def may_try(self) -> None:
        """Raise TryLater while there were too many wrong codes."""
        now = self._clock()
        with self._guard:
            while self._wrong and self._wrong[0] <= now - _HOUR:
                self._wrong.popleft()
            count = len(self._wrong)
            pause = max(0, count - FREE) * _GROWTH
            if count >= MOST_AN_HOUR or (count and now < self._wrong[-1] + pause):
                raise TryLater("Too many codes that fit no report were tried. Try again later.")

    def was_wrong(self) -> None:
        """Count one wrong code."""
        with self._guard:
            self._wrong.append(self._clock())
