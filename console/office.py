"""The office: what every page of the console works with."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Self

from sqlalchemy import Engine

from intake.team import Team
from intake.watched_team import WatchedTeam


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
    anchored: bool = False
    """Whether the head of the chain is written outside at all."""
    demonstration: bool = False
    """Invented people and reports: every page says so."""
    templates: Path | None = None
    """A folder of the demonstration's own pages."""
    tries_key: bytes = field(default_factory=partial(secrets.token_bytes, 32), repr=False)
    """Hashes where failed sign-ins came from. Never kept: it ends with the process."""
    watched: WatchedTeam | None = None
    """Where the team comes from while it may change; None leaves it as it is."""
    team_faults: int = 0
    """Faults that keep a newer team file from being used."""

    def current(self) -> Self:
        """Return this office with the team as its file says now: ask once for each request."""
        if self.watched is None:
            return self
        team, faults = self.watched.now()
        if team is self.team and faults == self.team_faults:
            return self
        return replace(self, team=team, team_faults=faults)

    def now(self) -> int:
        """Return whole seconds since 1970 UTC."""
        return int(self.clock())

    def today(self) -> date:
        """Return the day, in UTC."""
        return datetime.fromtimestamp(self.clock(), tz=UTC).date()
