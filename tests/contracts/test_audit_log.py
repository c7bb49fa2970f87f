"""What the audit chain promises on every store: SQLite and PostgreSQL."""

import subprocess
import sys
from collections.abc import Callable
from contextlib import ExitStack

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from intake.audit import record, verify
from intake.audit.log import UnfitLink, head
from intake.audit.reading import all_links, newest_links
from intake.commands.setting_up import MIGRATIONS
from intake.migrate import upgrade
from intake.tables import audit

LINKS = 100
NOW = 1_795_305_600


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, new_address: Callable[[str], str]) -> str:
    return new_address(request.param)


@pytest.fixture
def store(url: str, open_engine: Callable[..., Engine]) -> Engine:
    engine = open_engine(url)
    upgrade(engine, MIGRATIONS)
    return engine


def start(url: str, who: str, ending: ExitStack) -> subprocess.Popen[str]:
    program = [sys.executable, "-m", "tests.contracts.links_at_once", url, who, str(LINKS)]
    process = subprocess.Popen(
        program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    ending.callback(process.wait)
    ending.callback(process.kill)
    return process


def test_links_are_numbered_and_joined(store: Engine) -> None:
    """Number after number, each joined to the one before, read back as recorded."""
    with store.begin() as connection:
        assert head(connection) is None
        numbers = [
            record(connection, NOW, "ada", "opened", "3f" * 16, key="age1x", parts=["report", None])
            for _ in range(3)
        ]
    assert numbers == [1, 2, 3]
    with store.connect() as connection:
        links = list(all_links(connection))
        newest = head(connection)
    assert verify(links, None) == ()
    assert newest is not None
    assert (newest.number, newest.hash, newest.at) == (3, links[2].hash, NOW)
    assert links[0].details == {"key": "age1x", "parts": ["report", None]}


def test_an_act_and_its_link_stand_or_fall_together(store: Engine) -> None:
    """A transaction that is rolled back leaves no link and no gap."""
    with store.connect() as connection:
        assert record(connection, NOW, "ada", "opened") == 1
        connection.rollback()
    with store.begin() as connection:
        assert record(connection, NOW, "ada", "viewed") == 1


def test_two_processes_lose_nothing(url: str, store: Engine) -> None:
    """Two processes append side by side: every link is there, in one whole chain."""
    with ExitStack() as ending:
        both = [start(url, who, ending) for who in ("ada", "ben")]
        for process in both:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
        for process in both:
            assert process.stdin is not None
            process.stdin.write("go\n")
            process.stdin.flush()
        outcomes = [process.communicate(timeout=60) for process in both]
    assert outcomes == [(f"{LINKS}\n", "")] * 2
    with store.connect() as connection:
        links = list(all_links(connection))
    assert verify(links, None) == ()
    for who in ("ada", "ben"):
        assert [one.details["turn"] for one in links if one.who == who] == list(range(LINKS))


@pytest.mark.parametrize(
    ("who", "about", "detail"),
    [
        ("ada", "", {"note": "He came back"}),
        ("ada", "", {"many": ["fine", "two words"]}),
        ("ada", "", {"half": 0.5}),
        ("ada", "", {"large": 2**53}),
        ("Ada Lovelace", "", {}),
        ("", "", {}),
        ("ada", "x" * 33, {}),
    ],
)
def test_words_and_fractions_are_refused(
    store: Engine, who: str, about: str, detail: dict[str, object]
) -> None:
    """What looks like words, a fraction or too long an id never reaches the chain."""
    with store.begin() as connection:
        with pytest.raises(UnfitLink) as caught:
            record(connection, NOW, who, "opened", about, **detail)  # type: ignore[arg-type]  # on purpose
        assert "came back" not in str(caught.value)
        with pytest.raises(UnfitLink):
            record(connection, NOW, "ada", "borrowed")  # type: ignore[arg-type]  # on purpose
        assert head(connection) is None


def test_pages_of_links(store: Engine) -> None:
    """The newest come first, a page at a time, of one report, person or act alone if wished."""
    with store.begin() as connection:
        for turn in range(6):
            who, about = ("ada", "ben")[turn % 2], ("", "3f" * 16)[turn % 3 == 0]
            record(connection, NOW + turn, who, "viewed", about)
        page = newest_links(connection, 2)
        assert [one.number for one in page] == [6, 5]
        assert [one.number for one in newest_links(connection, 9, before=3)] == [2, 1]
        hers = newest_links(connection, 9, only={"who": "ada", "about": "3f" * 16})
        assert [one.number for one in hers] == [1]


def test_a_spoiled_store_is_still_read(store: Engine) -> None:
    """Whatever somebody put into the table, the check goes to the end and names the place."""
    with store.begin() as connection:
        for _ in range(3):
            record(connection, NOW, "ada", "viewed")
        connection.execute(sa.update(audit).where(audit.c.number == 2).values(detail="{", hash=b""))
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("UPDATE audit SET at = 'x', previous = 7 WHERE number = 3")
        found = verify(all_links(connection), None)
    assert {one.number for one in found} == {2, 3}
