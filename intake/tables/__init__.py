"""The tables of the intake store, as the migrations leave them: one module a subject."""

from intake.tables.alerts import AlertTables, alert_tables, staff_alerts
from intake.tables.audit import audit
from intake.tables.one import metadata
from intake.tables.reports import messages, reports, tombstones
from intake.tables.staff import (
    challenges,
    identities,
    invitations,
    passkeys,
    sessions,
    staff,
    tries,
)
from intake.tables.work import (
    approvals,
    cases,
    differing,
    labels,
    notes,
    resealed,
    tasks,
    translations,
)

__all__ = [
    "AlertTables",
    "alert_tables",
    "approvals",
    "audit",
    "cases",
    "challenges",
    "differing",
    "identities",
    "invitations",
    "labels",
    "messages",
    "metadata",
    "notes",
    "passkeys",
    "reports",
    "resealed",
    "sessions",
    "staff",
    "staff_alerts",
    "tasks",
    "tombstones",
    "translations",
    "tries",
]
