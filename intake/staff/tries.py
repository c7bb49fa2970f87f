"""Failed sign-ins, counted per source and per account (THREATS.md C6): five in 15 minutes.

A source that failed too often is told to wait, and an alarm is raised. Nobody is locked out: a
valid passkey signs in whatever was counted. What is kept is a hash under a key that lives in one
process's memory: the table says nothing about where staff sit.
"""

import hmac

from sqlalchemy import Connection, delete, func, insert, select, text

from intake.tables import tries

MOST = 5
SECONDS = 15 * 60

_ONE_AT_A_TIME = 0x54524945
"""Any fixed number but the audit chain's: PostgreSQL's lock while failures are counted."""


def note(connection: Connection, at: int, key: bytes, subject: str, most: int = MOST) -> int:
    """Count a failed try of `subject` (a source, an account); return how many there are now.

    Beyond `most` nothing is written any more, and `most + 1` is returned.
    """
    if connection.dialect.name == "postgresql":
        # Two that read the same number would both be one more: the fifth might never be met.
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ONE_AT_A_TIME})
    connection.execute(delete(tries).where(tries.c.at <= at - SECONDS))
    source = _hash(key, subject)
    so_far = connection.execute(
        select(func.count()).select_from(tries).where(tries.c.source == source)
    ).scalar_one()
    if so_far >= most:
        return most + 1
    connection.execute(insert(tries).values(source=source, at=at))
    return so_far + 1


def _hash(key: bytes, subject: str) -> bytes:
    return hmac.digest(key, b"candour tries v1: " + subject.encode(), "sha256")
