"""What waits for the bot: queues, redelivery, confirmation, and how long an update lives.

Messages and edits wait in one queue per chat, button presses in another per person, changes
of membership in a third, so a press can overtake the message before it: `hold` a queue to see
it. An update gets its number when it leaves its queue for the bot.
"""

import asyncio
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from itertools import count
from typing import Final

from sandbox.changes import Changes
from sandbox.clock import Clock
from sandbox.messages import Json
from sandbox.refusals import Refused

DAY: Final = 86_400
PRESS_LIFE: Final = 150
MOST_AT_ONCE: Final = 100
# Further ahead than this, an offset belongs to numbers from before a jump; see `get`.
FUTURE: Final = 10

CONFLICT = (
    "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running"
)


@dataclass(slots=True)
class Update:
    """One update: `body` is the value under its `kind`; `made_at` is in Unix seconds."""

    number: int
    kind: str
    body: Json = field(repr=False)
    made_at: float
    again: int = 0

    def outlived(self, now: float) -> bool:
        """Say whether Telegram would have thrown it away by `now`."""
        return now - self.made_at >= (PRESS_LIFE if self.kind == "callback_query" else DAY)

    def as_telegram(self) -> Json:
        """Return the Bot API's Update."""
        return {"update_id": self.number, self.kind: self.body}


class Updates:
    """The updates of one bot account.

    `duplicates` is how many more times each update comes back after it was confirmed.
    """

    def __init__(self, clock: Clock, changes: Changes, first: int) -> None:
        self._clock = clock
        self._changes = changes
        self.next_number = first
        self.waiting: list[Update] = []
        self.allowed: frozenset[str] | None = None
        self.duplicates = 0
        self._again: list[Update] = []
        self._held: dict[str, list[Update]] = {}
        self._polls = count(1)
        self._polling = 0

    def put(self, kind: str, queue: str, body: Json) -> None:
        """Let an update of `kind` wait in `queue`, such as `chat:7` or `presses:7`."""
        if self.allowed is not None and kind not in self.allowed:
            return
        update = Update(0, kind, body, self._clock(), self.duplicates)
        if queue in self._held:
            self._held[queue].append(update)
        else:
            self._number(update)
        self._changes.tell()

    def _number(self, update: Update) -> None:
        update.number = self.next_number
        self.next_number += 1
        self.waiting.append(update)

    def hold(self, queue: str) -> None:
        """Let what comes into `queue` stay there until `release`."""
        self._held.setdefault(queue, [])

    def release(self, queue: str) -> None:
        """Let everything in a held queue go on to the bot."""
        for update in self._held.pop(queue, []):
            self._number(update)
        self._changes.tell()

    def jump(self, to: int | None = None) -> int:
        """Number on from `to`, or from a random number, as after a week without updates.

        Raises:
            ValueError: updates wait; Telegram jumps only when nothing does.
        """
        if self.waiting:
            raise ValueError("update numbers jump only while no update waits")
        self.next_number = secrets.randbelow(2**30) + 1 if to is None else to
        return self.next_number

    @property
    def unconfirmed(self) -> int:
        """How many updates the bot has not confirmed yet."""
        self._drop_outlived()
        return len(self.waiting) + len(self._again)

    async def get(
        self,
        offset: int = 0,
        limit: int = MOST_AT_ONCE,
        seconds: float = 0,
        allowed: Sequence[str] | None = None,
    ) -> list[Json]:
        """Confirm everything before `offset`, then return what waits, at most `limit`.

        With nothing there, wait up to `seconds` of real time for something.

        Raises:
            Refused: 409, because another call began while this one waited.
        """
        if allowed is not None:
            # An empty list asks for all kinds, none of which is special here.
            self.allowed = frozenset(allowed) or None
        poll = self._polling = next(self._polls)
        self._changes.tell()
        self._confirm(offset)
        try:
            async with asyncio.timeout(max(seconds, 0)):
                while not self._ready():
                    await self._changes.after(self._changes.version)
                    if poll != self._polling:
                        raise Refused(HTTPStatus.CONFLICT, CONFLICT)
                    if self._changes.closed:
                        return []
        except TimeoutError:
            return []
        return self._take(min(max(limit, 1), MOST_AT_ONCE))

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            gone, self.waiting = self.waiting[:offset], self.waiting[offset:]
        elif offset > self.next_number + FUTURE:
            # Left over from before the numbers jumped down: it confirms nothing.
            return
        else:
            gone = [update for update in self.waiting if update.number < offset]
            self.waiting = [update for update in self.waiting if update.number >= offset]
        self._again += [update for update in gone if update.again > 0]

    def _drop_outlived(self) -> None:
        now = self._clock()
        self.waiting = [update for update in self.waiting if not update.outlived(now)]

    def _ready(self) -> bool:
        self._drop_outlived()
        return bool(self.waiting or self._again)

    def _take(self, limit: int) -> list[Json]:
        repeated, rest = self._again[:limit], self._again[limit:]
        for update in repeated:
            update.again -= 1
        self._again = rest + [update for update in repeated if update.again > 0]
        return [update.as_telegram() for update in [*repeated, *self.waiting][:limit]]
