"""The tables of the draft database and of the keys database; migrations lead to exactly these."""

import sqlalchemy as sa

from intake.tables import alert_tables

drafts_schema = sa.MetaData()
keys_schema = sa.MetaData()

seen = sa.Table(
    "seen",
    drafts_schema,
    sa.Column("update_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("at", sa.BigInteger, nullable=False, index=True),
)

failures = sa.Table(
    "failures",
    drafts_schema,
    sa.Column("update_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("tries", sa.Integer, nullable=False),
    sa.Column("at", sa.BigInteger, nullable=False, index=True),
)

drafts = sa.Table(
    "drafts",
    drafts_schema,
    sa.Column("id", sa.String(32), primary_key=True),
    sa.Column("owner", sa.LargeBinary, nullable=False, index=True),
    sa.Column("kind", sa.String(7), nullable=False),
    sa.Column("left", sa.Boolean, nullable=False),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Column("touched_at", sa.BigInteger, nullable=False),
    sa.Column("ends_at", sa.BigInteger, nullable=False, index=True),
    sa.Column("shown", sa.Boolean, nullable=False),
    sa.CheckConstraint("kind in ('draft', 'closing')", name="drafts_kind"),
)

sweeps = sa.Table(
    "sweeps",
    drafts_schema,
    sa.Column("owner", sa.LargeBinary, primary_key=True),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Column("due_at", sa.BigInteger, nullable=False, index=True),
    sa.Column("tries", sa.Integer, nullable=False),
)

ties = sa.Table(
    "ties",
    drafts_schema,
    sa.Column("id", sa.String(32), primary_key=True),
    sa.Column("owner", sa.LargeBinary, nullable=False, index=True),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Column("due_at", sa.BigInteger, nullable=False, index=True),
)

# One row at most: the bot account's own figures.
account = sa.Table(
    "account",
    drafts_schema,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("high_water", sa.BigInteger, nullable=False),
)

outbox = sa.Table(
    "outbox",
    drafts_schema,
    sa.Column("report_id", sa.String(32), primary_key=True),
    sa.Column("triage", sa.Text, nullable=False),
    sa.Column("envelope", sa.LargeBinary, nullable=False),
    sa.Column("lookup", sa.String(6), nullable=False),
    sa.Column("lock", sa.LargeBinary, nullable=False),
    sa.Column("made_at", sa.BigInteger, nullable=False),
    sa.Column("next_try_at", sa.BigInteger, nullable=False, index=True),
    sa.Column("tries", sa.Integer, nullable=False),
)

# The courier's alerts to staff: queued in the transaction that they tell of.
alerts = alert_tables(drafts_schema)

draft_keys = sa.Table(
    "draft_keys",
    keys_schema,
    sa.Column("draft_id", sa.String(32), primary_key=True),
    sa.Column("wrapped", sa.LargeBinary, nullable=False),
    sa.Column("created_at", sa.BigInteger, nullable=False, index=True),
)
