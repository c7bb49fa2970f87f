"""Telling staff that something is wrong, or due: never what, never whose.

A page only writes rows; a thread of the console brings them, so no page waits for a mail server.
"""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy import Connection

from console.office import Office
from intake.alerts import Notice, Outbox, Sending, alerts_within, file_faults, open_outbox, tell
from intake.boundary import TryLater
from intake.logs import tell_exception

_log = logging.getLogger(__name__)

EVERY_SECONDS: Final = 5.0
"""Between two looks at what waits; and for what is on its way when the console stops."""


def alarm(office: Office, notice: Notice, within: Connection | None = None) -> None:
    """Queue a notice for everybody in the team file; raises what the store raises.

    `within` is the open transaction of what it tells of: both are kept, or neither.
    """
    tell(_outbox(office), notice, None if within is None else alerts_within(within))


@contextmanager
def alerts_brought(office: Office, every: float = EVERY_SECONDS) -> Iterator[None]:
    """Bring what waits to people and channels while the block lasts, in a thread of its own.

    What is not taken by the end waits in the store, and goes when a console runs again.
    """
    _tell_faults(office)
    stop = threading.Event()
    thread = threading.Thread(target=_bring, args=(office, stop, every), daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(EVERY_SECONDS)


@dataclass(slots=True)
class Bringing:
    """What brings a console's alerts, to whom the team file names at the time."""

    office: Office
    _sending: Sending = field(init=False)

    def __post_init__(self) -> None:
        self._sending = Sending(_outbox(self.office))

    def round(self) -> None:
        """Try each message that is due. Raises only what the store raises."""
        now = self.office.current()
        if now is not self.office:
            self._sending.outbox = _outbox(now)
            if now.team.alerts != self.office.team.alerts:
                _tell_faults(now)
            self.office = now
        self._sending.round()


def _bring(office: Office, stop: threading.Event, every: float) -> None:
    bringing = Bringing(office)
    while not stop.wait(every):
        try:
            bringing.round()
        except TryLater as fault:
            _log.warning("alerts wait, nothing is lost: %s", fault)
        except Exception as fault:  # noqa: BLE001 - the thread outlives every row; only its kind is told
            _log.error("alerts could not be brought: %s", tell_exception(fault))


def _tell_faults(office: Office) -> None:
    for fault in file_faults(office.team.alerts):
        _log.error("staff cannot be told: %s", fault)


def _outbox(office: Office) -> Outbox:
    return open_outbox(office.engine, office.team.alerts, office.clock)
