"""Ties: what lets the team's notes reach a chat."""

from dataclasses import asdict

import sqlalchemy as sa

from bot.stores.boundary import StaleRevision
from bot.stores.connecting import Connected, hold_owners, insert_new
from bot.stores.model import TieRow
from bot.stores.tables import ties


class Ties(Connected):
    """The part of a transaction that remembers who asked to be written to."""

    def ties_of(self, owner: bytes) -> tuple[TieRow, ...]:
        """Return the owner's ties, in order of their ids; holds the owner."""
        hold_owners(self._connection, [owner])
        theirs = sa.select(ties).where(ties.c.owner == owner)
        return self._ties(theirs.order_by(ties.c.id).with_for_update())

    def keep_tie(self, row: TieRow) -> None:
        """Keep the next revision of a tie; raises StaleRevision."""
        if row.revision == 1:
            kept = insert_new(self._connection, ties, asdict(row))
        else:
            before = (ties.c.id == row.id) & (ties.c.revision == row.revision - 1)
            changed = sa.update(ties).where(before).values(asdict(row))
            kept = self._connection.execute(changed).rowcount == 1
        if not kept:
            raise StaleRevision(f"tie {row.id}: the stored one is not before {row.revision}")

    def drop_tie(self, id: str) -> None:  # noqa: A002 - the column's name
        """Delete a tie, if it is there."""
        self._connection.execute(sa.delete(ties).where(ties.c.id == id))

    def due_ties(self, now: int, limit: int) -> tuple[TieRow, ...]:
        """Return ties that are due, longest due first; holds their owners."""
        due = ties.c.due_at <= now
        first = sa.select(ties).where(due).order_by(ties.c.due_at, ties.c.id).limit(limit)
        found = self._ties(first)
        hold_owners(self._connection, (row.owner for row in found))
        # Read again under the locks: another courier may have looked in between.
        still = ties.c.id.in_([row.id for row in found])
        return self._ties(first.where(still).with_for_update()) if found else ()

    def tie_ids(self) -> frozenset[str]:
        """Return the ids of all ties."""
        return frozenset(self._connection.execute(sa.select(ties.c.id)).scalars())

    def _ties(self, asked: sa.Select[tuple[object, ...]]) -> tuple[TieRow, ...]:
        return tuple(TieRow(**row) for row in self._connection.execute(asked).mappings())
