"""Sealing a report anew, in a reader's browser, to the key of a colleague who could not open it."""

from sqlalchemy import delete, insert, select

from intake.boundary import LARGEST_ENVELOPE, SMALLEST_ENVELOPE
from intake.casework.actor import READING_ROLES, is_conflict_checker
from intake.casework.conflict import may_open
from intake.casework.desk import Desk
from intake.casework.envelopes import Part, may_pass_on, sealed_to_her
from intake.casework.people import person_of
from intake.casework.refusing import Refused
from intake.casework.sealed import check_sealed
from intake.casework.standing import Standing, change, standing
from intake.tables import identities, resealed


def reseal(desk: Desk, report_id: str, part: Part, public_key: str, sealed: bytes) -> int:
    """Keep what was sealed to a colleague's key, and let her see the report; return the version.

    Sealed to the same key again, the new replaces the old. Raises NoSuchReport, Refused.
    """
    old = standing(desk, report_id, to_change=True)
    _check_right(desk, old, part)
    colleague = _check_key(desk, part, public_key)
    check_sealed(sealed, LARGEST_ENVELOPE)
    if part == "report" and len(sealed) < SMALLEST_ENVELOPE:
        # Its size would tell how much she wrote.
        raise Refused("not_padded", "The report is sealed as it is, padded, and never shorter.")
    key = {"report_id": report_id, "part": part, "public_key": public_key}
    desk.connection.execute(
        delete(resealed).where(*(resealed.c[name] == value for name, value in key.items()))
    )
    desk.connection.execute(
        insert(resealed).values(**key, sealed=sealed, made_by=desk.actor.staff_id, made=desk.at)
    )
    return change(desk, old, None, "resealed", {"part": part, "to": colleague})


def _check_right(desk: Desk, old: Standing, part: Part) -> None:
    if part == "report":
        right = may_open(old) and sealed_to_her(desk, old, card=False) is not None
    else:
        right = desk.checks_conflicts or may_pass_on(desk, old)
    if not right:
        raise Refused("right", "Only who may open this herself can seal it to somebody else.")


def _check_key(desk: Desk, part: Part, public_key: str) -> str:
    """Return whose key it is; raise Refused unless she is a colleague whom it may be sealed to."""
    purpose = "reader" if part == "report" else "conflict"
    asked = select(identities.c.staff_id).where(
        identities.c.public_key == public_key, identities.c.purpose == purpose
    )
    staff_id = desk.connection.scalar(asked)
    person = person_of(desk, staff_id) if staff_id else None
    if person is None or person.role not in READING_ROLES:
        raise Refused("key", "This is not the key of a colleague who may read reports.")
    if part == "conflict" and not is_conflict_checker(desk.team, person):
        raise Refused("key", "The conflict card goes to conflict checkers of the team file alone.")
    return person.staff_id
