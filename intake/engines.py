"""Database engines, set up the same for every store: SQLite on one machine, or PostgreSQL."""

import os
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

_WAIT_SECONDS = 30
"""How long one process waits for another's transaction before it gives up, on SQLite."""

_LOCK_SECONDS = 10
"""The same for one lock on PostgreSQL: well inside the 150 s that a button press lives."""


class UnknownDatabase(Exception):  # noqa: N818 - it names what the operator gave
    """The address names a database that no store here can live in."""


def read_url(text: str) -> URL:
    """Return the address with its driver: `sqlite:///`, `postgres://` and `postgresql://` work.

    The error never repeats the address: it may hold a password.
    """
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        raise UnknownDatabase("is not the address of a database") from None
    kind = url.get_backend_name()
    if kind in {"postgres", "postgresql"}:
        return url.set(drivername="postgresql+psycopg")
    if kind == "sqlite":
        return url.set(drivername="sqlite+pysqlite")
    raise UnknownDatabase("names neither SQLite (sqlite:///...) nor PostgreSQL (postgresql://...)")


def make_engine(url: str, *, secure: bool = False) -> Engine:
    """Return an engine whose transactions are safe between processes and whose errors say little.

    `secure` is for a store of keys on SQLite: what is deleted there is overwritten in the file.
    """
    address = read_url(url)
    if address.get_backend_name() == "postgresql":
        engine = create_engine(
            address,
            hide_parameters=True,
            pool_pre_ping=True,
            connect_args={"connect_timeout": 10},
        )
        _set_up_postgresql(engine)
        return engine
    _create_private_file(address.database)
    engine = create_engine(address, hide_parameters=True, connect_args={"timeout": _WAIT_SECONDS})
    _set_up_sqlite(engine, secure=secure)
    return engine


def _set_up_postgresql(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def on_connect(connection: Any, record: Any) -> None:  # noqa: ANN401 - the driver's own types
        del record
        # Left alone, a transaction waits for another's lock for ever. Not in the address's
        # options: a pool in front of the server refuses those.
        with connection.cursor() as cursor:
            cursor.execute(f"SET lock_timeout = '{_LOCK_SECONDS}s'")
        connection.commit()


def _set_up_sqlite(engine: Engine, *, secure: bool) -> None:
    pragmas = ["synchronous=FULL", "foreign_keys=ON"]
    # A write-ahead log keeps old pages for a while; a store of keys may not.
    pragmas += ["journal_mode=DELETE", "secure_delete=ON"] if secure else ["journal_mode=WAL"]

    @event.listens_for(engine, "connect")
    def on_connect(connection: Any, record: Any) -> None:  # noqa: ANN401 - the driver's own types
        del record
        # The driver's own transactions begin late and lose updates between processes.
        connection.isolation_level = None
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def on_begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def _create_private_file(database: str | None) -> None:
    """Make the file before SQLite does, so that only its owner can ever read it."""
    if not database or database == ":memory:":
        return
    path = Path(database)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
