"""Private age keys of staff as the server may hold them: wrapped in the browser, never open."""

from dataclasses import dataclass, field
from typing import Literal, get_args

from sqlalchemy import Connection, delete, insert, select, update

from intake.audit import record
from intake.recipients import key_fault
from intake.tables import identities

Purpose = Literal["reader", "conflict"]

PURPOSES: tuple[Purpose, ...] = get_args(Purpose)

LARGEST = 8 * 1024
"""Bytes of a wrapped key: an age file around one line of 74 letters, with room to spare."""

_HEADERS = (b"age-encryption.org/v1\n", b"-----BEGIN AGE ENCRYPTED FILE-----")


class BadIdentity(Exception):  # noqa: N818 - told to staff as it stands
    """What the browser sent is no key that can be kept; the sentence says why."""


@dataclass(frozen=True, slots=True)
class Wrapped:
    """One private key of one person, sealed to what only she has."""

    purpose: Purpose
    public_key: str
    by_passphrase: bytes = field(repr=False)
    by_passkey: bytes | None = field(default=None, repr=False)
    created: int = 0


def keep(connection: Connection, at: int, staff_id: str, wrapped: Wrapped) -> None:
    """Keep a key, in place of the one before for the same purpose. Raises BadIdentity."""
    _check(connection, staff_id, wrapped)
    before = {one.purpose: one for one in of_person(connection, staff_id)}.get(wrapped.purpose)
    mine = (identities.c.staff_id == staff_id, identities.c.purpose == wrapped.purpose)
    values = {"by_passphrase": wrapped.by_passphrase, "by_passkey": wrapped.by_passkey}
    if before is not None and before.public_key == wrapped.public_key:
        connection.execute(update(identities).where(*mine).values(**values))
    else:
        connection.execute(delete(identities).where(*mine))
        connection.execute(
            insert(identities).values(
                staff_id=staff_id,
                purpose=wrapped.purpose,
                public_key=wrapped.public_key,
                created=at,
                **values,
            )
        )
    act: Literal["identity_made", "identity_replaced"] = (
        "identity_made" if before is None else "identity_replaced"
    )
    record(connection, at, staff_id, act, staff_id, purpose=wrapped.purpose, key=wrapped.public_key)


def of_person(connection: Connection, staff_id: str) -> tuple[Wrapped, ...]:
    """Return a person's wrapped keys, her reader's key first."""
    rows = connection.execute(
        select(identities)
        .where(identities.c.staff_id == staff_id)
        .order_by(identities.c.purpose.desc())
    )
    return tuple(
        Wrapped(row.purpose, row.public_key, row.by_passphrase, row.by_passkey, row.created)
        for row in rows
    )


def _check(connection: Connection, staff_id: str, wrapped: Wrapped) -> None:
    if fault := key_fault(wrapped.public_key):
        raise BadIdentity(f"This public key {fault}.")
    for form in (wrapped.by_passphrase, wrapped.by_passkey):
        if form is None:
            continue
        if len(form) > LARGEST:
            raise BadIdentity("The wrapped key is larger than any honest one.")
        # A plain private key must never lie here, not even by a mistake of the page.
        if not form.startswith(_HEADERS) or b"AGE-SECRET-KEY-" in form.upper():
            raise BadIdentity("The wrapped key is not an age file.")
    owner = connection.execute(
        select(identities.c.staff_id, identities.c.purpose).where(
            identities.c.public_key == wrapped.public_key
        )
    ).one_or_none()
    if owner is not None and tuple(owner) != (staff_id, wrapped.purpose):
        raise BadIdentity("This public key is in use already. Make a new one.")
