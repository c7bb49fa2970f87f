"""Update ids seen, and how often one has failed."""

import sqlalchemy as sa

from bot.stores.connecting import Connected, insert, insert_new
from bot.stores.tables import failures, seen


class SeenUpdates(Connected):
    """The part of a transaction that tells a redelivered update from a new one."""

    def first_sight(self, update_id: int, at: int) -> bool:
        """Note an update as seen; False if it was seen before."""
        return insert_new(self._connection, seen, {"update_id": update_id, "at": at})

    def forget_seen(self, before: int) -> int:
        """Drop seen updates and counted failures older than `before`; return how many."""
        return sum(
            self._connection.execute(sa.delete(table).where(table.c.at < before)).rowcount
            for table in (seen, failures)
        )

    def count_failure(self, update_id: int, kind: str, at: int) -> int:
        """Count a failed try of an update; return tries so far."""
        first = insert(self._connection, failures).values(
            update_id=update_id, kind=kind, tries=1, at=at
        )
        again = {"kind": kind, "tries": failures.c.tries + 1, "at": at}
        counted = first.on_conflict_do_update(index_elements=["update_id"], set_=again)
        return int(self._connection.execute(counted.returning(failures.c.tries)).scalar_one())
