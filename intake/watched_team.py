"""The team file of a program that runs on: read again once it was changed, and only as a whole."""

import logging
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from intake.team import Team, TeamFaults, read_team

_log = logging.getLogger(__name__)

EVERY_SECONDS: Final = 3.0
"""The file is looked at no more often, however many ask."""

_Look = tuple[int, ...]


class WatchedTeam:
    """The team as its file says now; as it said last while what it says now cannot be used."""

    def __init__(self, path: Path, clock: Callable[[], float] = time.monotonic) -> None:
        """Read the file; raises TeamFaults if it cannot be used at all."""
        self._path = path
        self._clock = clock
        self._guard = threading.Lock()
        # Before it is read: what is written meanwhile is read the next time.
        self._seen = _look(path)
        self._team = read_team(path)
        self._faults = 0
        self._looked_at = clock()

    def now(self) -> tuple[Team, int]:
        """Return the team, and how many faults keep a newer file from being used (0: none do)."""
        with self._guard:
            if self._clock() - self._looked_at >= EVERY_SECONDS:
                self._looked_at = self._clock()
                self._look_again()
            return self._team, self._faults

    def _look_again(self) -> None:
        seen = _look(self._path)
        if seen == self._seen:
            return
        self._seen = seen
        try:
            self._team = read_team(self._path)
        except TeamFaults as found:
            self._faults = len(found.faults)
            told = " ".join(map(str, found.faults))
            _log.error("the team file was changed, and the team of before goes on: %s", told)
        else:
            self._faults = 0
            _log.warning("the team file was changed, and is in force as it is now")


def _look(path: Path) -> _Look:
    """Return what is another for another content; nothing for a file that is gone."""
    try:
        found = path.stat()
    except OSError:
        return ()
    return (found.st_ino, found.st_mtime_ns, found.st_ctime_ns, found.st_size)
