"""Handing sealed reports over to the intake store, exactly once each, and telling staff of it.

The intake store takes the same report twice as once, so a crash between its answer
and our own commit changes nothing. That commit takes the report off the outbox and
queues the alert for staff, both or neither.
"""

import json
import logging

from bot.desk import Desk
from bot.stores import OutboxRow
from intake.alerts import UNDELIVERED, Outbox, arrived, tell
from intake.boundary import ReceiptLock, Triage, TryLater, WillNeverWork

_log = logging.getLogger(__name__)

AT_ONCE = 50
"""Reports that one round takes."""

FIRST_WAIT, LONGEST_WAIT = 5, 600
"""Seconds between two tries: doubling from the first to the longest."""

OVERDUE = 24 * 3600
"""Seconds after which a report that is not handed over alarms the staff."""


def hand_over(desk: Desk, alerts: Outbox) -> None:
    """Submit each report that is due and take it off the outbox; queue what staff are told."""
    now = int(desk.clock())
    with desk.store.begin() as tx:
        waiting = tx.due_outbox(now, AT_ONCE)
        for row in waiting:
            # Put off first: a second courier must not try the same one meanwhile.
            wait = min(FIRST_WAIT * 2**row.tries, LONGEST_WAIT)
            tx.postpone_outbox(row.report_id, now + wait)
    for row in waiting:
        _submit(desk, alerts, row, now)


def _submit(desk: Desk, alerts: Outbox, row: OutboxRow, now: int) -> None:
    triage = Triage.from_dict(json.loads(row.triage))
    try:
        desk.intake.submit(triage, row.envelope, ReceiptLock(row.lookup, row.lock))
    except TryLater:
        if now - row.made_at > OVERDUE:
            _log.critical("report %s is not handed over after 24 hours", row.report_id)
            tell(alerts, UNDELIVERED)
        return
    except WillNeverWork:
        _log.critical("report %s was refused by the intake store", row.report_id)
        tell(alerts, UNDELIVERED)
        return
    with desk.store.begin() as tx:
        tx.drop_outbox(row.report_id)
        tell(alerts, arrived(triage.priority), tx)
