"""Bringing what waits in the outbox to people and channels, until it is taken or given up."""

import logging
import threading
from dataclasses import dataclass, field

from intake.alerts.addressees import Addressee, Via
from intake.alerts.channel import Wait
from intake.alerts.notice import Alert
from intake.alerts.outbox import Outbox
from intake.alerts.rows import AlertRow
from intake.boundary import TryLater, WillNeverWork

_log = logging.getLogger(__name__)

FIRST_WAIT, LONGEST_WAIT = 30, 3600
"""Seconds between two tries: doubling from the first to the longest."""

GIVEN_UP = 24 * 3600
"""Seconds after which a message that nobody takes is let go: the queue shows what is unread."""

LEASE = 300
"""Seconds for which a message in hand is nobody else's; more than any channel takes to answer."""

MOST_TRIES = 100
"""Far more than a day holds: reached only where a process dies each time with it in hand."""

AT_ONCE = 50
"""Messages that one round takes at most."""


@dataclass(slots=True)
class Sending:
    """What brings the messages of one outbox. Several may run side by side."""

    outbox: Outbox
    _resting: dict[Via, float] = field(default_factory=dict)
    """Until when a channel is left alone after it failed: the next would fail too."""

    def run(self, stop: threading.Event, every: float = 1.0) -> None:
        """Do rounds, `every` seconds apart, until `stop` is set: for a thread of its own."""
        while not stop.wait(every):
            try:
                self.round()
            except TryLater as fault:
                _log.warning("alerts wait, nothing is lost: %s", fault)

    def round(self) -> None:
        """Try each message that is due. Raises only what the outbox's database raises."""
        for _ in range(AT_ONCE):
            if not self._one():
                return

    def _one(self) -> bool:
        """Try the message that is longest due; False if none is."""
        now = int(self.outbox.clock())
        resting = {via for via, until in self._resting.items() if until > now}
        passing = [one.key for one in self.outbox.addressees if one.via in resting]
        with self.outbox.begin() as rows:
            row = rows.claim_alert(now, now + LEASE, passing)
        if row is None:
            return False
        one = next((each for each in self.outbox.addressees if each.key == row.addressee), None)
        again = self._tried(one, row, now) if one else None
        # A crash before this line sends it once more, under the same id; none loses it.
        with self.outbox.begin() as rows:
            if again is None:
                rows.drop_alert(row.id)
            else:
                rows.postpone_alert(row.id, again)
        return True

    def _tried(self, one: Addressee, row: AlertRow, now: int) -> int | None:
        """Send one message; return when to try again, None if it was taken or is given up."""
        if row.tries > MOST_TRIES:
            _log.error("%s was tried too often; this alert is given up", one.place)
            return None
        try:
            one.channel.send(Alert(row.id, row.kind, tuple(map(int, row.priorities))))
        except TryLater as fault:
            pause = fault.seconds if isinstance(fault, Wait) else FIRST_WAIT
            self._resting[one.via] = now + pause
            if now - row.due_at < GIVEN_UP:
                wait = min(FIRST_WAIT * 2 ** (row.tries - 1), LONGEST_WAIT)
                _log.warning("%s was not told, trying again: %s", one.place, fault)
                return now + int(max(wait, pause))
            _log.error("%s was not told for 24 hours; this alert is given up: %s", one.place, fault)
        except WillNeverWork as fault:
            _log.error("%s cannot be told; this alert is given up: %s", one.place, fault)
        return None
