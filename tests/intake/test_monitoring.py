"""Counts of answers about people: by quarter, alone, and small ones hidden."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import inspect
from typer.testing import CliRunner

from intake.__main__ import app
from intake.boundary import TryLater
from intake.engines import make_engine
from intake.monitoring import Count, Monitoring, open_monitoring, prepare_monitoring, quarter_of

DAY = date(2026, 11, 22)
ANSWERS = (("about_gender", "woman"), ("about_age", "from_35_to_44"))


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'monitoring.db'}"


@pytest.fixture
def store(url: str) -> Monitoring:
    prepare_monitoring(url)
    prepare_monitoring(url)
    return open_monitoring(url)


def test_people_are_counted(store: Monitoring) -> None:
    """Each person adds one to each answer given, in the quarter of the day."""
    for day in (DAY, DAY, date(2027, 1, 1)):
        store.add(ANSWERS, day)
    store.add([("about_gender", "man")], DAY)
    assert store.counted() == (
        Count("2026-Q4", "about_age", "from_35_to_44", 2),
        Count("2026-Q4", "about_gender", "man", 1),
        Count("2026-Q4", "about_gender", "woman", 2),
        Count("2027-Q1", "about_age", "from_35_to_44", 1),
        Count("2027-Q1", "about_gender", "woman", 1),
    )


def test_nothing_but_counts_is_kept(store: Monitoring, url: str) -> None:
    """The store has one table of four columns: none for a report, a person or a day."""
    store.add(ANSWERS, DAY)
    tables = inspect(make_engine(url))
    assert set(tables.get_table_names()) == {"counts", "monitoring_version"}
    assert [c["name"] for c in tables.get_columns("counts")] == [
        "quarter",
        "question",
        "value",
        "count",
    ]


@pytest.mark.parametrize(
    ("day", "quarter"),
    [
        (date(2026, 1, 1), "2026-Q1"),
        (date(2026, 3, 31), "2026-Q1"),
        (date(2026, 4, 1), "2026-Q2"),
        (date(2026, 12, 31), "2026-Q4"),
    ],
)
def test_quarters(day: date, quarter: str) -> None:
    """A quarter is the finest time that is kept."""
    assert quarter_of(day) == quarter


def test_a_store_that_is_not_there(tmp_path: Path) -> None:
    """A store without its table says to try later, and nothing of what was to be counted."""
    store = open_monitoring(f"sqlite:///{tmp_path / 'new.db'}")
    with pytest.raises(TryLater) as told:
        store.add(ANSWERS, DAY)
    assert "woman" not in str(told.value)
    with pytest.raises(TryLater):
        store.counted()


def test_small_counts_are_hidden(
    store: Monitoring, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`python -m intake monitoring` shows a count of five, and says of four only that it is few."""
    monkeypatch.setenv("MONITORING_DATABASE_URL", url)
    shown = CliRunner().invoke(app, ["monitoring"]).output
    assert shown == "Nobody has been counted yet.\n"
    for _ in range(4):
        store.add([("about_gender", "woman"), ("about_gender", "man")], DAY)
    store.add([("about_gender", "man")], DAY)
    shown = CliRunner().invoke(app, ["monitoring"]).output
    assert "2026-Q4" in shown
    rows = [line.split() for line in shown.splitlines()]
    assert ["man", "5"] in rows
    assert ["woman", "fewer", "than", "5"] in rows
    assert "4" not in shown.replace("2026-Q4", "")
