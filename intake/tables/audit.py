"""The audit chain: who did what, each link holding the hash of the one before."""

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, String, Table, Text

from intake.tables.one import metadata

audit = Table(
    "audit",
    metadata,
    # 1, 2, 3 ... without a gap: given by `intake.audit.log`, not by the database.
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", BigInteger, nullable=False),
    # A staff id, or the name of a program; never a reporter.
    Column("who", String(32), nullable=False),
    Column("act", String(32), nullable=False),
    # A report id, a staff id or nothing.
    Column("about", String(32), nullable=False),
    # Canonical JSON: ids, names of states, counts. No free words.
    Column("detail", Text, nullable=False),
    Column("previous", LargeBinary(32), nullable=False),
    Column("hash", LargeBinary(32), nullable=False),
    Index("audit_by_about", "about"),
    Index("audit_by_who", "who", "at"),
)
