"""The sweep list: ids of every message in one chat, sealed, until they are deleted.

Ids in private chats are numbered per bot account, so an outgoing message whose id
never came back lies between two ids that are known: the gap is deleted too, and
ids in it that belong to other chats are skipped by Telegram.
"""

from collections.abc import Iterable

import msgspec

from bot.crypto import MachineKey
from bot.stores import SweepRow

QUIET = 10 * 60
"""Seconds without a move after which a chat is left (CONVERSATION.md)."""

LONGEST = 24 * 3600
"""Seconds after which every message goes, an open card too: half of Telegram's 48 h."""

RETRY = 20
"""Seconds until a failed deletion is tried again."""

LOST = 60
"""Seconds after which an outgoing message whose id has not come back counts as lost."""

WIDEST_GAP = 400
"""Ids of a gap that are deleted at most: four calls."""

BEYOND = 10
"""Ids tried above the last known one when nothing is known on the far side of a gap."""


class Sweep(msgspec.Struct):
    """What is on one phone's screen. Times are unix seconds.

    `card` is the current card, 0 if unknown. `pending` are the ids to delete now.
    `turns` counts the replies decided; `sending` holds, by turn, the highest id known
    when that reply set out, until it is known what became of it: a message of ours may
    stand above that id. `messages` are the ids with when each appeared, `touched` is
    her last move. `stranger`: the card is the first screen. `closing`: the receipt is
    on it. `stuck`: a message was too old to be deleted, and she has not been told yet.
    `covered`: a note from the team, or its cover, is on it.
    """

    chat: int
    card: int = 0
    messages: dict[int, int] = {}
    pending: list[int] = []
    turns: int = 0
    sending: dict[int, int] = {}
    touched: int = 0
    stranger: bool = False
    closing: bool = False
    stuck: bool = False
    covered: bool = False

    def __repr__(self) -> str:
        """Show counts only."""
        return f"Sweep({len(self.messages)} messages, {len(self.pending)} to delete)"

    def note(self, ids: Iterable[int], now: int) -> None:
        """Add ids that are on the screen."""
        self.messages |= {i: now for i in ids if i and i not in self.messages}

    def set_out(self, known: int) -> int:
        """Note that a reply sets out while `known` is the highest id; return its turn."""
        self.turns += 1
        self.sending[self.turns] = known
        return self.turns

    def close_gap(self, upper: int, now: int) -> None:
        """Doom the ids below `upper` among which a lost message may be.

        The doubt stays: her message may be older than the one that was lost. It ends
        with an id that is certainly newer (`came_back`), or with time (`give_up`).
        """
        if not self.sending:
            return
        self._doom_between(min(self.sending.values()), upper, now)
        self.sending = {turn: max(low, upper - 1) for turn, low in self.sending.items()}

    def came_back(self, turn: int, card: int, now: int, *, lost: bool) -> None:
        """Note what became of a reply: `card` is its id, 0 for none; `lost`: one may be there.

        One reporter's replies go out in order, so whatever an earlier one has lost lies
        below a card that is newer than both.
        """
        low = self.sending.get(turn, card)
        if card > low:
            earlier = [at for one, at in self.sending.items() if one < turn + lost]
            self._doom_between(min(earlier, default=card), card, now)
            self.sending = {one: at for one, at in self.sending.items() if one > turn}
        elif not lost:
            self.sending.pop(turn, None)

    def give_up(self, upper: int, now: int) -> None:
        """Doom the ids below `upper`, and some beyond; nothing is in doubt after that."""
        if self.sending:
            highest = max(upper, *(low + 1 for low in self.sending.values()))
            self.close_gap(highest + BEYOND, now)
        self.sending = {}

    def _doom_between(self, low: int, upper: int, now: int) -> None:
        """Doom ids nobody knows; one that is known is hers, or doomed by its own rule."""
        between = range(low + 1, min(upper, low + 1 + WIDEST_GAP))
        gap = [i for i in between if i not in self.messages]
        self.note(gap, now)
        self.pending = sorted({*self.pending, *gap} - {self.card})

    def doom(self, *, card_too: bool = False) -> None:
        """Doom every message but the card, or all of them."""
        self.pending = [i for i in self.messages if card_too or i != self.card]

    def went(self, ids: Iterable[int], turn: int, known: int) -> None:
        """Take ids off the list: they are gone.

        An id above `known` was doomed in doubt. Once she has been heard after `turn`, it may
        be of a message that came after the deletion: it stays, to be deleted again.
        """
        gone = {i for i in ids if i <= known or turn == self.turns}
        self.messages = {i: at for i, at in self.messages.items() if i not in gone}
        self.pending = [i for i in self.pending if i not in gone]

    def arrived(self, card: int, now: int) -> None:
        """Note the card that is on the screen now."""
        self.card = card
        self.note([card], now)
        self.pending = [i for i in self.pending if i != card]

    def aged(self, now: int) -> bool:
        """Tell whether the card is so old that a new one should take its place."""
        return now - self.messages.get(self.card, now) > LONGEST // 2

    def over(self, now: int) -> bool:
        """Tell whether the oldest message has been there for a day."""
        return now >= min(self.messages.values(), default=now) + LONGEST

    def due_at(self) -> int:
        """Return when the courier should look at this chat."""
        due = min(self.messages.values(), default=self.touched) + LONGEST
        if not self.stranger and not self.closing:
            due = min(due, self.touched + QUIET)
        if self.pending:
            due = min(due, self.touched + RETRY)
        if self.sending:
            due = min(due, self.touched + LOST)
        return due


def opened(row: SweepRow | None, machine_key: MachineKey, chat: int) -> Sweep:
    """Return the sweep list of a row, or an empty one for `chat`."""
    if row is None:
        return Sweep(chat)
    return msgspec.json.decode(machine_key.unseal(row.sealed, row.owner), type=Sweep)


def closed(owner: bytes, sweep: Sweep, machine_key: MachineKey, due_at: int = 0) -> SweepRow:
    """Return the row that keeps a sweep list, sealed by the machine key."""
    sealed = machine_key.seal(msgspec.json.encode(sweep), owner)
    return SweepRow(owner, sealed, due_at or sweep.due_at(), 0)
