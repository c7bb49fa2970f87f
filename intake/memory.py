"""The intake boundary held in memory: for tests, and for talking a flow through with no store."""

import hmac
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from intake.boundary import (
    Found,
    Message,
    ReceiptLock,
    Triage,
    WillNeverWork,
    Word,
    check_submission,
    envelope_hash,
)
from intake.guesses import Guesses
from intake.mailbox import MOST_AT_ONCE
from intake.messages import check_posted, new_message_id
from intake.receipts import lock, read_code


@dataclass(slots=True)
class Held:
    """One report held in memory."""

    triage: Triage
    envelope: bytes = field(repr=False)
    receipt: ReceiptLock = field(repr=False)
    word: Word = "arrived"
    withdrawn: date | None = None


class MemoryIntake:
    """Keeps `intake.boundary.Intake` in one process; everything goes with the process."""

    def __init__(self, secret: bytes, today: Callable[[], date] = date.today) -> None:
        self._secret = secret
        self._today = today
        self._guesses = Guesses()
        self._guard = threading.Lock()
        self.reports: dict[str, Held] = {}
        self._messages: dict[bytes, list[Message]] = {}

    def submit(self, triage: Triage, envelope: bytes, receipt: ReceiptLock) -> None:
        """Store a sealed report once; see `Intake.submit`."""
        check_submission(triage, envelope)
        with self._guard:
            held = self.reports.setdefault(triage.report_id, Held(triage, envelope, receipt))
        if envelope_hash(held.envelope) != envelope_hash(envelope):
            raise WillNeverWork("Refused: another envelope is stored under this report id.")

    def status(self, code: str) -> Found | None:
        """Return how the report of this code stands; see `Intake.status`."""
        held = self._held(code)
        return Found(held[0].triage.report_id, held[0].word) if held else None

    def withdraw(self, code: str) -> Found | None:
        """Ask for deletion; see `Intake.withdraw`."""
        held = self._held(code)
        for one in held:
            one.withdrawn = one.withdrawn or self._today()
        return Found(held[0].triage.report_id, held[0].word) if held else None

    def collect(self, address: bytes, got: frozenset[str]) -> tuple[Message, ...]:
        """Return what waits at this address; see `Intake.collect`."""
        with self._guard:
            kept = [m for m in self._messages.get(address, []) if m.id not in got]
            self._messages[address] = kept
        return tuple(kept[:MOST_AT_ONCE])

    def post(self, address: bytes, sealed: bytes) -> str:
        """Keep a sealed message, as `Register.post` does; return its id."""
        check_posted(address, sealed)
        message = Message(new_message_id(), sealed)
        with self._guard:
            self._messages.setdefault(address, []).append(message)
        return message.id

    def _held(self, code: str) -> list[Held]:
        digits = read_code(code)
        if digits is None:
            return []
        self._guesses.may_try()
        given = lock(digits, self._secret)
        with self._guard:
            alike = [h for h in self.reports.values() if h.receipt.lookup == given.lookup]
        fitting = [h for h in alike if hmac.compare_digest(h.receipt.lock, given.lock)]
        if not fitting:
            self._guesses.was_wrong()
        # Of one day, the one that arrived first: sorting keeps the order in which they were held.
        return sorted(fitting, key=lambda held: held.triage.received)
