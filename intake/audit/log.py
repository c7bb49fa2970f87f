"""Append to the audit chain, in the caller's own transaction: the act and its link, or neither."""

import re
from collections.abc import Mapping

from sqlalchemy import Connection, insert, select, text

from intake.audit.acts import ACTS, Act
from intake.audit.link import FIRST, Head, Link, Value, canonical, join
from intake.tables import audit

_ONE_AT_A_TIME = 0x41554449
"""Any fixed number: PostgreSQL's lock while a link is appended. SQLite's transactions lock all."""

_ID = re.compile(r"[A-Za-z0-9_.-]{0,32}")
_NAME = re.compile(r"[A-Za-z0-9_.:+/{}-]{0,80}")
"""Ids, days, names of states, public keys, patterns of addresses. Whoever writes needs spaces."""

_LARGEST = 2**53 - 1
"""Beyond it a browser could not read the same number."""


class UnfitLink(ValueError):  # noqa: N818 - it names what the caller gave
    """What was to be recorded is no id, number or name of a state; never quotes it."""


def record(
    connection: Connection, at: int, who: str, act: Act, about: str = "", **detail: Value
) -> int:
    """Append one link and return its number. Raises UnfitLink.

    `at` is in seconds since 1970 UTC, `who` a staff id or the name of a program, `about` a report
    id or a staff id. `detail` holds ids, counts and names of states, or lists of them: no words
    that somebody wrote. Call it last in a transaction: from here to the commit nobody else can
    append, and whoever goes on to lock a row that another appender holds waits for each other
    until PostgreSQL ends one of the two. Who changes many reports at once locks them all first.
    """
    _check(at, who, act, about, detail)
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ONE_AT_A_TIME})
    link = join(head(connection), Link(0, at, who, act, about, canonical(detail), FIRST, FIRST))
    connection.execute(
        insert(audit).values({name: getattr(link, name) for name in audit.c.keys()})  # noqa: SIM118 - a collection of columns, not a dict
    )
    return link.number


def head(connection: Connection) -> Head | None:
    """Return the newest link's number, hash and time; None while nothing was recorded."""
    newest = select(audit.c.number, audit.c.hash, audit.c.at).order_by(audit.c.number.desc())
    row = connection.execute(newest.limit(1)).one_or_none()
    return None if row is None else Head(row.number, bytes(row.hash), row.at)


def _check(at: int, who: str, act: str, about: str, detail: Mapping[str, Value]) -> None:
    if act not in ACTS:
        raise UnfitLink("The act is none of intake.audit.acts: add it there, with its words.")
    if not _whole(at) or at < 0:
        raise UnfitLink("`at` is not in whole seconds since 1970.")
    if not who or not _ID.fullmatch(who) or not _ID.fullmatch(about):
        raise UnfitLink("`who` and `about` are ids: at most 32 letters, digits, '_', '.', '-'.")
    for name, value in detail.items():
        if not _fits(value):
            raise UnfitLink(
                f"The detail {name!r} is not an id, a day, a whole number or the name of a state "
                "(at most 80 characters, no spaces), or a list of these."
            )


def _fits(value: Value) -> bool:
    if value is None or isinstance(value, bool):
        return True
    if isinstance(value, str):
        return _NAME.fullmatch(value) is not None
    if isinstance(value, int):
        return _whole(value)
    return isinstance(value, list | tuple) and all(_fits(one) for one in value)


def _whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) <= _LARGEST
