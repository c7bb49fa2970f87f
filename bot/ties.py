"""A tie: what lets the team's notes reach one chat. It holds no code.

Nor does it hold a report's id, but for whoever may be asked more there (`More`).
A row of its own under its own key, sealed. The address in it links to nothing outside but the
envelope that only the team can open. Without the row and its key nobody is reachable.
"""

from dataclasses import dataclass, field

import msgspec

from bot import hours
from bot.crypto import seal_padded, unseal_padded
from bot.drafting import LostKey
from bot.keys import Keys
from bot.stores import TieRow

EVERY = 60
"""Seconds between two looks for notes, inside her hours; outside them nobody looks."""

UNREAD = 24 * 3600
"""Seconds after which the sweep takes an unread cover; it comes again in the next hour allowed."""


class Note(msgspec.Struct):
    """What staff wrote, until she has read it. `id` is the message's at the intake store."""

    id: str
    text: str
    questions: tuple[str, ...] = ()

    def __repr__(self) -> str:
        """Show no word of it."""
        return f"Note({len(self.text)} characters)"


class More(msgspec.Struct):
    """What may be asked again of whoever allowed it: `skipped` are ids of steps, `known` marks.

    `lookup` and `lock` are what the intake store keeps of her code (`bot.asking`).
    """

    report: str
    lookup: str
    lock: bytes
    skipped: list[str]
    known: dict[str, str]

    def __repr__(self) -> str:
        """Show a count only."""
        return f"More({len(self.skipped)} questions)"


class Tie(msgspec.Struct):
    """Where, when and behind which word notes are shown, and those that wait.

    Times are unix seconds. `ends` is the first second after the last day. `word` is the salted
    hash of her word. `got` are ids that she has had and the intake store does not know of yet;
    `refused` are ids that did not open. `cover` is when a cover was sent, 0 if none is out; none
    is sent before `rest`. `reading` is the id of the note that her word has opened, at `since`;
    `shown`: it is known to have reached the phone. `more`: what she may be asked again.
    """

    chat: int
    address: bytes
    days: list[str]
    hours: list[str]
    ends: int
    word: str
    may_ask_more: bool
    language: str
    notes: list[Note] = []
    got: list[str] = []
    refused: list[str] = []
    cover: int = 0
    rest: int = 0
    reading: str = ""
    since: int = 0
    shown: bool = False
    more: More | None = None

    def __repr__(self) -> str:
        """Show counts only."""
        return f"Tie({len(self.notes)} notes)"

    def knows(self, message: str) -> bool:
        """Tell whether a message has been taken in already, whatever became of it."""
        return message in {*(n.id for n in self.notes), *self.got, *self.refused}

    def open_note(self, now: int) -> Note | None:
        """Begin reading the first note that waits, or go on reading; None if there is none."""
        reading = next((n for n in self.notes if n.id == self.reading), None)
        note = reading or next(iter(self.notes), None)
        if note is not None and reading is None:
            self.reading, self.since, self.shown = note.id, now, False
        return note

    def close_note(self, *, read: bool) -> None:
        """End reading: a note that was read goes, another waits again."""
        if read and self.reading:
            self.notes = [n for n in self.notes if n.id != self.reading]
            self.got = [*self.got, self.reading]
        self.reading, self.shown, self.cover = "", False, 0

    def next_look(self, now: int) -> int:
        """Return when the courier should look at this tie again."""
        if self.got and not self.reading:
            return min(now, self.ends)
        at = now + EVERY
        if not self.reading:
            at = hours.next_allowed(self.days, self.hours, at)
        return min(at, self.ends)


@dataclass(frozen=True, slots=True)
class Tied:
    """A tie with the row it came from and its key."""

    row: TieRow
    tie: Tie
    key: bytes = field(repr=False)

    def again(self, due_at: int) -> TieRow:
        """Return the next revision of the row, sealed, to be looked at when `due_at` has come."""
        return sealed_tie(
            self.tie, self.row.id, self.row.owner, self.key, (self.row.revision + 1, due_at)
        )


def sealed_tie(tie: Tie, name: str, owner: bytes, key: bytes, at: tuple[int, int]) -> TieRow:
    """Seal a tie; `at` is its revision and when to look at it."""
    revision, due_at = at
    sealed = seal_padded(key, msgspec.json.encode(tie), _aad(name, revision))
    return TieRow(name, owner, revision, sealed, due_at)


def opened(row: TieRow, keys: Keys) -> Tied:
    """Open a row; raises LostKey, or CannotOpen if it was tampered with."""
    key = keys.of(row.id)
    if key is None:
        raise LostKey("a tie's key is gone")
    plain = unseal_padded(key, row.sealed, _aad(row.id, row.revision))
    return Tied(row, msgspec.json.decode(plain, type=Tie), key)


def _aad(name: str, revision: int) -> bytes:
    return f"tie {name} {revision}".encode()
