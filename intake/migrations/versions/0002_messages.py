"""Messages from staff to a reporter's chat, sealed to the bot's own key."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "messages",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("message_id", sa.String(32), nullable=False, unique=True),
        sa.Column("address", sa.LargeBinary(32), nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.Column("posted", sa.Date, nullable=False),
    )
    op.create_index("messages_by_address", "messages", ["address"])


def downgrade() -> None:
    """Refuse: a store of reports is never taken apart by a program."""
    raise NotImplementedError("restore a backup instead")
