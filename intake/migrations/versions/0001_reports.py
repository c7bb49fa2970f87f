"""Reports with their triage columns, and tombstones of the deleted ones."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make both tables."""
    op.create_table(
        "reports",
        sa.Column("report_id", sa.String(32), primary_key=True),
        sa.Column("received", sa.Date, nullable=False),
        sa.Column("queue", sa.String(64), nullable=False),
        sa.Column(
            "priority", sa.Integer, sa.CheckConstraint("priority BETWEEN 0 AND 4"), nullable=False
        ),
        sa.Column("due_week", sa.Date),
        sa.Column("language", sa.String(35), nullable=False),
        sa.Column("consent_version", sa.String(128), nullable=False),
        sa.Column("envelope", sa.LargeBinary, nullable=False),
        sa.Column("envelope_hash", sa.LargeBinary(32), nullable=False),
        sa.Column("lookup", sa.String(6), nullable=False),
        sa.Column("lock", sa.LargeBinary(32), nullable=False),
        sa.Column("word", sa.String(16), nullable=False),
        sa.Column("withdrawn", sa.Date),
    )
    op.create_index("reports_by_lookup", "reports", ["lookup"])
    op.create_table(
        "tombstones",
        sa.Column("report_id", sa.String(32), primary_key=True),
        sa.Column("deleted", sa.Date, nullable=False),
        sa.Column("reason", sa.String(32), nullable=False),
    )


def downgrade() -> None:
    """Refuse: a store of reports is never taken apart by a program."""
    raise NotImplementedError("restore a backup instead")
