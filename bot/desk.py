"""All that reception works with: stores, keys, the flow, the intake store, a clock.

One a process, used by its writer thread alone.
"""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from bot.crypto import MachineKey
from bot.drafting import Kept
from bot.guesses import Guesses
from bot.keys import Keys
from bot.places import Places
from bot.sealing import Sealer
from bot.stores import Store, Transaction
from flows.moves import Moves
from flows.outcome import Move, Turn
from flows.setting import Setting
from flows.turn import take_turn
from intake.age import Identity
from intake.boundary import Intake, TryLater

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Visit:
    """One update's time at the desk: its open transaction, whose it is, when, and where."""

    desk: "Desk"
    tx: Transaction
    owner: bytes = field(repr=False)
    setting: Setting
    now: int
    chat: int = field(repr=False)


Counting = Callable[[Iterable[tuple[str, str]], date], None]
"""Counts one person's answers (question, value), given on a day, in a store of its own."""


@dataclass(slots=True)
class Desk:
    """What one update is taken in with. `clock` gives unix seconds.

    `closed` holds why the service is not open yet; empty means that it is.
    """

    moves: Moves
    store: Store
    keys: Keys
    machine_key: MachineKey
    intake: Intake
    count: Counting
    sealer: Sealer
    identity: Identity = field(repr=False)
    setting: Callable[[], Setting]
    clock: Callable[[], float]
    closed: tuple[str, ...] = ()
    places: Places = field(default_factory=Places)
    guesses: Guesses = field(default_factory=Guesses)

    def enquire(self, visit: Visit, turn: Turn, kept: Kept | None) -> Turn:
        """Ask the intake store about the code of `turn`, and take the turn that follows."""
        word = self._word(visit, turn, kept)
        return take_turn(self.moves, turn.draft, Move("found", word), visit.setting)

    def _word(self, visit: Visit, turn: Turn, kept: Kept | None) -> str:
        tx, owner, now = visit.tx, visit.owner, visit.now
        own = kept.draft if kept and kept.draft.code == turn.code else None
        if own and own.report_id and tx.waiting(own.report_id):
            # Not handed over yet: it is still ours to take back.
            if turn.deed == "withdraw":
                tx.drop_outbox(own.report_id)
            return "waiting"
        if own is None and not self.guesses.allowed(owner, now):
            return ""
        ask = self.intake.withdraw if turn.deed == "withdraw" else self.intake.status
        try:
            found = ask(turn.code)
        except TryLater:
            _log.warning("the intake store did not answer a question about a code")
            return "later"
        if found is None:
            self.guesses.count(owner, now)
        return found.word if found else ""
