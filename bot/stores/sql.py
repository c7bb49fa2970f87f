"""The draft database in SQLite or PostgreSQL, through SQLAlchemy Core."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import sqlalchemy as sa

from bot.stores.connecting import hold_owners, transaction
from bot.stores.sql_drafts import Drafts
from bot.stores.sql_outbox import Outbox
from bot.stores.sql_seen import SeenUpdates
from bot.stores.sql_sweeps import Sweeps
from bot.stores.sql_ties import Ties
from bot.stores.tables import alerts
from intake.alerts.sql import SqlAlerts


class SqlTransaction(SeenUpdates, Drafts, Sweeps, Ties, Outbox, SqlAlerts):
    """One open transaction, by table; `Transaction` in boundary.py says what each call means."""

    def __init__(self, connection: sa.Connection) -> None:
        SqlAlerts.__init__(self, connection, alerts)
        self._connection = connection

    def hold(self, owners: Iterable[bytes]) -> None:
        """Keep every other transaction away from these owners; first contacts too."""
        hold_owners(self._connection, owners)


class SqlStore:
    """The draft database behind an engine from `intake.engines.make_engine`.

    The engine matters: SQLAlchemy's own SQLite settings lose updates between two processes.
    """

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine

    @contextmanager
    def begin(self) -> Iterator[SqlTransaction]:
        """Open one transaction; it commits at the end and rolls back on any exception."""
        with transaction(self._engine) as connection:
            yield SqlTransaction(connection)
