"""A page of the list is read from an index: its cost does not grow with what lies in the store."""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, Engine, Select, event, insert, text

from intake.casework.arrivals import arrivals, segments
from intake.casework.counts import counts
from intake.casework.desk import Desk
from intake.casework.query import PAGE, Cursor, Query, conditions
from intake.tables import metadata, reports
from tests.contracts.casework import ANN, ENVELOPE, TODAY, Store

REPORTS = 10_000
STATEMENTS = 20
"""Statements of one page of the list, at most."""


def fill(store: Store, number: int) -> None:
    """Let that many reports arrive at once, half of them with a week due."""
    with store.engine.begin() as connection:
        connection.execute(
            insert(reports),
            [
                {
                    "report_id": f"{one:032x}",
                    "received": TODAY - timedelta(days=one % 90),
                    "queue": f"Q{one % 10}_MADE_UP",
                    "priority": one % 5,
                    "due_week": TODAY + timedelta(days=one % 50) if one % 2 else None,
                    "language": "en",
                    "consent_version": "2026-11",
                    "envelope": ENVELOPE[:40],
                    "envelope_hash": b"h" * 32,
                    "lookup": f"{one:06d}",
                    "lock": one.to_bytes(32, "big"),
                    "word": "arrived",
                }
                for one in range(number)
            ],
        )
        connection.exec_driver_sql("ANALYZE")


def plan(connection: Connection, query: Select[Any]) -> str:
    """Return how the database would go about a query, in its own words."""
    compiled = query.compile(connection, compile_kwargs={"literal_binds": True})
    how = "EXPLAIN " if connection.dialect.name == "postgresql" else "EXPLAIN QUERY PLAN "
    return "\n".join(str(row[-1]) for row in connection.execute(text(how + str(compiled))))


def sorts_or_scans(found: str) -> bool:
    """Tell whether a plan sorts rows, or goes through the whole table of reports."""
    return bool(re.search(r"TEMP B-TREE|\bSort\b|Seq Scan on reports|SCAN reports\b", found))


def pages(desk: Desk) -> Iterator[Select[Any]]:
    """Yield the queries of the first page, of one in the middle and of a filtered one."""
    middle = Cursor(2, TODAY, TODAY, "8" * 32)
    no_week = Cursor(2, None, TODAY - timedelta(days=9), "8" * 32)
    for after in (None, middle, no_week):
        for wanted in ([], conditions(Query(unread=True), TODAY)):
            for segment in segments([*wanted, desk.readable()], None, after):
                yield segment.limit(PAGE + 1)


def test_no_page_sorts_or_reads_the_whole_table(store: Store) -> None:
    """On 10,000 reports each query of a page walks the index of the list, in its order."""
    fill(store, REPORTS)
    with store.begin(ANN) as desk:
        for query in pages(desk):
            found = plan(desk.connection, query)
            assert "reports_in_order" in found, found
            assert not sorts_or_scans(found), found


def test_without_the_index_the_check_fails(store: Store) -> None:
    """The same check finds a page that sorts, once the index is gone."""
    fill(store, REPORTS)
    with store.engine.begin() as connection:
        connection.exec_driver_sql("DROP INDEX reports_in_order")
    with store.begin(ANN) as desk:
        assert any(sorts_or_scans(plan(desk.connection, query)) for query in pages(desk))


def test_a_page_takes_as_many_statements_however_long_the_list(store: Store) -> None:
    """Neither the reports in the store nor those on the page make more statements."""
    numbers = []
    for number in (1, REPORTS):
        with store.engine.begin() as connection:
            connection.execute(reports.delete())
        fill(store, number)
        sent: list[str] = []

        def note(*given: Any, into: list[str] = sent) -> None:  # noqa: ANN401 - the library's own
            into.append(given[2])

        event.listen(store.engine, "before_cursor_execute", note)
        with store.begin(ANN) as desk:
            arrivals(desk, Query())
            counts(desk)
        event.remove(store.engine, "before_cursor_execute", note)
        numbers.append(len(sent))
    assert max(numbers) <= STATEMENTS, numbers


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_the_migrations_lead_to_the_tables(
    kind: str, new_address: Callable[[str], str], open_engine: Callable[..., Engine]
) -> None:
    """Migrating an empty store gives the tables and indexes that the code names."""
    store = Store.at(open_engine(new_address(kind)))

    def differences() -> list[object]:
        with store.engine.connect() as connection:
            context = MigrationContext.configure(
                connection, opts={"include_name": lambda name, *_: name != "intake_version"}
            )
            return list(compare_metadata(context, metadata))

    assert differences() == []
    with store.engine.begin() as connection:
        connection.exec_driver_sql("DROP INDEX reports_in_order")
    assert differences()
