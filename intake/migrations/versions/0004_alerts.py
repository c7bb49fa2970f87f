"""The console's alerts to staff on their way, so that none is lost with its process."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the two tables."""
    op.create_table(
        "staff_alerts",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("addressee", sa.String(16), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("priorities", sa.Text, nullable=False),
        sa.Column("due_at", sa.BigInteger, nullable=False),
        sa.Column("next_try_at", sa.BigInteger, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
    )
    op.create_index("ix_staff_alerts_next_try_at", "staff_alerts", ["next_try_at"])
    op.create_table(
        "staff_alarms",
        sa.Column("kind", sa.String(16), primary_key=True),
        sa.Column("told_at", sa.BigInteger, nullable=False),
    )


def downgrade() -> None:
    """Refuse: a store of reports is never taken apart by a program."""
    raise NotImplementedError("restore a backup instead")
