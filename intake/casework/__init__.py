"""What staff make of the reports: lists, statuses, the conflict check, notes, tasks, two people.

No web and no key: `Casework.begin` opens a desk (one person, one transaction), and the functions of
this package take it first. What she may not see does not exist for her: NoSuchReport. Every change
puts a link on the audit chain.
"""

from intake.casework.actor import Actor, Role, readable_queues
from intake.casework.desk import Casework, Desk
from intake.casework.refusing import Change, Changed, NoSuchReport, Refused

__all__ = [
    "Actor",
    "Casework",
    "Change",
    "Changed",
    "Desk",
    "NoSuchReport",
    "Refused",
    "Role",
    "readable_queues",
]
