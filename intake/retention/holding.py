"""What keeps a report from its end: a legal hold, a wish for a joint claim, something done."""

from datetime import date

from sqlalchemy import Connection, insert, select, update

from intake.casework.desk import Desk
from intake.casework.refusing import Refused
from intake.casework.standing import change, standing
from intake.tables import cases, notes, reports

HOLD = "hold"
"""Kind of the note in which the reason for a hold stands, sealed."""


def hold(desk: Desk, report_id: str, seen: int | None, note_id: str) -> int:
    """Put a report on legal hold: it cannot be deleted. Return the new version.

    `note_id` is a sealed note about this report that says why; `seen` may be None where the note
    was written in the same transaction, on the version seen. Raises NoSuchReport, Changed,
    Refused.
    """
    old = standing(desk, report_id, to_change=True)
    reason = select(notes.c.note_id).where(
        notes.c.note_id == note_id, notes.c.report_id == report_id, notes.c.kind == HOLD
    )
    if desk.connection.scalar(reason) is None:
        raise Refused("reason", "A legal hold needs its reason: a note about this report.")
    held_by = desk.actor.staff_id
    return change(desk, old, seen, "held", {"note": note_id}, held_by=held_by)


def release(desk: Desk, report_id: str, seen: int) -> int:
    """End a legal hold; return the new version. Raises NoSuchReport, Changed, Refused."""
    old = standing(desk, report_id, to_change=True)
    held = select(cases.c.held_by).where(cases.c.report_id == report_id)
    if desk.connection.scalar(held) is None:
        raise Refused("held", "No legal hold lies on this report.")
    return change(desk, old, seen, "released", held_by=None)


def keep_longer(desk: Desk, report_id: str, *, wished: bool) -> bool:
    """Note whether the reporter wished it kept longer for a joint claim; tell if that is news.

    The consent (`keep_longer_joint_claim`) lies inside the envelope: the browser that opened it
    says so. It starts no clock: nobody has done anything. Raises NoSuchReport.
    """
    standing(desk, report_id, to_change=True)
    known = select(cases.c.keep_longer).where(cases.c.report_id == report_id)
    if bool(desk.connection.scalar(known)) == wished:
        return False
    received = select(reports.c.received).where(reports.c.report_id == report_id)
    _set(desk.connection, report_id, desk.connection.scalars(received).one(), keep_longer=wished)
    desk.record("kept_longer", report_id, wished=wished)
    return True


def touch(connection: Connection, report_id: str, today: date) -> None:
    """Start a report's clock anew: the reporter, or a program for her, did something with it.

    Staff's own acts do so by themselves (`intake.casework.standing.change`), and so does an
    addition, by its own day.
    """
    newer = update(cases).where(cases.c.report_id == report_id, cases.c.clock_from < today)
    if not connection.execute(newer.values(clock_from=today)).rowcount:
        untouched = select(reports.c.report_id).where(
            reports.c.report_id == report_id, reports.c.report_id.not_in(select(cases.c.report_id))
        )
        if connection.scalar(untouched) is not None:
            _set(connection, report_id, today)


def _set(connection: Connection, report_id: str, day: date, *, keep_longer: bool = False) -> None:
    """Write the wish down; a report that nobody has touched gets its row, counted from `day`."""
    wish = update(cases).where(cases.c.report_id == report_id).values(keep_longer=keep_longer)
    if not connection.execute(wish).rowcount:
        connection.execute(
            insert(cases).values(
                report_id=report_id,
                status="new",
                conflict="unchecked",
                version=1,
                clock_from=day,
                keep_longer=keep_longer,
            )
        )
