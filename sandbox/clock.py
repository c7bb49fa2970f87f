"""The one clock of a world: real, or moved by a test.

A clock is anything that can be called and gives Unix seconds, so that the bot, which may not
import this package, takes the same object as a plain `Callable[[], float]`.
"""

import time
from collections.abc import Callable
from typing import Protocol


class Clock(Protocol):
    """Anything that tells the time in Unix seconds."""

    def __call__(self) -> float:
        """Return the time now, in Unix seconds."""
        ...

    def now(self) -> float:
        """Return the same as calling the clock."""
        ...


class RealClock:
    """The machine's own time."""

    def __call__(self) -> float:
        """Return the time now, in Unix seconds."""
        return time.time()

    now = __call__


class MovedClock:
    """Another clock's time plus what a test has moved it by.

    `under` is what runs beneath: the machine's time by default, so that the world stays
    alive between two moves; `MovedClock(lambda: 1_800_000_000.0)` stands still until moved.
    """

    def __init__(self, under: Callable[[], float] = time.time) -> None:
        self._under = under
        self._moved = 0.0

    def __call__(self) -> float:
        """Return the moved time, in Unix seconds."""
        return self._under() + self._moved

    now = __call__

    def advance(self, seconds: float) -> None:
        """Move the clock by `seconds`; a negative figure moves it back."""
        self._moved += seconds
