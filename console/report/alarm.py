"""Telling staff that one person reads far more than usual."""

from console.alarm import alarm
from console.page import Visit
from intake.alerts import MANY_READS
from intake.casework.desk import Desk


def raise_alarm(visit: Visit, desk: Desk) -> None:
    """Queue the alarm in the transaction that noticed it: both are kept, or neither."""
    alarm(visit.office, MANY_READS, desk.connection)
