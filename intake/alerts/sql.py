"""The outbox of alerts in a database: SQLite or PostgreSQL, through SQLAlchemy Core.

The same two tables stand in the bot's draft database (the courier's alerts) and in the intake
store (the console's): an alert commits in the transaction that it tells of.
"""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import asdict

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from intake.alerts.addressees import addressees
from intake.alerts.memory import due_of
from intake.alerts.notice import NoticeKind
from intake.alerts.outbox import Outbox
from intake.alerts.rows import AlertRow
from intake.alerts.shapes import Alerts
from intake.boundary import TryLater
from intake.tables import AlertTables, staff_alerts


class SqlAlerts:
    """Keeps `AlertRows` on an open transaction of the database that holds the two tables."""

    def __init__(self, connection: sa.Connection, tables: AlertTables) -> None:
        self._connection = connection
        self._alerts, self._alarms = tables

    def put_alert(self, row: AlertRow) -> None:
        """Queue a message; a digest joins the one that waits."""
        if row.kind == "digest" and self._joined(row):
            return
        self._connection.execute(sa.insert(self._alerts).values(asdict(row)))

    def claim_alert(self, now: int, until: int, passing: Collection[str] = ()) -> AlertRow | None:
        """Return the message that is longest due, put off to `until`; others' are passed over."""
        due = sa.select(self._alerts).where(
            self._alerts.c.next_try_at <= now, self._alerts.c.addressee.not_in(list(passing))
        )
        first = due.order_by(self._alerts.c.next_try_at, self._alerts.c.id).limit(1)
        found = self._connection.execute(first.with_for_update(skip_locked=True)).mappings().first()
        if found is None:
            return None
        row = AlertRow(**{**found, "next_try_at": until, "tries": found["tries"] + 1})
        self._change(row.id, next_try_at=until, tries=row.tries)
        return row

    def postpone_alert(self, alert_id: str, next_try_at: int) -> None:
        """Say when to try next."""
        self._change(alert_id, next_try_at=next_try_at)

    def drop_alert(self, alert_id: str) -> None:
        """Delete a message, if it is there."""
        self._connection.execute(sa.delete(self._alerts).where(self._alerts.c.id == alert_id))

    def note_alarm(self, kind: NoticeKind, now: int, quiet: int) -> int | None:
        """Return when to tell of an alarm, or None where one already waits."""
        if self._insert_alarm(kind, now):
            return now
        mark = (
            sa.select(self._alarms.c.told_at).where(self._alarms.c.kind == kind).with_for_update()
        )
        due = due_of(self._connection.execute(mark).scalar_one(), now, quiet)
        if due is not None:
            told = sa.update(self._alarms).where(self._alarms.c.kind == kind).values(told_at=due)
            self._connection.execute(told)
        return due

    def _insert_alarm(self, kind: NoticeKind, now: int) -> bool:
        on_postgresql = self._connection.dialect.name == "postgresql"
        insert = postgresql.insert(self._alarms) if on_postgresql else sqlite.insert(self._alarms)
        new = insert.values(kind=kind, told_at=now).on_conflict_do_nothing()
        return self._connection.execute(new.returning(self._alarms.c.kind)).first() is not None

    def _joined(self, row: AlertRow) -> bool:
        waiting = sa.select(self._alerts.c.id).where(
            self._alerts.c.addressee == row.addressee,
            self._alerts.c.kind == "digest",
            self._alerts.c.due_at == row.due_at,
            # One that is on its way cannot take more along.
            self._alerts.c.tries == 0,
        )
        found = self._connection.execute(waiting.limit(1).with_for_update()).scalar()
        if found is not None:
            self._change(found, priorities=self._alerts.c.priorities + row.priorities)
        return found is not None

    def _change(self, alert_id: str, **values: object) -> None:
        self._connection.execute(
            sa.update(self._alerts).where(self._alerts.c.id == alert_id).values(**values)
        )


def alerts_within(connection: sa.Connection) -> SqlAlerts:
    """Return the intake store's outbox within an open transaction of it."""
    return SqlAlerts(connection, staff_alerts)


def open_outbox(engine: sa.Engine, team: Alerts, clock: Callable[[], float]) -> Outbox:
    """Return the outbox in the intake store behind `engine`; raises TryLater where that is away."""

    @contextmanager
    def begin() -> Iterator[SqlAlerts]:
        try:
            with engine.begin() as connection:
                yield alerts_within(connection)
        except sa.exc.SQLAlchemyError as fault:
            # The driver's own text may quote a row.
            raise TryLater(f"the intake store did not answer: {type(fault).__name__}") from None

    return Outbox(addressees(team), begin, clock)
