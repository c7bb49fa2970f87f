"""Read the audit chain back: whole and in order for checking it, or a page of it to look at."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from sqlalchemy import Connection, Engine, Row, Select, select, type_coerce
from sqlalchemy.types import NullType

from intake.audit.link import Link
from intake.tables import audit

_BEFORE_ALL = -(2**31)
"""No number is smaller: not even one that somebody made up."""

_AT_ONCE = 1000
"""Rows in memory while the whole chain is gone through."""


def all_links(connection: Connection) -> Iterator[Link]:
    """Give every link in the order of its number, a thousand at a time."""
    page = _after(connection, _BEFORE_ALL)
    while page:
        yield from page
        page = _after(connection, page[-1].number)


def all_links_of(engine: Engine) -> Iterator[Link]:
    """Give the same in short transactions: others go on writing while a long chain is checked."""
    after = _BEFORE_ALL
    while True:
        with engine.connect() as connection:
            page = _after(connection, after)
        if not page:
            return
        yield from page
        after = page[-1].number


def newest_links(
    connection: Connection,
    most: int,
    *,
    before: int | None = None,
    only: Mapping[Literal["about", "who", "act"], str] | None = None,
) -> tuple[Link, ...]:
    """Return at most `most` links, the newest first, older than number `before` if it is given.

    `only` names what a column must hold.
    """
    query = _links().order_by(audit.c.number.desc()).limit(most)
    if before is not None:
        query = query.where(audit.c.number < before)
    for name, wanted in (only or {}).items():
        query = query.where(audit.c[name] == wanted)
    return tuple(map(_link, connection.execute(query)))


def _after(connection: Connection, number: int) -> list[Link]:
    later = _links().where(audit.c.number > number).order_by(audit.c.number).limit(_AT_ONCE)
    return [_link(row) for row in connection.execute(later)]


def _links() -> Select[*tuple[Any, ...]]:
    # Whatever type somebody put into a column: a chain that was tampered with is still read.
    return select(*(type_coerce(column, NullType()).label(column.name) for column in audit.c))


def _link(row: Row[*tuple[Any, ...]]) -> Link:
    return Link(
        number=row.number,
        at=row.at,
        who=row.who,
        act=row.act,
        about=row.about,
        detail=row.detail,
        previous=_bytes(row.previous),
        hash=_bytes(row.hash),
    )


def _bytes(value: object) -> bytes:
    return bytes(value) if isinstance(value, bytes | bytearray | memoryview) else b""
