"""One-time links with which a person enrols her first passkey: hers alone, for a day.

The link's secret is kept as a hash. Whose passkey is enrolled is said by the invitation's row and
never by the request: a link enrols nobody else (SecureDrop's finding of 2024).
"""

import hashlib
import secrets

from sqlalchemy import Connection, delete, insert, select, update

from intake.tables import invitations, staff

SECONDS = 24 * 3600
_BYTES = 32


def invite(connection: Connection, at: int, staff_id: str) -> str:
    """Return the secret of a new link for this person; her earlier links open nothing any more."""
    connection.execute(
        delete(invitations).where(invitations.c.staff_id == staff_id, invitations.c.used.is_(None))
    )
    token = secrets.token_urlsafe(_BYTES)
    connection.execute(
        insert(invitations).values(
            token_hash=_hash(token), staff_id=staff_id, expires=at + SECONDS, used=None
        )
    )
    return token


def invited(connection: Connection, at: int, token: str) -> str | None:
    """Return the staff id that this link is for; None if it is used, too old or no link."""
    return connection.execute(
        select(invitations.c.staff_id)
        .join(staff, staff.c.staff_id == invitations.c.staff_id)
        .where(
            invitations.c.token_hash == _hash(token),
            invitations.c.used.is_(None),
            invitations.c.expires >= at,
            staff.c.disabled.is_(None),
        )
    ).scalar_one_or_none()


def use(connection: Connection, at: int, token: str) -> bool:
    """Use the link up; tell whether it was still good: of two at once, one."""
    done = connection.execute(
        update(invitations)
        .where(
            invitations.c.token_hash == _hash(token),
            invitations.c.used.is_(None),
            invitations.c.expires >= at,
        )
        .values(used=at)
    )
    return done.rowcount == 1


def waiting(connection: Connection, at: int) -> dict[str, int]:
    """Return until when the links of those are good who have one, by staff id."""
    links = select(invitations.c.staff_id, invitations.c.expires).where(
        invitations.c.used.is_(None), invitations.c.expires >= at
    )
    return {row.staff_id: row.expires for row in connection.execute(links)}


def withdraw(connection: Connection, staff_id: str) -> None:
    """Make this person's links useless."""
    connection.execute(
        delete(invitations).where(invitations.c.staff_id == staff_id, invitations.c.used.is_(None))
    )


def _hash(token: str) -> bytes:
    return hashlib.sha256(b"candour invitation v1: " + token.encode()).digest()
