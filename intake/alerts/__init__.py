"""Telling staff that something is there to look at: never what, never whose.

`tell(outbox, notice)` is all that other parts call: with `arrived(priority)` or one of the
fixed notices. `Sending` brings what it queued to the people and channels of the team file.
"""

from intake.alerts.addressees import Addressee, addressees
from intake.alerts.files import file_faults
from intake.alerts.notice import (
    AUDIT_BROKEN,
    MANY_READS,
    RETENTION_DUE,
    SIGN_IN_ATTEMPTS,
    UNDELIVERED,
    Alert,
    Notice,
    arrived,
)
from intake.alerts.outbox import Outbox, tell
from intake.alerts.sending import Sending
from intake.alerts.shapes import Alerts
from intake.alerts.sql import alerts_within, open_outbox

__all__ = [
    "AUDIT_BROKEN",
    "MANY_READS",
    "RETENTION_DUE",
    "SIGN_IN_ATTEMPTS",
    "UNDELIVERED",
    "Addressee",
    "Alert",
    "Alerts",
    "Notice",
    "Outbox",
    "Sending",
    "addressees",
    "alerts_within",
    "arrived",
    "file_faults",
    "open_outbox",
    "tell",
]
