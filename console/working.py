"""A visitor at work on reports: one transaction of `intake.casework` in her name."""

from collections.abc import Iterator
from contextlib import contextmanager

from console.page import Visit
from intake.casework.actor import Actor
from intake.casework.desk import Casework, Desk


def actor(visit: Visit) -> Actor:
    """Return who acts."""
    person = visit.person
    return Actor(person.staff_id, person.name, person.role, person.reader_key, person.conflict_key)


@contextmanager
def at_work(visit: Visit) -> Iterator[Desk]:
    """Open a desk for this visit; what is done in the block stands or falls as a whole."""
    work = Casework(visit.office.engine, visit.office.team)
    with work.begin(actor(visit), visit.at, visit.office.today()) as desk:
        yield desk
