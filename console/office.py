"""The office: what every page of the console works with."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from sqlalchemy import Engine

from intake.team import Team


@dataclass(frozen=True, slots=True)
class Office:
    """One console: its store, its team, where it is, and the time."""

    engine: Engine = field(repr=False)
    team: Team
    queues: Mapping[str, str]
    """Plain words for each queue of the routing rules."""
    origin: str
    """Scheme, name and port, as browsers send it in `Origin`."""
    passkey_name: str
    """The name that passkeys are bound to."""
    clock: Callable[[], float]
    """Seconds since 1970 UTC."""
    anchors: tuple[Path, ...] = ()
    """Files with anchors of the audit chain, if this machine can read them."""
    demonstration: bool = False
    """Invented people and reports: every page says so."""
    templates: Path | None = None
    """A folder of the demonstration's own pages."""
    tries_key: bytes = field(default_factory=partial(secrets.token_bytes, 32), repr=False)
    """Hashes where failed sign-ins came from. Never kept: it ends with the process."""

    def now(self) -> int:
        """Return whole seconds since 1970 UTC."""
        return int(self.clock())

    def today(self) -> date:
        """Return the day, in UTC."""
        return datetime.fromtimestamp(self.clock(), tz=UTC).date()
