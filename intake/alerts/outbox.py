"""Queueing a notice for everybody who is to hear of it."""

import secrets
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass

from intake.alerts.addressees import Addressee
from intake.alerts.notice import AlertKind, Notice, NoticeKind
from intake.alerts.rows import AlertRow, AlertRows

_HOUR, _DAY = 3600, 24 * 3600

QUIET: dict[NoticeKind, int] = {
    "undelivered": _DAY,
    "sign_in_attempts": _HOUR,
    "many_reads": _HOUR,
    "audit_broken": _DAY,
    "retention_due": _DAY,
}
"""Seconds between two alarms of a kind: what is noticed again meanwhile is told once, after."""


@dataclass(frozen=True, slots=True)
class Outbox:
    """Where notices wait until they are told. `clock` gives unix seconds."""

    addressees: tuple[Addressee, ...]
    begin: Callable[[], AbstractContextManager[AlertRows]]
    """Opens one transaction of the database that the outbox lies in."""
    clock: Callable[[], float]


def tell(alerts: Outbox, notice: Notice, within: AlertRows | None = None) -> None:
    """Queue a notice for everybody: `Sending` brings it.

    `within` is the open transaction of what it tells of (in the intake store:
    `alerts_within(connection)`), so that both are kept or neither; without it, the notice has a
    transaction of its own. Quick: it only writes rows. An arrival and `retention_due` wait for
    the digest of whoever chose one; alarms go to everybody at once.
    """
    if within is None:
        with alerts.begin() as rows:
            tell(alerts, notice, rows)
        return
    now = int(alerts.clock())
    if notice.kind != "arrived":
        told_at = within.note_alarm(notice.kind, now, QUIET[notice.kind])
        if told_at is None:
            return
        now = told_at
    for one in alerts.addressees:
        within.put_alert(_row(one, notice, now))


def _row(one: Addressee, notice: Notice, now: int) -> AlertRow:
    kind: AlertKind = notice.kind
    if kind == "arrived" and one.digest_at:
        kind = "digest"
    due = one.due(now) if kind in {"digest", "retention_due"} else now
    priorities = "" if notice.priority is None else str(notice.priority)
    return AlertRow(secrets.token_hex(16), one.key, kind, priorities, due, due)
