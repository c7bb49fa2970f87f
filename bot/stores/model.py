"""The rows the bot keeps. Every blob is ciphertext; the stores know nothing of its content.

Times are unix seconds, given by the caller: no store reads a clock.
"""

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["draft", "closing"]


@dataclass(frozen=True, slots=True)
class DraftRow:
    """One draft, or the closing row it became on Send.

    `id` is 32 random hex digits, `owner` the 32-byte keyed hash of the account, `left` whether
    the reporter left it to her resume word, `revision` counts the keepings from 1, `shown`
    whether the card of this revision has reached the phone.
    """

    id: str
    owner: bytes = field(repr=False)
    kind: Kind
    left: bool
    revision: int
    sealed: bytes = field(repr=False)
    touched_at: int
    ends_at: int
    shown: bool


@dataclass(frozen=True, slots=True)
class SweepRow:
    """The message ids to delete from one chat, sealed, and when that falls due."""

    owner: bytes = field(repr=False)
    sealed: bytes = field(repr=False)
    due_at: int
    tries: int


@dataclass(frozen=True, slots=True)
class TieRow:
    """What lets the team's notes reach one chat, sealed, and when to look for some."""

    id: str
    owner: bytes = field(repr=False)
    revision: int
    sealed: bytes = field(repr=False)
    due_at: int


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """One sealed report on its way to the intake store, with nothing that names an account."""

    report_id: str
    triage: str = field(repr=False)
    envelope: bytes = field(repr=False)
    lookup: str = field(repr=False)
    lock: bytes = field(repr=False)
    made_at: int
    next_try_at: int
    tries: int
