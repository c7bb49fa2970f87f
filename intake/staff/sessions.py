"""Sign-ins under way (THREATS.md C5): 256-bit ids, kept as hashes; 15 min idle, 8 h in all."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field

from sqlalchemy import Connection, delete, insert, or_, select, update

from intake.tables import sessions, staff

IDLE_SECONDS = 15 * 60
LONGEST_SECONDS = 8 * 3600
STEP_UP_SECONDS = 5 * 60
"""How long a touch of the passkey counts for export, re-seal and delete."""

_BYTES = 32
_TOUCH_SECONDS = 20
"""A session is written to again only after so long: reading pages fast writes nothing."""


@dataclass(frozen=True, slots=True)
class Session:
    """One sign-in."""

    session_hash: bytes = field(repr=False)
    staff_id: str
    created: int
    touched: int
    stepped_up: int
    half: bytes = field(repr=False)
    """The server's half of the key that guards an unlocked identity in this browser."""

    def fresh(self, at: int) -> bool:
        """Whether the passkey was used within the last five minutes."""
        return at - self.stepped_up <= STEP_UP_SECONDS


def begin(connection: Connection, at: int, staff_id: str) -> str:
    """Begin a session for a person who has just used her passkey; return the cookie's value."""
    cookie = secrets.token_urlsafe(_BYTES)
    connection.execute(
        insert(sessions).values(
            session_hash=_hash(cookie),
            staff_id=staff_id,
            created=at,
            touched=at,
            stepped_up=at,
            half=secrets.token_bytes(_BYTES),
        )
    )
    return cookie


def find(connection: Connection, at: int, cookie: str, *, touch: bool = True) -> Session | None:
    """Return the living session of this cookie; its person is enabled. None for anything else."""
    row = connection.execute(
        select(sessions)
        .join(staff, staff.c.staff_id == sessions.c.staff_id)
        .where(sessions.c.session_hash == _hash(cookie), staff.c.disabled.is_(None))
    ).one_or_none()
    if row is None or at - row.touched > IDLE_SECONDS or at - row.created > LONGEST_SECONDS:
        return None
    if touch and at - row.touched >= _TOUCH_SECONDS:
        connection.execute(
            update(sessions).where(sessions.c.session_hash == row.session_hash).values(touched=at)
        )
    return Session(**row._mapping)  # noqa: SLF001 - SQLAlchemy's own name for it


def step_up(connection: Connection, at: int, session: Session) -> None:
    """Note that the passkey was used again."""
    connection.execute(
        update(sessions)
        .where(sessions.c.session_hash == session.session_hash)
        .values(stepped_up=at, touched=at)
    )


def end(connection: Connection, cookie: str) -> None:
    """End one session."""
    connection.execute(delete(sessions).where(sessions.c.session_hash == _hash(cookie)))


def end_all(connection: Connection, staff_id: str) -> None:
    """End every session of a person."""
    connection.execute(delete(sessions).where(sessions.c.staff_id == staff_id))


def of_person(connection: Connection, at: int, staff_id: str) -> tuple[Session, ...]:
    """Return a person's living sessions, the newest first."""
    sweep(connection, at)
    rows = connection.execute(
        select(sessions).where(sessions.c.staff_id == staff_id).order_by(sessions.c.created.desc())
    )
    return tuple(Session(**row._mapping) for row in rows)  # noqa: SLF001 - SQLAlchemy's own name for it


def end_others(connection: Connection, session: Session) -> int:
    """End a person's sessions but this one; return how many there were."""
    return connection.execute(
        delete(sessions).where(
            sessions.c.staff_id == session.staff_id,
            sessions.c.session_hash != session.session_hash,
        )
    ).rowcount


def sweep(connection: Connection, at: int) -> None:
    """Remove what has ended by itself."""
    over = or_(sessions.c.touched < at - IDLE_SECONDS, sessions.c.created < at - LONGEST_SECONDS)
    connection.execute(delete(sessions).where(over))


def token_of(cookie: str) -> str:
    """Return what a page of this session sends back with whatever changes something."""
    return hashlib.sha256(b"candour form token v1: " + cookie.encode()).hexdigest()


def token_fits(cookie: str, given: str) -> bool:
    """Compare in constant time; whatever letters a stranger sends."""
    # As bytes: two texts are compared only if both are ASCII, and anything else is a TypeError.
    sent = given.encode("utf-8", "replace")
    return bool(cookie) and hmac.compare_digest(token_of(cookie).encode(), sent)


def _hash(cookie: str) -> bytes:
    return hashlib.sha256(b"candour session v1: " + cookie.encode()).digest()
