"""What SQLite and PostgreSQL do alike but spell differently."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Protocol

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from bot.stores.boundary import StoreUnavailable

_AWAY = (sa.exc.OperationalError, sa.exc.InterfaceError, sa.exc.TimeoutError)


class Connected(Protocol):
    """Anything that works inside one open transaction."""

    _connection: sa.Connection


@contextmanager
def transaction(engine: sa.Engine) -> Iterator[sa.Connection]:
    """Begin, commit at the end, roll back on any exception.

    Raises StoreUnavailable without the driver's text, which can quote values.
    """
    try:
        with engine.begin() as connection:
            yield connection
    except _AWAY as error:
        cause = getattr(error, "orig", None) or error
        raise StoreUnavailable(f"the database is not available: {type(cause).__name__}") from None


def is_postgresql(connection: sa.Connection) -> bool:
    """Say whether several processes may be inside transactions at the same moment."""
    return connection.dialect.name == "postgresql"


def insert(connection: sa.Connection, table: sa.Table) -> postgresql.Insert | sqlite.Insert:
    """Return an INSERT of this database's own kind, which knows ON CONFLICT."""
    return postgresql.insert(table) if is_postgresql(connection) else sqlite.insert(table)


def insert_new(connection: sa.Connection, table: sa.Table, row: Mapping[str, object]) -> bool:
    """Insert a row; False, and nothing changed, where its primary key is taken."""
    key = table.primary_key.columns.values()
    asked = insert(connection, table).values(row).on_conflict_do_nothing().returning(*key)
    # Not rowcount: drivers may leave it unknown for an INSERT.
    return connection.execute(asked).first() is not None


def hold_owners(connection: sa.Connection, owners: Iterable[bytes]) -> None:
    """Wait for, then keep, one lock an owner until the transaction ends.

    PostgreSQL locks rows, and a first contact has none: hence advisory locks, taken in sorted
    order so that two batches cannot wait for each other. On SQLite, BEGIN IMMEDIATE has already
    made this the only writer.
    """
    if not is_postgresql(connection):
        return
    for owner in sorted(set(owners)):
        number = int.from_bytes(owner[:8], "big", signed=True)
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(number)))
