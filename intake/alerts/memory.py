"""The outbox of alerts in memory, gone with its process: for trials and tests."""

from collections.abc import Collection
from dataclasses import replace

from intake.alerts.notice import NoticeKind
from intake.alerts.rows import AlertRow


class MemoryAlerts:
    """Keeps `AlertRows` in two dictionaries: rows by id, and when each alarm is told last."""

    def __init__(self, alerts: dict[str, AlertRow], alarms: dict[str, int]) -> None:
        self._alerts = alerts
        self._alarms = alarms

    def put_alert(self, row: AlertRow) -> None:
        """Queue a message; a digest joins the one that waits."""
        if row.kind == "digest":
            same = (row.addressee, "digest", row.due_at, 0)
            for one in self._alerts.values():
                if (one.addressee, one.kind, one.due_at, one.tries) == same:
                    joined = one.priorities + row.priorities
                    self._alerts[one.id] = replace(one, priorities=joined)
                    return
        self._alerts[row.id] = row

    def claim_alert(self, now: int, until: int, passing: Collection[str] = ()) -> AlertRow | None:
        """Return the message that is longest due, put off to `until`."""
        due = (
            row
            for row in self._alerts.values()
            if row.next_try_at <= now and row.addressee not in passing
        )
        first = min(due, key=lambda row: (row.next_try_at, row.id), default=None)
        if first is None:
            return None
        self._alerts[first.id] = replace(first, next_try_at=until, tries=first.tries + 1)
        return self._alerts[first.id]

    def postpone_alert(self, alert_id: str, next_try_at: int) -> None:
        """Say when to try next."""
        if row := self._alerts.get(alert_id):
            self._alerts[alert_id] = replace(row, next_try_at=next_try_at)

    def drop_alert(self, alert_id: str) -> None:
        """Delete a message, if it is there."""
        self._alerts.pop(alert_id, None)

    def note_alarm(self, kind: NoticeKind, now: int, quiet: int) -> int | None:
        """Return when to tell of an alarm, or None where one already waits."""
        due = due_of(self._alarms.get(kind), now, quiet)
        if due is not None:
            self._alarms[kind] = due
        return due


def due_of(last: int | None, now: int, quiet: int) -> int | None:
    """Return when to tell of an alarm that was last told, or is to be told, at `last`."""
    if last is not None and last > now:
        return None
    return now if last is None else max(now, last + quiet)
