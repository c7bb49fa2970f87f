"""What the bot hands over: sealed reports, messages on their way, tombstones."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Date,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
)

from intake.tables.one import metadata

reports = Table(
    "reports",
    metadata,
    # The triage columns: `intake.boundary.Triage`, in plain text, and no others.
    Column("report_id", String(32), primary_key=True),
    Column("received", Date, nullable=False),
    Column("queue", String(64), nullable=False),
    Column("priority", Integer, CheckConstraint("priority BETWEEN 0 AND 4"), nullable=False),
    Column("due_week", Date),
    Column("language", String(35), nullable=False),
    Column("consent_version", String(128), nullable=False),
    # What the boundary needs.
    Column("envelope", LargeBinary, nullable=False),
    Column("envelope_hash", LargeBinary(32), nullable=False),
    Column("lookup", String(6), nullable=False),
    Column("lock", LargeBinary(32), nullable=False),
    # How many reports lay under the same receipt code when this one arrived. A day alone would
    # not tell which of two was the first; an hour would tell too much.
    Column("earlier", Integer, nullable=False, server_default="0"),
    Column("word", String(16), nullable=False),
    Column("withdrawn", Date),
    # Holds every column of a list, in the list's order: the rows themselves, with their
    # envelopes, stay unread.
    Index(
        "reports_in_order",
        *("priority", "due_week", "received", "report_id"),
        *("queue", "language", "word", "withdrawn"),
    ),
    Index("reports_by_queue", "queue", "priority"),
    Index("reports_by_lock", "lookup", "lock"),
)

messages = Table(
    "messages",
    metadata,
    # Counts up: the order in which staff wrote, without an hour.
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("message_id", String(32), nullable=False, unique=True),
    # A hash: nobody can write to an address who only holds the store.
    Column("address", LargeBinary(32), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("posted", Date, nullable=False),
    Index("messages_by_address", "address"),
)

tombstones = Table(
    "tombstones",
    metadata,
    Column("report_id", String(32), primary_key=True),
    Column("deleted", Date, nullable=False),
    Column("reason", String(32), nullable=False),
)
