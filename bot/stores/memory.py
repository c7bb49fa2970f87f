"""The draft database and the keys in memory, gone with their process: for trials and tests."""

import copy
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from bot.crypto import new_key
from bot.stores.boundary import StaleRevision
from bot.stores.model import DraftRow, OutboxRow, SweepRow, TieRow
from intake.alerts.memory import MemoryAlerts
from intake.alerts.rows import AlertRow


@dataclass(slots=True)
class _Kept:
    """All rows. They are frozen, so a shallow copy of each dictionary is a snapshot."""

    seen: dict[int, int] = field(default_factory=dict)
    failures: dict[int, tuple[int, int]] = field(default_factory=dict)
    drafts: dict[str, DraftRow] = field(default_factory=dict, repr=False)
    sweeps: dict[bytes, SweepRow] = field(default_factory=dict, repr=False)
    ties: dict[str, TieRow] = field(default_factory=dict, repr=False)
    outbox: dict[str, OutboxRow] = field(default_factory=dict, repr=False)
    alerts: dict[str, AlertRow] = field(default_factory=dict)
    alarms: dict[str, int] = field(default_factory=dict)
    high_water: int = 0

    def snapshot(self) -> "_Kept":
        return _Kept(
            *(copy.copy(getattr(self, name)) for name in self.__slots__),
        )


class MemoryTransaction(MemoryAlerts):
    """One open transaction on a snapshot; `Transaction` in boundary.py says what each means."""

    def __init__(self, kept: _Kept) -> None:
        super().__init__(kept.alerts, kept.alarms)
        self._kept = kept

    def hold(self, owners: Iterable[bytes]) -> None:
        """Do nothing: a memory store has one transaction at a time."""

    def first_sight(self, update_id: int, at: int) -> bool:
        """Note an update as seen; False if it was seen before."""
        if update_id in self._kept.seen:
            return False
        self._kept.seen[update_id] = at
        return True

    def forget_seen(self, before: int) -> int:
        """Drop seen updates and counted failures older than `before`; return how many."""
        old = [id_ for id_, at in self._kept.seen.items() if at < before]
        failed = [id_ for id_, (_, at) in self._kept.failures.items() if at < before]
        for id_ in old:
            del self._kept.seen[id_]
        for id_ in failed:
            del self._kept.failures[id_]
        return len(old) + len(failed)

    def count_failure(self, update_id: int, kind: str, at: int) -> int:
        """Count a failed try of an update; return tries so far."""
        del kind
        tries = self._kept.failures.get(update_id, (0, 0))[0] + 1
        self._kept.failures[update_id] = (tries, at)
        return tries

    def drafts_of(self, owner: bytes) -> tuple[DraftRow, ...]:
        """Return the owner's drafts and closing rows, newest touched first."""
        return _newest(row for row in self._kept.drafts.values() if row.owner == owner)

    def keep_draft(self, row: DraftRow) -> None:
        """Keep the next revision of a draft; raises StaleRevision."""
        stored = self._kept.drafts.get(row.id)
        if row.revision != (stored.revision if stored else 0) + 1:
            raise StaleRevision(f"draft {row.id}: the stored one is not before {row.revision}")
        self._kept.drafts[row.id] = row

    def mark_shown(self, id: str, revision: int) -> None:  # noqa: A002 - the column's name
        """Note that the card of this revision is on the phone."""
        row = self._kept.drafts.get(id)
        if row and row.revision == revision:
            self._kept.drafts[id] = replace(row, shown=True)

    def drop_draft(self, id: str) -> None:  # noqa: A002 - the column's name
        """Delete a draft or closing row, if it is there."""
        self._kept.drafts.pop(id, None)

    def unshown(self) -> tuple[DraftRow, ...]:
        """Return what was kept but not shown, newest touched first."""
        return _newest(row for row in self._kept.drafts.values() if not row.shown)

    def ended(self, now: int, limit: int = 500) -> tuple[DraftRow, ...]:
        """Return rows whose time is over, longest ended first."""
        over = (row for row in self._kept.drafts.values() if row.ends_at <= now)
        return tuple(sorted(over, key=lambda row: (row.ends_at, row.id)))[:limit]

    def draft_ids(self) -> frozenset[str]:
        """Return the ids of all drafts and closing rows."""
        return frozenset(self._kept.drafts)

    def sweep_of(self, owner: bytes) -> SweepRow | None:
        """Return the owner's sweep list."""
        return self._kept.sweeps.get(owner)

    def keep_sweep(self, row: SweepRow) -> None:
        """Insert or replace the owner's sweep list."""
        self._kept.sweeps[row.owner] = row

    def drop_sweep(self, owner: bytes) -> None:
        """Delete the owner's sweep list, if there is one."""
        self._kept.sweeps.pop(owner, None)

    def due_sweeps(self, now: int, limit: int) -> tuple[SweepRow, ...]:
        """Return lists that are due, longest due first."""
        due = (row for row in self._kept.sweeps.values() if row.due_at <= now)
        return tuple(sorted(due, key=lambda row: (row.due_at, row.owner)))[:limit]

    def ties_of(self, owner: bytes) -> tuple[TieRow, ...]:
        """Return the owner's ties, in order of their ids."""
        return tuple(row for _, row in sorted(self._kept.ties.items()) if row.owner == owner)

    def keep_tie(self, row: TieRow) -> None:
        """Keep the next revision of a tie; raises StaleRevision."""
        stored = self._kept.ties.get(row.id)
        if row.revision != (stored.revision if stored else 0) + 1:
            raise StaleRevision(f"tie {row.id}: the stored one is not before {row.revision}")
        self._kept.ties[row.id] = row

    def drop_tie(self, id: str) -> None:  # noqa: A002 - the column's name
        """Delete a tie, if it is there."""
        self._kept.ties.pop(id, None)

    def due_ties(self, now: int, limit: int) -> tuple[TieRow, ...]:
        """Return ties that are due, longest due first."""
        due = (row for row in self._kept.ties.values() if row.due_at <= now)
        return tuple(sorted(due, key=lambda row: (row.due_at, row.id)))[:limit]

    def tie_ids(self) -> frozenset[str]:
        """Return the ids of all ties."""
        return frozenset(self._kept.ties)

    def high_water(self) -> int:
        """Return the highest message id of this bot account ever seen, 0 before the first."""
        return self._kept.high_water

    def raise_high_water(self, message_id: int) -> None:
        """Raise the highest message id seen; a lower one changes nothing."""
        self._kept.high_water = max(self._kept.high_water, message_id)

    def put_outbox(self, row: OutboxRow) -> None:
        """Queue a sealed report; raises ValueError if its id is queued already."""
        if row.report_id in self._kept.outbox:
            raise ValueError(f"report {row.report_id} is queued already")
        self._kept.outbox[row.report_id] = row

    def due_outbox(self, now: int, limit: int) -> tuple[OutboxRow, ...]:
        """Return reports to try now, longest due first."""
        due = (row for row in self._kept.outbox.values() if row.next_try_at <= now)
        return tuple(sorted(due, key=lambda row: (row.next_try_at, row.report_id)))[:limit]

    def postpone_outbox(self, report_id: str, next_try_at: int) -> None:
        """Count a failed hand-over and say when to try next."""
        if row := self._kept.outbox.get(report_id):
            self._kept.outbox[report_id] = replace(
                row, next_try_at=next_try_at, tries=row.tries + 1
            )

    def drop_outbox(self, report_id: str) -> None:
        """Delete a report that the intake store has, if it is still queued."""
        self._kept.outbox.pop(report_id, None)

    def waiting(self, report_id: str) -> bool:
        """Say whether a report is still on its way."""
        return report_id in self._kept.outbox


