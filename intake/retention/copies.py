"""Copies of a report that left the store, from the audit chain: for whoever answers a withdrawal.

What was exported lies with the person who exported it; the store cannot take it back.
"""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from intake.audit import Act
from intake.tables import audit, staff

COPYING: tuple[Act, ...] = ("exported", "printed", "referred")
"""Acts after which something of the report lies outside the store."""


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy that was made."""

    number: int
    """The link on the audit chain."""
    at: int
    """Seconds since 1970 UTC."""
    who: str
    name: str
    """The person's name; a program's own name if no person did it."""
    act: str


def copies(connection: Connection, report_id: str) -> tuple[Copy, ...]:
    """Return the copies that were made of a report, the oldest first; it may be deleted already."""
    rows = connection.execute(
        select(audit.c.number, audit.c.at, audit.c.who, staff.c.name, audit.c.act)
        .select_from(audit.outerjoin(staff, staff.c.staff_id == audit.c.who))
        .where(audit.c.about == report_id, audit.c.act.in_(COPYING))
        .order_by(audit.c.number)
    )
    return tuple(Copy(r.number, r.at, r.who, r.name or r.who, r.act) for r in rows)
