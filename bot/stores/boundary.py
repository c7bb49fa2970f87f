"""What reception and the courier may ask of the draft database.

Two implementations pass the same contract tests: `MemoryStore` and `SqlStore`.
"""

from collections.abc import Iterable
from contextlib import AbstractContextManager
from typing import Protocol

from bot.stores.model import DraftRow, OutboxRow, SweepRow, TieRow
from intake.alerts.rows import AlertRows


class StaleRevision(Exception):  # noqa: N818 - the domain's word, and what the caller asks
    """The stored draft is not the one this revision follows; nothing was kept."""


class StoreUnavailable(Exception):  # noqa: N818 - the domain's word, and what the caller asks
    """The database is locked, full or away: not the update's fault, and worth another try.

    It names the driver's exception type alone: a driver's own text can hold values.
    """


class Transaction(AlertRows, Protocol):
    """One transaction: all of it is kept, or none. The alerts of staff are part of it.

    It holds one lock for each owner it asks about, until it ends. One that handles several
    owners calls `hold` with all of them first, so that two such never wait for each other.
    """

    def hold(self, owners: Iterable[bytes]) -> None:
        """Keep every other transaction away from these owners; first contacts too."""

    def first_sight(self, update_id: int, at: int) -> bool:
        """Note an update as seen; False if it was seen before."""

    def forget_seen(self, before: int) -> int:
        """Drop seen updates and counted failures older than `before`; return how many."""

    def count_failure(self, update_id: int, kind: str, at: int) -> int:
        """Count a failed try of an update (`kind`: the exception's type); return tries so far.

        Called in a transaction of its own, after the failed one has rolled back.
        """

    def drafts_of(self, owner: bytes) -> tuple[DraftRow, ...]:
        """Return the owner's drafts and closing rows, newest touched first; holds the owner."""

    def keep_draft(self, row: DraftRow) -> None:
        """Keep the next revision of a draft; the first is 1.

        Raises StaleRevision unless the stored revision is one lower (nothing stored: 0), so
        that a late writer can neither overwrite a newer answer nor revive a deleted draft.
        """

    def mark_shown(self, id: str, revision: int) -> None:  # noqa: A002 - the column's name
        """Note that the card of this revision is on the phone; a newer one stays unshown."""

    def drop_draft(self, id: str) -> None:  # noqa: A002 - the column's name
        """Delete a draft or closing row, if it is there."""

    def unshown(self) -> tuple[DraftRow, ...]:
        """Return what was kept but not shown, newest touched first."""

    def ended(self, now: int, limit: int = 500) -> tuple[DraftRow, ...]:
        """Return rows whose time is over (`ends_at` <= now), longest ended first; holds them."""

    def draft_ids(self) -> frozenset[str]:
        """Return the ids of all drafts and closing rows: those whose keys must stay."""

    def sweep_of(self, owner: bytes) -> SweepRow | None:
        """Return the owner's sweep list; holds the owner."""

    def keep_sweep(self, row: SweepRow) -> None:
        """Insert or replace the owner's sweep list; read it in the same transaction first."""

    def drop_sweep(self, owner: bytes) -> None:
        """Delete the owner's sweep list, if there is one."""

    def due_sweeps(self, now: int, limit: int) -> tuple[SweepRow, ...]:
        """Return lists that are due (`due_at` <= now), longest due first; holds their owners."""

    def ties_of(self, owner: bytes) -> tuple[TieRow, ...]:
        """Return the owner's ties, in order of their ids; holds the owner."""

    def keep_tie(self, row: TieRow) -> None:
        """Keep the next revision of a tie; the first is 1.

        Raises StaleRevision as `keep_draft` does: no late writer brings an ended tie back.
        """

    def drop_tie(self, id: str) -> None:  # noqa: A002 - the column's name
        """Delete a tie, if it is there."""

    def due_ties(self, now: int, limit: int) -> tuple[TieRow, ...]:
        """Return ties that are due (`due_at` <= now), longest due first; holds their owners."""

    def tie_ids(self) -> frozenset[str]:
        """Return the ids of all ties: their keys must stay."""

    def high_water(self) -> int:
        """Return the highest message id of this bot account ever seen, 0 before the first."""

    def raise_high_water(self, message_id: int) -> None:
        """Raise the highest message id seen; a lower one changes nothing."""

    def put_outbox(self, row: OutboxRow) -> None:
        """Queue a sealed report; raises ValueError if its id is queued already."""

    def due_outbox(self, now: int, limit: int) -> tuple[OutboxRow, ...]:
        """Return reports to try now, longest due first; another courier's are passed over."""

    def postpone_outbox(self, report_id: str, next_try_at: int) -> None:
        """Count a failed hand-over and say when to try next."""

    def drop_outbox(self, report_id: str) -> None:
        """Delete a report that the intake store has, if it is still queued."""

    def waiting(self, report_id: str) -> bool:
        """Say whether a report is still on its way."""


class Store(Protocol):
    """The draft database."""

    def begin(self) -> AbstractContextManager[Transaction]:
        """Open one transaction; it commits at the end and rolls back on any exception.

        Raises StoreUnavailable where the database, not what was asked, is at fault.
        """
