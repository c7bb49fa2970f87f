"""Passkeys of staff: public halves, and the count by which a copied one is noticed."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import Connection, delete, func, insert, select, update

from intake.audit import record
from intake.tables import passkeys, staff

MOST = 10
"""Passkeys that one person may have."""


class LastPasskey(Exception):  # noqa: N818 - told to staff as it stands
    """Without it she could not sign in any more."""


@dataclass(frozen=True, slots=True)
class Passkey:
    """One authenticator of one person."""

    credential_id: bytes
    staff_id: str
    public_key: bytes = field(repr=False)
    """COSE."""
    sign_count: int
    created: int


def add(connection: Connection, at: int, passkey: Passkey) -> bool:
    """Keep a passkey that was just made; False if its id is known or she has too many."""
    if find(connection, passkey.credential_id) is not None:
        return False
    if len(of_person(connection, passkey.staff_id)) >= MOST:
        return False
    connection.execute(
        insert(passkeys).values(
            credential_id=passkey.credential_id,
            staff_id=passkey.staff_id,
            public_key=passkey.public_key,
            sign_count=passkey.sign_count,
            created=at,
        )
    )
    record(connection, at, passkey.staff_id, "enrolled", passkey.staff_id)
    return True


def find(connection: Connection, credential_id: bytes) -> Passkey | None:
    """Return the passkey with this id."""
    row = connection.execute(
        select(passkeys).where(passkeys.c.credential_id == credential_id)
    ).one_or_none()
    return None if row is None else Passkey(**row._mapping)  # noqa: SLF001 - SQLAlchemy's own name for it


def claimed(connection: Connection, credential_id: bytes) -> tuple[Passkey | None, bool]:
    """Return the passkey with this id, and whether whose it is may sign in.

    One statement, whatever it finds: a refusal takes no longer for somebody who has an account.
    """
    row = connection.execute(
        select(passkeys, staff.c.disabled)
        .join(staff, staff.c.staff_id == passkeys.c.staff_id)
        .where(passkeys.c.credential_id == credential_id)
    ).one_or_none()
    if row is None:
        return None, False
    *columns, disabled = row
    return Passkey(*columns), disabled is None


def of_person(connection: Connection, staff_id: str) -> tuple[Passkey, ...]:
    """Return a person's passkeys, the oldest first."""
    rows = connection.execute(
        select(passkeys)
        .where(passkeys.c.staff_id == staff_id)
        .order_by(passkeys.c.created, passkeys.c.credential_id)
    )
    return tuple(Passkey(**row._mapping) for row in rows)  # noqa: SLF001 - the same


def enrolled(connection: Connection) -> frozenset[str]:
    """Return the staff ids of those who have a passkey."""
    return frozenset(connection.scalars(select(passkeys.c.staff_id).distinct()))


def used(connection: Connection, passkey: Passkey, count: int) -> bool:
    """Note the count that the passkey gave; False if it did not grow, as with a copy.

    Passkeys that do not count say 0 always.
    """
    if count <= passkey.sign_count and (count or passkey.sign_count):
        return False
    done = connection.execute(
        update(passkeys)
        .where(
            passkeys.c.credential_id == passkey.credential_id,
            # Of two with the same count at once, one is a copy.
            passkeys.c.sign_count == passkey.sign_count,
        )
        .values(sign_count=count)
    )
    return done.rowcount == 1


def remove(connection: Connection, at: int, staff_id: str, credential_id: bytes) -> bool:
    """Remove one of her own passkeys; False if she has no such; LastPasskey if it is the last."""
    mine = passkeys.c.staff_id == staff_id
    # Locked: who removes both of hers at once, in two windows, would have none.
    hers = select(passkeys.c.credential_id).where(mine).order_by(passkeys.c.credential_id)
    known = set(connection.scalars(hers.with_for_update()))
    if credential_id not in known:
        return False
    if len(known) == 1:
        raise LastPasskey("This is your only passkey. Add another first.")
    connection.execute(delete(passkeys).where(mine, passkeys.c.credential_id == credential_id))
    record(connection, at, staff_id, "passkey_removed", staff_id)
    return True


def remove_all(connection: Connection, at: int, by: str, staff_id: str) -> int:
    """Remove every passkey of a person who has lost them; return how many there were."""
    count = connection.execute(
        select(func.count()).select_from(passkeys).where(passkeys.c.staff_id == staff_id)
    ).scalar_one()
    if count:
        connection.execute(delete(passkeys).where(passkeys.c.staff_id == staff_id))
        record(connection, at, by, "passkey_removed", staff_id, count=count)
    return count


def ids(them: Iterable[Passkey]) -> list[bytes]:
    """Return their credential ids."""
    return [one.credential_id for one in them]
