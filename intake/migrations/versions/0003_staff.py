"""The staff's side: who signs in, what they make of a report, and the audit chain."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "approvals",
        sa.Column("approval_id", sa.String(32), primary_key=True),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("report_id", sa.String(32), nullable=False),
        sa.Column("asked_by", sa.String(32), nullable=False),
        sa.Column("asked", sa.BigInteger, nullable=False),
        sa.Column("reason", sa.String(32), nullable=False),
        sa.Column("answered_by", sa.String(32)),
        sa.Column("answered", sa.BigInteger),
        sa.Column("granted", sa.Boolean),
        sa.Column("expires", sa.BigInteger, nullable=False),
    )
    op.create_index("approvals_by_report", "approvals", ["report_id"])
    op.create_table(
        "audit",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("who", sa.String(32), nullable=False),
        sa.Column("act", sa.String(32), nullable=False),
        sa.Column("about", sa.String(32), nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
        sa.Column("previous", sa.LargeBinary(32), nullable=False),
        sa.Column("hash", sa.LargeBinary(32), nullable=False),
    )
    op.create_index("audit_by_about", "audit", ["about"])
    op.create_table(
        "cases",
        sa.Column("report_id", sa.String(32), primary_key=True),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("reason", sa.String(32)),
        sa.Column("assignee", sa.String(32)),
        sa.Column(
            "conflict",
            sa.String(16),
            sa.CheckConstraint("conflict IN ('unchecked', 'clear', 'conflict')"),
            nullable=False,
        ),
        sa.Column("conflict_by", sa.String(32)),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("clock_from", sa.Date, nullable=False),
        sa.Column("held_by", sa.String(32)),
        sa.Column("keep_longer", sa.Boolean, nullable=False),
    )
    op.create_index("cases_by_assignee", "cases", ["assignee"])
    op.create_table(
        "challenges",
        sa.Column("ceremony_hash", sa.LargeBinary(32), primary_key=True),
        sa.Column("purpose", sa.String(16), nullable=False),
        sa.Column("staff_id", sa.String(32)),
        sa.Column("challenge", sa.LargeBinary(64), nullable=False),
        sa.Column("expires", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "differing",
        sa.Column("first", sa.String(32), primary_key=True),
        sa.Column("second", sa.String(32), primary_key=True),
        sa.Column("said_by", sa.String(32), nullable=False),
        sa.Column("said", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "labels",
        sa.Column("report_id", sa.String(32), primary_key=True),
        sa.Column("label", sa.String(32), primary_key=True),
    )
    op.create_table(
        "notes",
        sa.Column("note_id", sa.String(32), primary_key=True),
        sa.Column("report_id", sa.String(32), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("author", sa.String(32), nullable=False),
        sa.Column("written", sa.BigInteger, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
    )
    op.create_index("notes_by_report", "notes", ["report_id"])
    op.create_table(
        "resealed",
        sa.Column("report_id", sa.String(32), primary_key=True),
        sa.Column(
            "part",
            sa.String(16),
            sa.CheckConstraint("part IN ('report', 'conflict')"),
            primary_key=True,
        ),
        sa.Column("public_key", sa.String(80), primary_key=True),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.Column("made_by", sa.String(32), nullable=False),
        sa.Column("made", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "staff",
        sa.Column("staff_id", sa.String(32), primary_key=True),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column(
            "role",
            sa.String(16),
            sa.CheckConstraint("role IN ('caseworker', 'supervisor', 'administrator', 'auditor')"),
            nullable=False,
        ),
        sa.Column("created", sa.BigInteger, nullable=False),
        sa.Column("disabled", sa.BigInteger),
    )
    op.create_table(
        "tasks",
        sa.Column("task_id", sa.String(32), primary_key=True),
        sa.Column("report_id", sa.String(32), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("sealed", sa.LargeBinary),
        sa.Column("due", sa.Date, nullable=False),
        sa.Column("assignee", sa.String(32)),
        sa.Column("made_by", sa.String(32), nullable=False),
        sa.Column("made", sa.BigInteger, nullable=False),
        sa.Column("done_by", sa.String(32)),
        sa.Column("done", sa.BigInteger),
    )
    op.create_index("tasks_by_due", "tasks", ["due"])
    op.create_index("tasks_by_report", "tasks", ["report_id"])
    op.create_table(
        "translations",
        sa.Column("translation_id", sa.String(32), primary_key=True),
        sa.Column("report_id", sa.String(32), nullable=False),
        sa.Column("step", sa.String(64), nullable=False),
        sa.Column("language", sa.String(35), nullable=False),
        sa.Column(
            "made_by",
            sa.String(16),
            sa.CheckConstraint("made_by IN ('human', 'machine')"),
            nullable=False,
        ),
        sa.Column("author", sa.String(32), nullable=False),
        sa.Column("written", sa.BigInteger, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
    )
    op.create_index("translations_by_report", "translations", ["report_id"])
    op.create_table(
        "tries",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("source", sa.LargeBinary(32), nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
    )
    op.create_index("tries_by_source", "tries", ["source"])
    op.create_table(
        "identities",
        sa.Column("staff_id", sa.String(32), sa.ForeignKey("staff.staff_id"), primary_key=True),
        sa.Column(
            "purpose",
            sa.String(16),
            sa.CheckConstraint("purpose IN ('reader', 'conflict')"),
            primary_key=True,
        ),
        sa.Column("public_key", sa.String(80), nullable=False, unique=True),
        sa.Column("by_passphrase", sa.LargeBinary, nullable=False),
        sa.Column("by_passkey", sa.LargeBinary),
        sa.Column("created", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "invitations",
        sa.Column("token_hash", sa.LargeBinary(32), primary_key=True),
        sa.Column("staff_id", sa.String(32), sa.ForeignKey("staff.staff_id"), nullable=False),
        sa.Column("expires", sa.BigInteger, nullable=False),
        sa.Column("used", sa.BigInteger),
    )
    op.create_table(
        "passkeys",
        sa.Column("credential_id", sa.LargeBinary(1023), primary_key=True),
        sa.Column("staff_id", sa.String(32), sa.ForeignKey("staff.staff_id"), nullable=False),
        sa.Column("public_key", sa.LargeBinary, nullable=False),
        sa.Column("sign_count", sa.BigInteger, nullable=False),
        sa.Column("created", sa.BigInteger, nullable=False),
    )
    op.create_index("passkeys_by_staff", "passkeys", ["staff_id"])
    op.create_table(
        "sessions",
        sa.Column("session_hash", sa.LargeBinary(32), primary_key=True),
        sa.Column("staff_id", sa.String(32), sa.ForeignKey("staff.staff_id"), nullable=False),
        sa.Column("created", sa.BigInteger, nullable=False),
        sa.Column("touched", sa.BigInteger, nullable=False),
        sa.Column("stepped_up", sa.BigInteger, nullable=False),
        sa.Column("half", sa.LargeBinary(32), nullable=False),
    )
    op.create_index("sessions_by_staff", "sessions", ["staff_id"])


def downgrade() -> None:
    """Refuse: a store of reports is never taken apart by a program."""
    raise NotImplementedError("restore a backup instead")
