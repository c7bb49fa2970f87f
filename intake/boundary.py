"""What the bot may ask of the legal team's intake store: four functions, and nothing to read.

Two implementations keep it: `intake.memory.MemoryIntake` and `intake.store.SqlIntake`.
`tests/contracts/test_intake.py` holds both to the same tests.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, Protocol

Word = Literal["arrived", "read", "tried", "contact_us"]
"""How a report stands, as its reporter may hear it."""

WORDS: tuple[Word, ...] = ("arrived", "read", "tried", "contact_us")

SMALLEST_ENVELOPE = 16 * 1024
"""Bytes. No padded and sealed summary is smaller."""

LARGEST_ENVELOPE = 72 * 1024
"""Bytes. 64 KiB of summary, and room for about forty recipients' headers."""

_REPORT_ID = re.compile(r"[0-9a-f]{32}")
_QUEUE = re.compile(r"Q[0-9]{1,2}_[A-Z][A-Z_]*")
_LOWEST_PRIORITY = 4


class TryLater(Exception):  # noqa: N818 - it names what the caller should do
    """The intake store could not answer just now: the same call may go through later."""


class WillNeverWork(Exception):  # noqa: N818 - it names what the caller should know
    """The intake store refuses, and would refuse again; the sentence says why."""


@dataclass(frozen=True, slots=True)
class Triage:
    """The plain-text columns of a report, and no others: what orders the team's inbox."""

    report_id: str
    """32 hexadecimal digits: 128 random bits without a meaning."""
    received: date
    queue: str
    """As the routing rules name it, for example `Q3_MET_CORE`."""
    priority: int
    """0 (most urgent) to 4."""
    due_week: date | None
    """The Monday of the week before the soonest deadline, or nothing."""
    language: str
    consent_version: str

    def as_dict(self) -> dict[str, str | int | None]:
        """Return the columns in JSON's types, as they also stand inside the envelope."""
        return {
            "report_id": self.report_id,
            "received": self.received.isoformat(),
            "queue": self.queue,
            "priority": self.priority,
            "due_week": self.due_week.isoformat() if self.due_week else None,
            "language": self.language,
            "consent_version": self.consent_version,
        }

    @classmethod
    def from_dict(cls, columns: Mapping[str, object]) -> "Triage":
        """Read what `as_dict` made; KeyError or ValueError on anything else."""
        due_week = columns["due_week"]
        return cls(
            report_id=str(columns["report_id"]),
            received=date.fromisoformat(str(columns["received"])),
            queue=str(columns["queue"]),
            priority=int(str(columns["priority"])),
            due_week=None if due_week is None else date.fromisoformat(str(due_week)),
            language=str(columns["language"]),
            consent_version=str(columns["consent_version"]),
        )


@dataclass(frozen=True, slots=True)
class ReceiptLock:
    """What is kept of a receipt code: enough to recognise it, never the code."""

    lookup: str = field(repr=False)
    """The first 6 digits; several reports may share them."""
    lock: bytes = field(repr=False)
    """argon2id of the whole code."""


@dataclass(frozen=True, slots=True)
class Found:
    """The report that a receipt code belongs to, and how it stands."""

    report_id: str
    word: Word


@dataclass(frozen=True, slots=True)
class Message:
    """One message from staff, still sealed to the bot's own key."""

    id: str
    """32 hexadecimal digits."""
    sealed: bytes = field(repr=False)


class Intake(Protocol):
    """The boundary. Every function may raise TryLater; `submit` also WillNeverWork."""

    def submit(self, triage: Triage, envelope: bytes, receipt: ReceiptLock) -> None:
        """Store a sealed report; storing the same one again changes nothing.

        The same id with another envelope is refused: WillNeverWork.
        """

    def status(self, code: str) -> Found | None:
        """Return how the report of this receipt code stands; None for every other code."""

    def withdraw(self, code: str) -> Found | None:
        """Ask staff to delete the report of this receipt code; asking twice is asking once."""

    def collect(self, address: bytes, got: frozenset[str]) -> tuple[Message, ...]:
        """Return what waits at this address, the oldest first and a few at a time.

        `got` are ids of messages that their reporter has had: those are deleted. Whatever
        is not named there is returned again by the next call.
        """


def envelope_hash(envelope: bytes) -> bytes:
    """Return the SHA-256 of an envelope: 32 bytes."""
    return hashlib.sha256(envelope).digest()


def check_submission(triage: Triage, envelope: bytes) -> None:
    """Raise WillNeverWork, with every reason, for what cannot have come from the bot."""
    faults = []
    if not _REPORT_ID.fullmatch(triage.report_id):
        faults.append("the report id is not 32 hexadecimal digits")
    if not _QUEUE.fullmatch(triage.queue):
        faults.append("the queue's name does not look like Q3_MET_CORE")
    if not 0 <= triage.priority <= _LOWEST_PRIORITY:
        faults.append("the priority is not one of 0 to 4")
    if triage.due_week is not None and triage.due_week.isoweekday() != 1:
        faults.append("the due week does not begin on a Monday")
    if not SMALLEST_ENVELOPE <= len(envelope) <= LARGEST_ENVELOPE:
        faults.append("the envelope has not the size of a padded one")
    if not envelope.startswith(b"age-encryption.org/"):
        faults.append("the envelope is not an age file: it may not be sealed")
    if faults:
        raise WillNeverWork("Refused: " + "; ".join(faults) + ".")
