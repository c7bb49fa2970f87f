"""What an administrator may do to whom: never to herself, and one administrator always stays."""

from sqlalchemy import Connection, select

from intake.staff import invitations, people
from intake.staff.people import Person, Role
from intake.tables import staff


class CannotChange(Exception):  # noqa: N818 - told to staff as it stands
    """Nothing is changed; the sentence says why."""


def change_role(connection: Connection, at: int, by: str, staff_id: str, role: Role) -> None:
    """Give somebody else another role. Raises CannotChange, NoSuchPerson."""
    person = _other(connection, by, staff_id)
    if person.role == role:
        return
    if person.role == "administrator":
        _another_stays(connection, person)
    people.change_role(connection, at, by, staff_id, role)


def disable(connection: Connection, at: int, by: str, staff_id: str) -> None:
    """Let somebody else in no longer; her open link ends too. Raises CannotChange, NoSuchPerson."""
    person = _other(connection, by, staff_id)
    if not person.enabled:
        return
    if person.role == "administrator":
        _another_stays(connection, person)
    invitations.withdraw(connection, staff_id)
    people.disable(connection, at, by, staff_id)


def enable(connection: Connection, at: int, by: str, staff_id: str) -> None:
    """Let somebody else in again. Raises CannotChange, NoSuchPerson."""
    if not _other(connection, by, staff_id).enabled:
        people.enable(connection, at, by, staff_id)


def _other(connection: Connection, by: str, staff_id: str) -> Person:
    if by == staff_id:
        raise CannotChange("Nobody changes their own account: ask another administrator.")
    return people.person(connection, staff_id)


def _another_stays(connection: Connection, person: Person) -> None:
    """Who acts is one herself; asked again all the same: two may act on each other at once."""
    administrators = select(staff.c.staff_id).where(staff.c.role == "administrator")
    # The second of the two waits here, and then sees what the first has done.
    connection.execute(administrators.order_by(staff.c.staff_id).with_for_update())
    stay = [
        one
        for one in people.people(connection)
        if one.role == "administrator" and one.enabled and one.staff_id != person.staff_id
    ]
    if not stay:
        raise CannotChange("This is the last administrator. Make somebody else one first.")
