"""In which order reports arrived under one receipt code: a day alone does not tell."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the count; of reports stored before, those of one day keep the order of their ids."""
    op.add_column("reports", sa.Column("earlier", sa.Integer, nullable=False, server_default="0"))


def downgrade() -> None:
    """Refuse: a store of reports is never taken apart by a program."""
    raise NotImplementedError("restore a backup instead")
