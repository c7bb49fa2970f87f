"""Telling staff that one person reads far more than usual."""

from console.page import Visit
from intake.alerts import MANY_READS, alerts_within, open_outbox, tell
from intake.casework.desk import Desk


def raise_alarm(visit: Visit, desk: Desk) -> None:
    """Queue the alarm in the transaction that noticed it: both are kept, or neither."""
    office = visit.office
    outbox = open_outbox(office.engine, office.team.alerts, office.clock)
    tell(outbox, MANY_READS, alerts_within(desk.connection))
