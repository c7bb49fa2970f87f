"""Sealed reports on their way to the intake store."""

from dataclasses import asdict

import sqlalchemy as sa

from bot.stores.connecting import Connected, insert_new
from bot.stores.model import OutboxRow
from bot.stores.tables import outbox


class Outbox(Connected):
    """The part of a transaction that queues what is to be handed over."""

    def put_outbox(self, row: OutboxRow) -> None:
        """Queue a sealed report; raises ValueError if its id is queued already."""
        if not insert_new(self._connection, outbox, asdict(row)):
            raise ValueError(f"report {row.report_id} is queued already")

    def due_outbox(self, now: int, limit: int) -> tuple[OutboxRow, ...]:
        """Return reports to try now, longest due first; another courier's are passed over."""
        due = sa.select(outbox).where(outbox.c.next_try_at <= now)
        first = due.order_by(outbox.c.next_try_at, outbox.c.report_id).limit(limit)
        rows = self._connection.execute(first.with_for_update(skip_locked=True)).mappings()
        return tuple(OutboxRow(**row) for row in rows)

    def postpone_outbox(self, report_id: str, next_try_at: int) -> None:
        """Count a failed hand-over and say when to try next."""
        later = sa.update(outbox).where(outbox.c.report_id == report_id)
        self._connection.execute(later.values(next_try_at=next_try_at, tries=outbox.c.tries + 1))

    def drop_outbox(self, report_id: str) -> None:
        """Delete a report that the intake store has, if it is still queued."""
        self._connection.execute(sa.delete(outbox).where(outbox.c.report_id == report_id))

    def waiting(self, report_id: str) -> bool:
        """Say whether a report is still on its way."""
        queued = sa.select(outbox.c.report_id).where(outbox.c.report_id == report_id)
        return self._connection.execute(queued).first() is not None
