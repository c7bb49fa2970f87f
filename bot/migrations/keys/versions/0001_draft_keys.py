"""One wrapped key a draft."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "draft_keys",
        sa.Column("draft_id", sa.String(32), primary_key=True),
        sa.Column("wrapped", sa.LargeBinary, nullable=False),
        sa.Column("created_at", sa.BigInteger, nullable=False),
    )
    op.create_index("ix_draft_keys_created_at", "draft_keys", ["created_at"])


def downgrade() -> None:
    """Refuse: dropping the keys would delete every draft."""
    raise NotImplementedError("install the newer release again instead")
