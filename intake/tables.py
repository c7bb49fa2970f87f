"""The tables of the intake store, as the migrations leave them."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Date,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
)

metadata = MetaData()

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
    Column("word", String(16), nullable=False),
    Column("withdrawn", Date),
    Index("reports_by_lookup", "lookup"),
)

tombstones = Table(
    "tombstones",
    metadata,
    Column("report_id", String(32), primary_key=True),
    Column("deleted", Date, nullable=False),
    Column("reason", String(32), nullable=False),
)
