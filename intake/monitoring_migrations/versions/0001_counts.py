"""How many people gave which answer about themselves, by quarter."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "counts",
        sa.Column("quarter", sa.String(7), primary_key=True),
        sa.Column("question", sa.String(32), primary_key=True),
        sa.Column("value", sa.String(40), primary_key=True),
        sa.Column("count", sa.Integer, nullable=False),
    )


def downgrade() -> None:
    """Refuse: the counts would be gone."""
    raise NotImplementedError("install the newer release again instead")
