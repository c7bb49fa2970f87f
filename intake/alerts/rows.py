"""What the outbox of alerts keeps, and what may be asked of it within one transaction.

Two implementations pass `tests/contracts/test_alert_rows.py`: `memory.MemoryAlerts`, and
`sql.SqlAlerts` in whichever database the thing told of commits.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol

from intake.alerts.notice import AlertKind, NoticeKind


@dataclass(frozen=True, slots=True)
class AlertRow:
    """One message on its way to one addressee. Times are unix seconds."""

    id: str
    """32 random hexadecimal digits; no report's."""
    addressee: str
    """`Addressee.key`."""
    kind: AlertKind
    priorities: str
    """One digit for each report it tells of."""
    due_at: int
    """When it was first to be sent; its age counts from here."""
    next_try_at: int
    tries: int = 0


class AlertRows(Protocol):
    """The outbox within one open transaction."""

    def put_alert(self, row: AlertRow) -> None:
        """Queue a message. A digest joins the one that waits for the same addressee and moment."""

    def claim_alert(self, now: int, until: int, passing: Collection[str] = ()) -> AlertRow | None:
        """Return the message that is longest due, with this try counted; put it off to `until`.

        So a process that dies with it loses nothing, and another passes it over meanwhile.
        Messages to the addressees in `passing` are left where they are.
        """

    def postpone_alert(self, alert_id: str, next_try_at: int) -> None:
        """Say when to try next."""

    def drop_alert(self, alert_id: str) -> None:
        """Delete a message that was taken or given up, if it is there."""

    def note_alarm(self, kind: NoticeKind, now: int, quiet: int) -> int | None:
        """Return when to tell of an alarm: now, or when `quiet` seconds have passed since the last.

        None where one already waits for that moment: it tells of this one too.
        """
