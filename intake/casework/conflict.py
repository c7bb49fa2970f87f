"""The check for a conflict of interest: it comes before anybody reads the account."""

from typing import get_args

from intake.casework.approvals import in_force
from intake.casework.desk import Desk
from intake.casework.refusing import Refused
from intake.casework.standing import Finding, Standing, change, standing


def may_open(old: Standing) -> bool:
    """Tell whether the account of a report that stands so may be read."""
    return old.conflict == "clear"


def record_finding(desk: Desk, report_id: str, seen: int, finding: Finding) -> int:
    """Keep what a conflict checker found; return the new version.

    A finding can be put right later; that there was no conflict after all takes another checker, or
    a second person's agreement. Raises NoSuchReport, Changed, Refused.
    """
    old = standing(desk, report_id, to_change=True)
    if not desk.checks_conflicts:
        raise Refused("checker", "Only a conflict checker of the team file says so.")
    if finding not in get_args(Finding) or finding == "unchecked":
        raise Refused("finding", "The check ends with: clear, or conflict.")
    alone = old.conflict_by == desk.actor.staff_id and not in_force(desk, "officer", report_id)
    if old.conflict == "conflict" and alone:
        raise Refused("two_people", "You found this conflict: it takes a second person to lift it.")
    return change(
        desk,
        old,
        seen,
        "conflict_checked",
        {"from": old.conflict, "to": finding},
        conflict=finding,
        conflict_by=desk.actor.staff_id,
    )
