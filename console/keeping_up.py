"""What the console does by itself, every ten seconds: chain's head and deletions go outside.

Old sessions are swept. Once a day, in the morning: it checks the audit chain, and sees whether
reports come to the end of their time. What it finds is told to staff.
"""

import asyncio
import logging
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final

from sqlalchemy.exc import SQLAlchemyError

from console.alarm import alarm
from console.office import Office
from intake.alerts import AUDIT_BROKEN, RETENTION_DUE
from intake.audit.anchor import anchor_if_due
from intake.audit.checking import check
from intake.audit.places import AnchorFailed
from intake.boundary import TryLater
from intake.retention.noticing import worth_telling
from intake.retention.returned import DeletionsFault, write_deletions
from intake.settings import AuditSettings
from intake.staff import sessions

_log = logging.getLogger(__name__)

EVERY_SECONDS: Final = 10.0

MORNING: Final = 8
"""The hour (UTC) of the daily look: no telephone rings at midnight for what can wait."""


@dataclass(slots=True)
class Keeping:
    """One console's housekeeping."""

    office: Office
    settings: AuditSettings
    _looked_on: date | None = None

    def round(self) -> None:
        """Do what is due now. What fails is said in the log and tried again in the next round."""
        for work in (self._write_anchor, self._write_deletions, self._sweep, self._look):
            # Each by itself: a webhook that is down must not keep the others from theirs.
            try:
                work()
            except AnchorFailed as fault:
                _log.error("an anchor of the audit chain could not be written or read: %s", fault)
            except DeletionsFault as fault:
                _log.error("%s", fault)
            except (SQLAlchemyError, TryLater) as fault:
                _log.warning("the store does not answer: %s", type(fault).__name__)

    def _write_anchor(self) -> None:
        anchor_if_due(self.office.engine, self.settings, self.office.now())

    def _write_deletions(self) -> None:
        write_deletions(self.office.engine, self.settings.deletions_file)

    def _sweep(self) -> None:
        with self.office.engine.begin() as connection:
            sessions.sweep(connection, self.office.now())

    def _look(self) -> None:
        now = datetime.fromtimestamp(self.office.now(), tz=UTC)
        if now.hour < MORNING or now.date() == self._looked_on:
            return
        office = self.office.current()
        tell_what_is_due(office)
        tell_if_broken(office)
        self._looked_on = now.date()


def tell_what_is_due(office: Office) -> None:
    """Tell staff, once a day at most, that the list of what is due wants looking at."""
    with office.engine.begin() as connection:
        if worth_telling(connection, office.team.retention, office.today()):
            alarm(office, RETENTION_DUE, connection)


def tell_if_broken(office: Office) -> None:
    """Check the audit chain against the anchors at hand; tell staff if somebody tampered with it.

    An anchor file that is gone is told too: whoever cut the chain would take it away.
    """
    found = check(office.engine, office.anchors)
    if not found.whole:
        _log.error("the audit chain is broken: run `python -m intake audit verify`")
    for sentence in found.unread:
        _log.error("the audit chain was not compared: %s", sentence)
    if found.unread or not found.whole:
        alarm(office, AUDIT_BROKEN)


async def keep_up(office: Office, settings: AuditSettings, every: float = EVERY_SECONDS) -> None:
    """Go round until cancelled."""
    keeping = Keeping(office, settings)
    while True:
        await asyncio.to_thread(keeping.round)
        await asyncio.sleep(every)
