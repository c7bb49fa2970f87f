"""How one report stands with the staff, and the one way in which that changes."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, cast

from sqlalchemy import insert, select, update

from intake.audit import Act, Value
from intake.boundary import Word
from intake.casework.desk import Desk
from intake.casework.refusing import Change, Changed, no_such_report
from intake.tables import audit, cases, reports, staff

Status = Literal["new", "opened", "contacting", "in_contact", "referred", "taken_on", "closed"]
Finding = Literal["unchecked", "clear", "conflict"]


@dataclass(frozen=True, slots=True)
class Standing:
    """A report's row of the table of cases; one that nobody has touched is new, version 0."""

    report_id: str
    queue: str
    word: Word
    withdrawn: date | None
    status: Status = "new"
    reason: str | None = None
    assignee: str | None = None
    conflict: Finding = "unchecked"
    conflict_by: str | None = None
    version: int = 0


def standing(desk: Desk, report_id: str, *, to_change: bool = False) -> Standing:
    """Return how a report stands; raise NoSuchReport for what is not there or not hers to see.

    With `to_change` nobody else can change it until this transaction ends.
    """
    asked = select(reports.c.report_id, reports.c.queue, reports.c.word, reports.c.withdrawn).where(
        reports.c.report_id == report_id, desk.readable()
    )
    if to_change:
        # The report's row stands for its case, which may have no row of its own yet.
        asked = asked.with_for_update(of=reports)
    report = desk.connection.execute(asked).one_or_none()
    if report is None:
        raise no_such_report()
    # Asked for after the lock is held: one joined query could see the case as it was before.
    case = desk.connection.execute(
        select(
            cases.c.status,
            cases.c.reason,
            cases.c.assignee,
            cases.c.conflict,
            cases.c.conflict_by,
            cases.c.version,
        ).where(cases.c.report_id == report_id)
    ).one_or_none()
    return Standing(*report, *(case or ()))


def change(
    desk: Desk,
    old: Standing,
    seen: int | None,
    act: Act,
    detail: Mapping[str, Value] | None = None,
    **values: str | None,
) -> int:
    """Change a case, put the link on the chain, and return the new version.

    `old` was asked for with `to_change`. `seen` is the version this person acts on: Changed is
    raised if it is no longer the newest. None is for what is only added, such as a note.
    """
    if seen is not None and seen != old.version:
        raise Changed(old.report_id, old.version, changes(desk, old.report_id, seen))
    # Whatever staff do with a report starts its retention clock anew.
    kept = {"version": old.version + 1, "clock_from": desk.today, **values}
    if old.version:
        desk.connection.execute(
            update(cases).where(cases.c.report_id == old.report_id).values(**kept)
        )
    else:
        untouched = {"status": old.status, "conflict": old.conflict, "keep_longer": False}
        desk.connection.execute(
            insert(cases).values(report_id=old.report_id, **{**untouched, **kept})
        )
    desk.record(act, old.report_id, version=old.version + 1, **(detail or {}))
    return old.version + 1


def changes(desk: Desk, report_id: str, seen: int) -> tuple[Change, ...]:
    """Return what was changed after version `seen`, and by whom, from the audit chain."""
    found = desk.connection.execute(
        select(audit.c.at, audit.c.who, staff.c.name, audit.c.act, audit.c.detail)
        .select_from(audit.outerjoin(staff, staff.c.staff_id == audit.c.who))
        .where(audit.c.about == report_id)
        .order_by(audit.c.number)
    )
    told = []
    for row in found:
        detail = cast("dict[str, object]", json.loads(row.detail))
        version = detail.pop("version", None)
        # Links without a version say that somebody looked: nothing changed by that.
        if isinstance(version, int) and version > seen:
            told.append(Change(version, row.at, row.who, row.name or row.who, row.act, detail))
    return tuple(told)
