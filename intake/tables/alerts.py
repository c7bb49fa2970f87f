"""Alerts to staff on their way: the same two tables here and in the bot's draft database."""

from typing import NamedTuple

from sqlalchemy import BigInteger, Column, Integer, MetaData, String, Table, Text

from intake.tables.one import metadata


class AlertTables(NamedTuple):
    """The two tables of one outbox."""

    alerts: Table
    alarms: Table


def alert_tables(schema: MetaData, prefix: str = "") -> AlertTables:
    """Return the tables of an outbox in a store; stores may share a database, hence a prefix."""
    alerts = Table(
        f"{prefix}alerts",
        schema,
        Column("id", String(32), primary_key=True),
        Column("addressee", String(16), nullable=False),
        Column("kind", String(16), nullable=False),
        Column("priorities", Text, nullable=False),
        Column("due_at", BigInteger, nullable=False),
        Column("next_try_at", BigInteger, nullable=False, index=True),
        Column("tries", Integer, nullable=False),
    )
    # When each kind of alarm was told last, or is to be told.
    alarms = Table(
        f"{prefix}alarms",
        schema,
        Column("kind", String(16), primary_key=True),
        Column("told_at", BigInteger, nullable=False),
    )
    return AlertTables(alerts, alarms)


staff_alerts = alert_tables(metadata, "staff_")
