"""What only a database between processes has to keep: locks, faults, migrations."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine

from bot.migrations import upgrade_drafts
from bot.stores import DraftRow, StoreUnavailable
from bot.stores.sql import SqlStore
from bot.stores.tables import drafts_schema
from tests.contracts.rows import DRAFT, HERS, REPORT


def test_two_couriers_take_different_reports(
    new_address: Callable[[str], str], open_engine: Callable[..., Engine]
) -> None:
    """On PostgreSQL a second courier passes over the report that the first one has in hand."""
    engine = open_engine(new_address("postgresql"))
    upgrade_drafts(engine)
    store, other = SqlStore(engine), replace(REPORT, report_id="f" * 32)
    with store.begin() as tx:
        tx.put_outbox(REPORT)
        tx.put_outbox(other)
    with store.begin() as first, store.begin() as second:
        assert first.due_outbox(60, limit=1) == (REPORT,)
        assert second.due_outbox(60, limit=9) == (other,)


def test_a_reporter_who_comes_back_is_not_ended(
    new_address: Callable[[str], str], open_engine: Callable[..., Engine]
) -> None:
    """The courier waits for a turn under way, then sees that the draft lives on."""
    engine = open_engine(new_address("postgresql"))
    upgrade_drafts(engine)
    store = SqlStore(engine)
    with store.begin() as tx:
        tx.keep_draft(DRAFT)

    def end_drafts() -> tuple[DraftRow, ...]:
        with store.begin() as tx:
            return tx.ended(DRAFT.ends_at)

    with ThreadPoolExecutor() as courier:
        with store.begin() as tx:
            assert tx.drafts_of(HERS) == (DRAFT,)
            ended = courier.submit(end_drafts)
            with pytest.raises(TimeoutError):
                ended.result(timeout=0.3)
            tx.keep_draft(replace(DRAFT, revision=2, ends_at=DRAFT.ends_at + 9))
        assert ended.result(timeout=10) == ()


def test_a_database_that_is_away_says_so_without_values(
    new_address: Callable[[str], str], open_engine: Callable[..., Engine]
) -> None:
    """A database at fault raises StoreUnavailable, and its sentence quotes no row."""
    store = SqlStore(open_engine(new_address("sqlite")))  # never migrated: no tables
    with pytest.raises(StoreUnavailable) as caught, store.begin() as tx:
        tx.keep_draft(replace(DRAFT, sealed=b"canary"))
    assert str(caught.value) == "the database is not available: OperationalError"
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_migrations_lead_to_the_tables(
    kind: str, new_address: Callable[[str], str], open_engine: Callable[..., Engine]
) -> None:
    """Migrating an empty database gives the tables the code uses; a missing column is found."""
    engine = open_engine(new_address(kind))
    upgrade_drafts(engine)
    upgrade_drafts(engine)

    def differences() -> list[object]:
        with engine.connect() as connection:
            context = MigrationContext.configure(
                connection, opts={"include_name": lambda name, *_: name != "drafts_version"}
            )
            return list(compare_metadata(context, drafts_schema))

    assert differences() == []
    with engine.begin() as connection:
        connection.execute(sa.text("ALTER TABLE outbox DROP COLUMN tries"))
    assert differences()
