"""The sweep list, and the highest message id of the bot's account."""

from dataclasses import asdict

import sqlalchemy as sa

from bot.stores.connecting import Connected, hold_owners, insert
from bot.stores.model import SweepRow
from bot.stores.tables import account, sweeps

_ACCOUNT = 1


class Sweeps(Connected):
    """The part of a transaction that remembers what must leave the phone."""

    def sweep_of(self, owner: bytes) -> SweepRow | None:
        """Return the owner's sweep list; holds the owner."""
        hold_owners(self._connection, [owner])
        theirs = sa.select(sweeps).where(sweeps.c.owner == owner).with_for_update()
        row = self._connection.execute(theirs).mappings().one_or_none()
        return SweepRow(**row) if row else None

    def keep_sweep(self, row: SweepRow) -> None:
        """Insert or replace the owner's sweep list."""
        values = asdict(row)
        kept = insert(self._connection, sweeps).values(values)
        self._connection.execute(
            kept.on_conflict_do_update(index_elements=["owner"], set_=values),
        )

    def drop_sweep(self, owner: bytes) -> None:
        """Delete the owner's sweep list, if there is one."""
        self._connection.execute(sa.delete(sweeps).where(sweeps.c.owner == owner))

    def due_sweeps(self, now: int, limit: int) -> tuple[SweepRow, ...]:
        """Return lists that are due, longest due first; holds their owners."""
        due = sweeps.c.due_at <= now
        first = sa.select(sweeps).where(due).order_by(sweeps.c.due_at, sweeps.c.owner).limit(limit)
        found = self._sweeps(first)
        hold_owners(self._connection, (row.owner for row in found))
        # Read again under the locks: another courier may have swept them in between.
        still = sweeps.c.owner.in_([row.owner for row in found])
        return self._sweeps(first.where(still).with_for_update()) if found else ()

    def high_water(self) -> int:
        """Return the highest message id of this bot account ever seen, 0 before the first."""
        return self._connection.execute(sa.select(account.c.high_water)).scalar_one_or_none() or 0

    def raise_high_water(self, message_id: int) -> None:
        """Raise the highest message id seen; a lower one changes nothing."""
        first = insert(self._connection, account).values(id=_ACCOUNT, high_water=message_id)
        raised = first.on_conflict_do_update(
            index_elements=["id"],
            set_={"high_water": message_id},
            where=account.c.high_water < message_id,
        )
        self._connection.execute(raised)

    def _sweeps(self, asked: sa.Select[tuple[object, ...]]) -> tuple[SweepRow, ...]:
        return tuple(SweepRow(**row) for row in self._connection.execute(asked).mappings())
