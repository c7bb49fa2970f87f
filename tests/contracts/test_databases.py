"""Two databases are told apart by asking them, whatever their addresses say."""

from collections.abc import Callable

from sqlalchemy import Engine

from bot.databases import same_address, same_database


def test_servers_know_who_they_are(
    new_address: Callable[[str], str], open_engine: Callable[..., Engine]
) -> None:
    """One PostgreSQL database under two names is found out; two on one server are apart."""
    one, other = new_address("postgresql"), new_address("postgresql")
    disguised = one.replace("?host=/", "?host=/./")
    assert same_database(open_engine(one), open_engine(disguised))
    assert not same_database(open_engine(one), open_engine(other))
    assert not same_address(one, other)


def test_files_are_compared(
    new_address: Callable[[str], str], open_engine: Callable[..., Engine]
) -> None:
    """One SQLite file twice is one; two files, or a file and a server, are not."""
    one, other = new_address("sqlite"), new_address("sqlite")
    assert same_database(open_engine(one), open_engine(one))
    assert not same_database(open_engine(one), open_engine(other))
    assert not same_database(open_engine(one), open_engine(new_address("postgresql")))
