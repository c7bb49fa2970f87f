"""Challenges of passkey ceremonies under way: random, for five minutes, for one use.

A ceremony is bound to the cookie of the browser that began it, to what it is for, and to whom.
"""

import hashlib
import secrets
from typing import Literal

from sqlalchemy import Connection, delete, insert

from intake.tables import challenges

Purpose = Literal["sign_in", "step_up", "invitation", "passkey"]

SECONDS = 5 * 60
_BYTES = 32


def begin(
    connection: Connection, at: int, cookie: str, purpose: Purpose, staff_id: str = ""
) -> bytes:
    """Return a new challenge; an older one of the same browser and purpose is void."""
    connection.execute(delete(challenges).where(challenges.c.expires < at))
    ceremony = _hash(cookie, purpose)
    connection.execute(delete(challenges).where(challenges.c.ceremony_hash == ceremony))
    challenge = secrets.token_bytes(_BYTES)
    connection.execute(
        insert(challenges).values(
            ceremony_hash=ceremony,
            purpose=purpose,
            staff_id=staff_id,
            challenge=challenge,
            expires=at + SECONDS,
        )
    )
    return challenge


def take(
    connection: Connection, at: int, cookie: str, purpose: Purpose, staff_id: str = ""
) -> bytes | None:
    """Return the challenge and remove it: it counts once, whatever comes of it.

    None when there is none, it is older than five minutes, or it was begun for somebody else.
    """
    taken = connection.execute(
        delete(challenges)
        .where(challenges.c.ceremony_hash == _hash(cookie, purpose))
        .returning(challenges.c.challenge, challenges.c.expires, challenges.c.staff_id)
    ).one_or_none()
    if taken is None or taken.expires < at or (taken.staff_id or "") != staff_id:
        return None
    return bytes(taken.challenge)


def _hash(cookie: str, purpose: Purpose) -> bytes:
    return hashlib.sha256(f"candour ceremony v1: {purpose}: {cookie}".encode()).digest()
