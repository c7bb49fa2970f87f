"""Ties: what lets the team's notes reach a chat whose reporter asked for it."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "ties",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("owner", sa.LargeBinary, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.Column("due_at", sa.BigInteger, nullable=False),
    )
    op.create_index("ix_ties_owner", "ties", ["owner"])
    op.create_index("ix_ties_due_at", "ties", ["due_at"])


def downgrade() -> None:
    """Refuse: an older program could not open the drafts it would find."""
    raise NotImplementedError("install the newer release again instead")