class MemoryStore:
    """A draft database that is gone with its process; one transaction at a time."""

    def __init__(self) -> None:
        self._kept = _Kept()
        self._one_at_a_time = threading.Lock()

    @contextmanager
    def begin(self) -> Iterator[MemoryTransaction]:
        """Open one transaction; it commits at the end and rolls back on any exception."""
        with self._one_at_a_time:
            kept = self._kept.snapshot()
            yield MemoryTransaction(kept)
            self._kept = kept


class MemoryKeys:
    """Draft keys that are gone with their process."""

    def __init__(self) -> None:
        self._keys: dict[str, tuple[bytes, int]] = {}

    def make(self, draft_id: str, at: int) -> bytes:
        """Make and keep a draft's 32-byte key; raises ValueError if the draft has one."""
        if draft_id in self._keys:
            raise ValueError(f"draft {draft_id} has a key already")
        key = new_key()
        self._keys[draft_id] = (key, at)
        return key

    def of(self, draft_id: str) -> bytes | None:
        """Return a draft's key, or None."""
        found = self._keys.get(draft_id)
        return found[0] if found else None

    def drop(self, draft_id: str) -> None:
        """Delete a draft's key, if it is there."""
        self._keys.pop(draft_id, None)

    def orphans(self, kept: frozenset[str], made_before: int) -> int:
        """Delete the keys of no draft in `kept` made before `made_before`; return how many."""
        stray = [i for i, (_, at) in self._keys.items() if at < made_before and i not in kept]
        for draft_id in stray:
            del self._keys[draft_id]
        return len(stray)

    def count(self) -> int:
        """Return how many keys there are."""
        return len(self._keys)


def _newest(rows: Iterable[DraftRow]) -> tuple[DraftRow, ...]:
    return tuple(sorted(rows, key=lambda row: row.touched_at, reverse=True))
