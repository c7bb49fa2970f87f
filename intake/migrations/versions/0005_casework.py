"""Indexes for the staff's lists: a page is read from one, however many reports there are."""

from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the indexes."""
    op.create_index(
        "reports_in_order",
        "reports",
        ["priority", "due_week", "received", "report_id", "queue", "language", "word", "withdrawn"],
    )
    op.create_index("reports_by_queue", "reports", ["queue", "priority"])
    op.create_index("reports_by_lock", "reports", ["lookup", "lock"])
    op.drop_index("reports_by_lookup", "reports")
    op.create_index("cases_by_status", "cases", ["status", "report_id"])
    op.create_index("labels_by_label", "labels", ["label", "report_id"])
    op.create_index("resealed_by_key", "resealed", ["public_key", "report_id"])
    op.create_index("audit_by_who", "audit", ["who", "at"])


def downgrade() -> None:
    """Refuse: a store of reports is never taken apart by a program."""
    raise NotImplementedError("restore a backup instead")
