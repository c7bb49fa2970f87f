"""The people of the legal team who may use the console. Nobody is deleted: the audit names them."""

import secrets
from dataclasses import dataclass
from typing import Any, Literal, get_args

from sqlalchemy import Connection, Row, insert, select, update

from intake.audit import record
from intake.staff import sessions
from intake.tables import identities, staff

Role = Literal["caseworker", "supervisor", "administrator", "auditor"]

ROLES: tuple[Role, ...] = get_args(Role)

TERMINAL = "terminal"
"""Who acts, in the audit chain, when an operator does something from a terminal."""


class NoSuchPerson(Exception):  # noqa: N818 - told to staff as it stands
    """There is nobody with this id."""


@dataclass(frozen=True, slots=True)
class Person:
    """One of the staff. The keys are public ones, made in her browser; empty until then."""

    staff_id: str
    name: str
    role: Role
    enabled: bool = True
    reader_key: str = ""
    conflict_key: str = ""


def add(connection: Connection, at: int, by: str, name: str, role: Role) -> Person:
    """Add a person, who cannot sign in until she has used an invitation."""
    person = Person(secrets.token_hex(16), name.strip(), role)
    connection.execute(
        insert(staff).values(staff_id=person.staff_id, name=person.name, role=role, created=at)
    )
    record(connection, at, by, "invited", person.staff_id, role=role)
    return person


def person(connection: Connection, staff_id: str) -> Person:
    """Return a person; raise NoSuchPerson."""
    row = connection.execute(select(staff).where(staff.c.staff_id == staff_id)).one_or_none()
    if row is None:
        raise NoSuchPerson("There is nobody with this id.")
    return _person(row, _keys(connection, staff_id))


def people(connection: Connection) -> tuple[Person, ...]:
    """Return everybody, by name."""
    keys: dict[str, dict[str, str]] = {}
    for row in connection.execute(
        select(identities.c.staff_id, identities.c.purpose, identities.c.public_key)
    ):
        keys.setdefault(row.staff_id, {})[row.purpose] = row.public_key
    rows = connection.execute(select(staff).order_by(staff.c.name, staff.c.staff_id))
    return tuple(_person(row, keys.get(row.staff_id, {})) for row in rows)


def change_role(connection: Connection, at: int, by: str, staff_id: str, role: Role) -> None:
    """Give a person another role and end her sessions: a right must not outlive its role."""
    before = person(connection, staff_id).role
    connection.execute(update(staff).where(staff.c.staff_id == staff_id).values(role=role))
    sessions.end_all(connection, staff_id)
    record(connection, at, by, "role_changed", staff_id, before=before, after=role)


def disable(connection: Connection, at: int, by: str, staff_id: str) -> None:
    """Let a person in no longer, from this second on."""
    person(connection, staff_id)
    connection.execute(update(staff).where(staff.c.staff_id == staff_id).values(disabled=at))
    sessions.end_all(connection, staff_id)
    record(connection, at, by, "disabled", staff_id)


def enable(connection: Connection, at: int, by: str, staff_id: str) -> None:
    """Let a person in again, with the passkeys she has."""
    person(connection, staff_id)
    connection.execute(update(staff).where(staff.c.staff_id == staff_id).values(disabled=None))
    record(connection, at, by, "enabled", staff_id)


def _keys(connection: Connection, staff_id: str) -> dict[str, str]:
    rows = connection.execute(
        select(identities.c.purpose, identities.c.public_key).where(
            identities.c.staff_id == staff_id
        )
    )
    return {row.purpose: row.public_key for row in rows}


def _person(row: Row[*tuple[Any, ...]], keys: dict[str, str]) -> Person:
    return Person(
        row.staff_id,
        row.name,
        row.role,
        row.disabled is None,
        keys.get("reader", ""),
        keys.get("conflict", ""),
    )
