"""Names in place of the ids in a list of reports."""

from console.page import Visit
from console.queue.rows import Names
from intake.casework.desk import Desk
from intake.casework.people import names


def names_for(visit: Visit, desk: Desk) -> Names:
    """Return the names of people, of those who left too, and of queues."""
    return Names(names(desk), visit.office.queues)
