"""Telling whether two databases are one: keys kept beside their drafts would protect nothing."""

from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import URL

from intake.engines import read_url

_WHO = sa.text(
    "SELECT current_database(), pg_postmaster_start_time(), oid "
    "FROM pg_database WHERE datname = current_database()"
)
_THIS_MACHINE = frozenset({"", "localhost", "127.0.0.1", "::1"})


def in_memory(url: str) -> bool:
    """Say whether an address names a SQLite database that is gone with its process."""
    address = read_url(url)
    if address.get_backend_name() != "sqlite":
        return False
    name = address.database or ""
    return name in {"", ":memory:"} or "mode=memory" in str(address.query) or ":memory:" in name


def same_address(one: str, other: str) -> bool:
    """Say whether two addresses lead to one database, however they are spelled.

    Raises UnknownDatabase for an address of neither SQLite nor PostgreSQL. Two names of one
    PostgreSQL machine look different here; `same_database` asks the servers.
    """
    a, b = read_url(one), read_url(other)
    if a.get_backend_name() != b.get_backend_name():
        return False
    if a.get_backend_name() == "sqlite":
        return not in_memory(one) and not in_memory(other) and _same_file(_path(a), _path(b))
    return (
        _part(a, "dbname") == _part(b, "dbname")
        and _part(a, "port") == _part(b, "port")
        and bool(_hosts(a) & _hosts(b))
    )


def same_database(one: sa.Engine, other: sa.Engine) -> bool:
    """Ask both databases who they are; True if it is one. Raises SQLAlchemy's errors."""
    if one.dialect.name != other.dialect.name:
        return False
    if one.dialect.name == "sqlite":
        return same_address(str(one.url), str(other.url))
    return _server_and_name(one) == _server_and_name(other)


def _server_and_name(engine: sa.Engine) -> tuple[object, ...]:
    with engine.connect() as connection:
        return tuple(connection.execute(_WHO).one())


def _path(address: URL) -> Path:
    name = (address.database or "").removeprefix("file:")
    return Path(name.split("?")[0]).resolve()


def _same_file(one: Path, other: Path) -> bool:
    if one.exists() and other.exists():
        return one.samefile(other)
    return one == other


def _part(address: URL, name: str) -> str:
    given = address.query.get(name)
    if given:
        return given if isinstance(given, str) else ",".join(given)
    if name == "port":
        return str(address.port or 5432)
    return address.database or address.username or ""


def _hosts(address: URL) -> frozenset[str]:
    """Return the servers an address may mean; this machine by any name or socket is one."""
    given = address.query.get("host") or address.host or ""
    names = given.split(",") if isinstance(given, str) else given
    return frozenset(
        "" if name.lower() in _THIS_MACHINE or name.startswith("/") else name.lower()
        for name in names
    )
