"""One person's work in one transaction: what every function of this package is given first."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from intake.audit import Act, Value, record
from intake.boundary import TryLater
from intake.casework.actor import Actor, is_conflict_checker, readable
from intake.casework.refusing import Refused
from intake.team import Team


@dataclass(frozen=True, slots=True)
class Desk:
    """A transaction, who acts in it, and when."""

    connection: Connection
    team: Team
    actor: Actor
    at: int
    """Seconds since 1970 UTC."""
    today: date

    def readable(self) -> ColumnElement[bool]:
        """Return the condition for the reports that she may see."""
        return readable(self.team, self.actor)

    @property
    def checks_conflicts(self) -> bool:
        """Tell whether conflict cards are sealed to her."""
        return is_conflict_checker(self.team, self.actor)

    def record(self, act: Act, about: str = "", **detail: Value) -> None:
        """Put a link on the audit chain, in this transaction."""
        record(self.connection, self.at, self.actor.staff_id, act, about, **detail)


class Casework:
    """Opens desks on the intake store behind `engine`. It can open no envelope: it has no key."""

    def __init__(self, engine: Engine, team: Team) -> None:
        self._engine = engine
        self._team = team

    @contextmanager
    def begin(self, actor: Actor, at: int, today: date) -> Iterator[Desk]:
        """Run one transaction; raise TryLater if the store does not answer.

        What is done in it stands or falls as a whole. A refusal undoes it and is recorded alone.
        """
        try:
            try:
                with self._engine.begin() as connection:
                    yield Desk(connection, self._team, actor, at, today)
            except Refused as refused:
                self._record(refused, actor, at)
                raise
        except SQLAlchemyError as fault:
            # The driver's own text may quote a row: only the kind of fault goes on.
            raise TryLater(
                f"The intake store did not answer ({type(fault).__name__}). Check "
                "INTAKE_DATABASE_URL and run `python -m intake init`."
            ) from None

    def _record(self, refused: Refused, actor: Actor, at: int) -> None:
        link = refused.link
        if link is not None:
            with self._engine.begin() as connection:
                record(connection, at, actor.staff_id, link.act, link.about, **link.detail)
