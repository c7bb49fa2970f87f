"""Drafts and closing rows."""

from dataclasses import asdict

import sqlalchemy as sa

from bot.stores.boundary import StaleRevision
from bot.stores.connecting import Connected, hold_owners, insert_new
from bot.stores.model import DraftRow
from bot.stores.tables import drafts


class Drafts(Connected):
    """The part of a transaction that keeps what a reporter has said so far."""

    def drafts_of(self, owner: bytes) -> tuple[DraftRow, ...]:
        """Return the owner's drafts and closing rows, newest touched first; holds the owner."""
        hold_owners(self._connection, [owner])
        theirs = sa.select(drafts).where(drafts.c.owner == owner)
        return self._drafts(theirs.order_by(drafts.c.touched_at.desc()).with_for_update())

    def keep_draft(self, row: DraftRow) -> None:
        """Keep the next revision of a draft; raises StaleRevision."""
        if row.revision == 1:
            kept = insert_new(self._connection, drafts, asdict(row))
        else:
            before = (drafts.c.id == row.id) & (drafts.c.revision == row.revision - 1)
            changed = sa.update(drafts).where(before).values(asdict(row))
            kept = self._connection.execute(changed).rowcount == 1
        if not kept:
            raise StaleRevision(f"draft {row.id}: the stored one is not before {row.revision}")

    def mark_shown(self, id: str, revision: int) -> None:  # noqa: A002 - the column's name
        """Note that the card of this revision is on the phone."""
        this = (drafts.c.id == id) & (drafts.c.revision == revision)
        self._connection.execute(sa.update(drafts).where(this).values(shown=True))

    def drop_draft(self, id: str) -> None:  # noqa: A002 - the column's name
        """Delete a draft or closing row, if it is there."""
        self._connection.execute(sa.delete(drafts).where(drafts.c.id == id))

    def unshown(self) -> tuple[DraftRow, ...]:
        """Return what was kept but not shown, newest touched first."""
        waiting = sa.select(drafts).where(drafts.c.shown.is_(False))
        return self._drafts(waiting.order_by(drafts.c.touched_at.desc()))

    def ended(self, now: int, limit: int = 500) -> tuple[DraftRow, ...]:
        """Return rows whose time is over, longest ended first; holds them."""
        over = drafts.c.ends_at <= now
        first = sa.select(drafts).where(over).order_by(drafts.c.ends_at, drafts.c.id).limit(limit)
        found = self._drafts(first)
        hold_owners(self._connection, (row.owner for row in found))
        # Read again under the locks: a reporter may have come back in between.
        still = drafts.c.id.in_([row.id for row in found])
        return self._drafts(first.where(still).with_for_update()) if found else ()

    def draft_ids(self) -> frozenset[str]:
        """Return the ids of all drafts and closing rows."""
        return frozenset(self._connection.execute(sa.select(drafts.c.id)).scalars())

    def _drafts(self, asked: sa.Select[tuple[object, ...]]) -> tuple[DraftRow, ...]:
        return tuple(DraftRow(**row) for row in self._connection.execute(asked).mappings())
