"""Open an office from the settings, and say all that is missing at once."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from console.office import Office
from console.settings import ConsoleSettings
from flows.loading import load_flow
from intake.answering import prepared_engine
from intake.watched_team import WatchedTeam


@contextmanager
def opened_office(
    settings: ConsoleSettings, *, demonstration: bool = False, templates: Path | None = None
) -> Iterator[Office]:
    """Yield the office that the settings describe, and close its store afterwards.

    Raises SettingsFaults or TeamFaults before anything is served.
    """
    watched = WatchedTeam(settings.team_file)
    engine = prepared_engine(
        "INTAKE_DATABASE_URL", settings.intake_database_url, table="sessions", command="intake init"
    )
    try:
        yield Office(
            engine=engine,
            team=watched.now()[0],
            queues=load_flow().flow.queues,
            origin=settings.console_url,
            passkey_name=settings.passkey_name,
            clock=time.time,
            anchors=tuple(one for one in (settings.audit_anchor_file,) if one),
            anchored=bool(settings.audit_anchor_file or settings.audit_anchor_url),
            demonstration=demonstration,
            templates=templates,
            watched=watched,
        )
    finally:
        engine.dispose()
