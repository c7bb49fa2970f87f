"""The keys database: one random key a draft, apart from the drafts and never backed up.

Deleting a key's row is the deletion of its draft. A key commits before its draft does, and goes
after its draft has; `orphans` ends what a crash left between the two.
"""

from collections.abc import Iterable
from typing import Protocol

import sqlalchemy as sa

from bot.crypto import MachineKey, new_key
from bot.stores.connecting import insert_new, transaction
from bot.stores.tables import draft_keys


class Keys(Protocol):
    """The draft keys; each call is a transaction of its own, committed when it returns."""

    def make(self, draft_id: str, at: int) -> bytes:
        """Make and keep a draft's 32-byte key; raises ValueError if the draft has one."""

    def of(self, draft_id: str) -> bytes | None:
        """Return a draft's key, or None; raises CannotOpen under another machine key."""

    def drop(self, draft_id: str) -> None:
        """Delete a draft's key, if it is there: nothing can open the draft from now on."""

    def orphans(self, kept: frozenset[str], made_before: int) -> int:
        """Delete the keys of no draft in `kept`; return how many.

        Keys made at or after `made_before` stay: their draft may be about to commit.
        """

    def count(self) -> int:
        """Return how many keys there are."""


class SqlKeys:
    """Keys in SQLite or PostgreSQL, each wrapped by the machine key and bound to its draft.

    On SQLite the engine is to be made with `secure=True`. All calls raise StoreUnavailable
    where the database is at fault.
    """

    def __init__(self, engine: sa.Engine, machine_key: MachineKey) -> None:
        self._engine = engine
        self._machine_key = machine_key

    def make(self, draft_id: str, at: int) -> bytes:
        """Make and keep a draft's 32-byte key; raises ValueError if the draft has one."""
        key = new_key()
        row = {
            "draft_id": draft_id,
            "wrapped": self._machine_key.wrap(key, draft_id),
            "created_at": at,
        }
        with transaction(self._engine) as connection:
            if not insert_new(connection, draft_keys, row):
                raise ValueError(f"draft {draft_id} has a key already")
        return key

    def of(self, draft_id: str) -> bytes | None:
        """Return a draft's key, or None; raises CannotOpen under another machine key."""
        asked = sa.select(draft_keys.c.wrapped).where(draft_keys.c.draft_id == draft_id)
        with transaction(self._engine) as connection:
            wrapped = connection.execute(asked).scalar_one_or_none()
        return None if wrapped is None else self._machine_key.unwrap(wrapped, draft_id)

    def drop(self, draft_id: str) -> None:
        """Delete a draft's key, if it is there."""
        with transaction(self._engine) as connection:
            _drop(connection, [draft_id])

    def orphans(self, kept: frozenset[str], made_before: int) -> int:
        """Delete the keys of no draft in `kept` made before `made_before`; return how many."""
        old = sa.select(draft_keys.c.draft_id).where(draft_keys.c.created_at < made_before)
        with transaction(self._engine) as connection:
            stray = set(connection.execute(old).scalars()) - kept
            _drop(connection, stray)
        return len(stray)

    def count(self) -> int:
        """Return how many keys there are."""
        counted = sa.select(sa.func.count()).select_from(draft_keys)
        with transaction(self._engine) as connection:
            return int(connection.execute(counted).scalar_one())


def _drop(connection: sa.Connection, draft_ids: Iterable[str]) -> None:
    for draft_id in draft_ids:
        connection.execute(sa.delete(draft_keys).where(draft_keys.c.draft_id == draft_id))
