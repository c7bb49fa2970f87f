"""The legal team's side of the boundary: envelopes, their store, receipts, alerts, a terminal."""

from intake.boundary import (
    Found,
    Intake,
    Message,
    ReceiptLock,
    Triage,
    TryLater,
    WillNeverWork,
)

__all__ = ["Found", "Intake", "Message", "ReceiptLock", "Triage", "TryLater", "WillNeverWork"]
