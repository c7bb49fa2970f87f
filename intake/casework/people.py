"""The people of the staff who may sign in, with their keys."""

from sqlalchemy import ColumnElement, and_, select

from intake.casework.actor import READING_ROLES, Actor
from intake.casework.desk import Desk
from intake.tables import identities, staff


def people(desk: Desk) -> tuple[Actor, ...]:
    """Return everybody who may sign in, by name."""
    return _people(desk, staff.c.disabled.is_(None))


def readers(desk: Desk) -> tuple[Actor, ...]:
    """Return those of them who work on reports and have a key: work can be given to no other."""
    return tuple(one for one in people(desk) if one.role in READING_ROLES and one.public_key)


def person_of(desk: Desk, staff_id: str) -> Actor | None:
    """Return one person; None for nobody, or for one who may no longer sign in."""
    here = and_(staff.c.staff_id == staff_id, staff.c.disabled.is_(None))
    return next(iter(_people(desk, here)), None)


def names(desk: Desk) -> dict[str, str]:
    """Return the name of every person by her id, of those who left too: lists show names."""
    asked = select(staff.c.staff_id, staff.c.name)
    return {row.staff_id: row.name for row in desk.connection.execute(asked)}


def _people(desk: Desk, wanted: ColumnElement[bool]) -> tuple[Actor, ...]:
    reader, conflict = identities.alias("reader"), identities.alias("conflict")
    asked = (
        select(
            staff.c.staff_id,
            staff.c.name,
            staff.c.role,
            reader.c.public_key.label("reader"),
            conflict.c.public_key.label("conflict"),
        )
        .select_from(
            staff.outerjoin(
                reader,
                and_(reader.c.staff_id == staff.c.staff_id, reader.c.purpose == "reader"),
            ).outerjoin(
                conflict,
                and_(conflict.c.staff_id == staff.c.staff_id, conflict.c.purpose == "conflict"),
            )
        )
        .where(wanted)
        .order_by(staff.c.name, staff.c.staff_id)
    )
    return tuple(
        Actor(row.staff_id, row.name, row.role, row.reader or "", row.conflict or "")
        for row in desk.connection.execute(asked)
    )
