"""Answers about the people who got in touch, as counts and nothing else.

A store of its own with one table: how many chose which answer, by quarter. No report, no
account, no day, and no answer beside another: it cannot be told who they were, nor which
answers were one person's.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import Column, Engine, Integer, MetaData, String, Table, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import SQLAlchemyError

from intake.boundary import TryLater
from intake.engines import make_engine
from intake.migrate import upgrade

MIGRATIONS = str(Path(__file__).parent / "monitoring_migrations")

FEWEST = 5
"""A smaller count is not shown: few people could be told apart."""

counts = Table(
    "counts",
    MetaData(),
    Column("quarter", String(7), primary_key=True),
    Column("question", String(32), primary_key=True),
    Column("value", String(40), primary_key=True),
    Column("count", Integer, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Count:
    """How many people gave one answer in one quarter ("2026-Q4")."""

    quarter: str
    question: str
    value: str
    count: int

    @property
    def shown(self) -> str:
        """What staff may read: the number, or that it is too small to be shown."""
        return str(self.count) if self.count >= FEWEST else f"fewer than {FEWEST}"


class Monitoring:
    """The store behind `engine`; raises TryLater where it cannot be reached."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, answers: Iterable[tuple[str, str]], day: date) -> None:
        """Count one person's answers (question, value), in one transaction of its own."""
        insert = postgresql.insert if self._engine.dialect.name == "postgresql" else sqlite.insert
        # In one order, so that two at the same moment cannot wait for each other.
        for_each = sorted(set(answers))
        try:
            with self._engine.begin() as connection:
                for question, value in for_each:
                    row = insert(counts).values(
                        quarter=quarter_of(day), question=question, value=value, count=1
                    )
                    connection.execute(
                        row.on_conflict_do_update(
                            index_elements=["quarter", "question", "value"],
                            set_={"count": counts.c.count + 1},
                        )
                    )
        except SQLAlchemyError as error:
            raise _later(error) from None

    def counted(self) -> tuple[Count, ...]:
        """Return every count, the oldest quarter first."""
        asked = select(counts).order_by(counts.c.quarter, counts.c.question, counts.c.value)
        try:
            with self._engine.begin() as connection:
                return tuple(Count(**row) for row in connection.execute(asked).mappings())
        except SQLAlchemyError as error:
            raise _later(error) from None


def _later(error: SQLAlchemyError) -> TryLater:
    # The driver's own text can hold values.
    return TryLater(f"the monitoring store did not answer: {type(error).__name__}")


def quarter_of(day: date) -> str:
    """Return the quarter of a day, the finest time that is kept: "2026-Q4"."""
    return f"{day.year}-Q{(day.month + 2) // 3}"


def open_monitoring(url: str) -> Monitoring:
    """Return the store at this address; what it overwrites is gone from its file too."""
    return Monitoring(make_engine(url, secure=True))


def prepare_monitoring(url: str) -> None:
    """Make the store's table, or bring it up to date."""
    engine = make_engine(url, secure=True)
    try:
        upgrade(engine, MIGRATIONS)
    finally:
        engine.dispose()
