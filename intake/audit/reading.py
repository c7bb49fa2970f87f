"""Read the audit chain back: whole and in order for checking it, or a page of it to look at."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from sqlalchemy import Connection, Row, Select, select, type_coerce
from sqlalchemy.types import NullType

from intake.audit.link import Link
from intake.tables import audit

_BEFORE_ALL = -(2**31)
"""No number is smaller: not even one that somebody made up."""

_AT_ONCE = 1000
"""Rows in memory while the whole chain is gone through."""


def all_links(connection: Connection) -> Iterator[Link]:
    """Give every link in the order of its number, a thousand at a time."""
    after = _BEFORE_ALL
    while rows := connection.execute(
        _links().where(audit.c.number > after).order_by(audit.c.number).limit(_AT_ONCE)
    ).all():
        after = rows[-1].number
        yield from map(_link, rows)


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
