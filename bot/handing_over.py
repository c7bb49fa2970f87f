"""Handing sealed reports over to the intake store, exactly once each.

The intake store takes the same report twice as once, so a crash between its answer
and our own commit changes nothing.
"""

import json
import logging

from bot.desk import Desk
from bot.stores import OutboxRow
from intake import alerts
from intake.boundary import ReceiptLock, Triage, TryLater, WillNeverWork

_log = logging.getLogger(__name__)

AT_ONCE = 50
"""Reports that one round takes."""

FIRST_WAIT, LONGEST_WAIT = 5, 600
"""Seconds between two tries: doubling from the first to the longest."""

OVERDUE = 24 * 3600
"""Seconds after which a report that is not handed over alarms the staff."""


def hand_over(desk: Desk) -> int:
    """Submit each report that is due and take it off the outbox; return how many arrived."""
    now = int(desk.clock())
    with desk.store.begin() as tx:
        waiting = tx.due_outbox(now, AT_ONCE)
        for row in waiting:
            # Put off first: a second courier must not try the same one meanwhile.
            wait = min(FIRST_WAIT * 2**row.tries, LONGEST_WAIT)
            tx.postpone_outbox(row.report_id, now + wait)
    return sum(_submit(desk, row, now) for row in waiting)


def _submit(desk: Desk, row: OutboxRow, now: int) -> bool:
    triage = Triage.from_dict(json.loads(row.triage))
    try:
        desk.intake.submit(triage, row.envelope, ReceiptLock(row.lookup, row.lock))
    except TryLater:
        if now - row.made_at > OVERDUE:
            _alarm(desk, row.report_id, "is not handed over after 24 hours")
        return False
    except WillNeverWork:
        _alarm(desk, row.report_id, "was refused by the intake store")
        return False
    with desk.store.begin() as tx:
        tx.drop_outbox(row.report_id)
    alerts.send(desk.sealer.team.alerts, triage.priority)
    return True


def _alarm(desk: Desk, report_id: str, what: str) -> None:
    """Tell the operator's log and the staff's channels that a report is stuck."""
    _log.critical("report %s %s", report_id, what)
    alerts.send(desk.sealer.team.alerts, 0)
