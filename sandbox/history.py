"""Everything the bot has asked for, so that a test can ask what it did and when."""

from collections import deque
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from fnmatch import fnmatchcase
from typing import Final

from sandbox.changes import Changes
from sandbox.clock import Clock
from sandbox.messages import Json

MOST_KEPT: Final = 20_000


@dataclass(slots=True)
class Asked:
    """One request: when it came (Unix seconds), what for, and the status it was answered with.

    `status` is 0 while it is being answered and stays 0 if the connection was dropped.
    """

    number: int
    at: float
    method: str
    fields: Mapping[str, object] = field(repr=False)
    status: int = 0

    def as_json(self) -> Json:
        """Return it as the control route gives it."""
        return asdict(self)


class History:
    """The last requests, the oldest first; older ones fall out."""

    def __init__(self, clock: Clock, changes: Changes) -> None:
        self._clock = clock
        self._changes = changes
        self._count = 0
        self.requests: deque[Asked] = deque(maxlen=MOST_KEPT)

    def note(self, method: str, fields: Mapping[str, object]) -> Asked:
        """Note a request that has just arrived."""
        self._count += 1
        asked = Asked(self._count, self._clock(), method, fields)
        self.requests.append(asked)
        self._changes.tell()
        return asked

    def of(self, pattern: str = "*", after: int = 0) -> tuple[Asked, ...]:
        """Return the requests for the methods of `pattern`, such as `delete*`, past `after`."""
        return tuple(
            asked
            for asked in self.requests
            if asked.number > after and fnmatchcase(asked.method.lower(), pattern.lower())
        )

    def clear(self) -> None:
        """Forget every request so far."""
        self.requests.clear()
