"""What staff make of a report. Free words are sealed in the browser. Seconds since 1970 UTC."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
)

from intake.tables.one import metadata

cases = Table(
    "cases",
    metadata,
    # A report without a row is new: nobody has touched it.
    Column("report_id", String(32), primary_key=True),
    Column("status", String(16), nullable=False),
    # Why it was closed: one of a fixed list.
    Column("reason", String(32)),
    Column("assignee", String(32)),
    Column(
        "conflict",
        String(16),
        CheckConstraint("conflict IN ('unchecked', 'clear', 'conflict')"),
        nullable=False,
    ),
    Column("conflict_by", String(32)),
    # Counts up with each change: who acts on an older one is shown what changed.
    Column("version", Integer, nullable=False),
    # The day from which the retention clock counts.
    Column("clock_from", Date, nullable=False),
    # A legal hold: its reason is sealed, in a note.
    Column("held_by", String(32)),
    # The wish to keep longer for a joint claim.
    Column("keep_longer", Boolean, nullable=False),
    Index("cases_by_assignee", "assignee"),
    Index("cases_by_status", "status", "report_id"),
)

labels = Table(
    "labels",
    metadata,
    Column("report_id", String(32), primary_key=True),
    # One of the team file's: never free words.
    Column("label", String(32), primary_key=True),
    Index("labels_by_label", "label", "report_id"),
)

notes = Table(
    "notes",
    metadata,
    Column("note_id", String(32), primary_key=True),
    Column("report_id", String(32), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("author", String(32), nullable=False),
    Column("written", BigInteger, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Index("notes_by_report", "report_id"),
)

tasks = Table(
    "tasks",
    metadata,
    Column("task_id", String(32), primary_key=True),
    Column("report_id", String(32), nullable=False),
    # What is to be done, of a fixed list; the words beside it are sealed, or there are none.
    Column("kind", String(16), nullable=False),
    Column("sealed", LargeBinary),
    Column("due", Date, nullable=False),
    Column("assignee", String(32)),
    Column("made_by", String(32), nullable=False),
    Column("made", BigInteger, nullable=False),
    Column("done_by", String(32)),
    Column("done", BigInteger),
    Index("tasks_by_report", "report_id"),
    Index("tasks_by_due", "due"),
)

translations = Table(
    "translations",
    metadata,
    Column("translation_id", String(32), primary_key=True),
    Column("report_id", String(32), nullable=False),
    # The answer it stands beside.
    Column("step", String(64), nullable=False),
    Column("language", String(35), nullable=False),
    Column(
        "made_by", String(16), CheckConstraint("made_by IN ('human', 'machine')"), nullable=False
    ),
    Column("author", String(32), nullable=False),
    Column("written", BigInteger, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Index("translations_by_report", "report_id"),
)

approvals = Table(
    "approvals",
    metadata,
    # What takes two people: one asks, another answers.
    Column("approval_id", String(32), primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("report_id", String(32), nullable=False),
    Column("asked_by", String(32), nullable=False),
    Column("asked", BigInteger, nullable=False),
    Column("reason", String(32), nullable=False),
    Column("answered_by", String(32)),
    Column("answered", BigInteger),
    Column("granted", Boolean),
    # From then on it counts for nothing.
    Column("expires", BigInteger, nullable=False),
    Index("approvals_by_report", "report_id"),
)

resealed = Table(
    "resealed",
    metadata,
    # The same envelope, or its conflict card, sealed in a reader's browser to a colleague's key.
    Column("report_id", String(32), primary_key=True),
    Column("part", String(16), CheckConstraint("part IN ('report', 'conflict')"), primary_key=True),
    Column("public_key", String(80), primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
    Column("made_by", String(32), nullable=False),
    Column("made", BigInteger, nullable=False),
    Index("resealed_by_key", "public_key", "report_id"),
)

differing = Table(
    "differing",
    metadata,
    # "Not the same officer": two reports, the smaller id first.
    Column("first", String(32), primary_key=True),
    Column("second", String(32), primary_key=True),
    Column("said_by", String(32), nullable=False),
    Column("said", BigInteger, nullable=False),
)
