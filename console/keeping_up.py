"""What the console does by itself, about once a minute: the chain's head outside, old sessions."""

import asyncio
import logging
from typing import Final

from sqlalchemy.exc import SQLAlchemyError

from console.office import Office
from intake.audit.anchor import anchor_if_due
from intake.audit.places import AnchorFailed
from intake.settings import AuditSettings
from intake.staff import sessions

_log = logging.getLogger(__name__)

EVERY_SECONDS: Final = 60.0


async def keep_up(office: Office, settings: AuditSettings, every: float = EVERY_SECONDS) -> None:
    """Go round until cancelled. What fails is said in the log and tried again."""
    while True:
        await asyncio.to_thread(_round, office, settings)
        await asyncio.sleep(every)


def _round(office: Office, settings: AuditSettings) -> None:
    try:
        anchor_if_due(office.engine, settings, office.now())
        with office.engine.begin() as connection:
            sessions.sweep(connection, office.now())
    except AnchorFailed as fault:
        _log.error("the audit chain's head could not be written outside: %s", fault)
    except SQLAlchemyError as fault:
        _log.warning("the store does not answer: %s", type(fault).__name__)
