"""What lies in the store about a report, in JSON's types and with names in place of ids."""

from collections.abc import Iterable, Mapping
from typing import Any

from console.page import Visit
from console.report.fields import text
from intake.casework.approvals import Approval
from intake.casework.desk import Desk
from intake.casework.notes import Note, Translation
from intake.casework.refusing import Change
from intake.casework.tasks import Task
from intake.casework.viewing import Case
from intake.retention.clock import clock_of
from intake.retention.copies import Copy

Json = dict[str, Any]
Names = Mapping[str, str]
"""By staff id."""


def sealed(one: Note | Translation, people: Names) -> Json:
    """Return a note or a translation; the browser opens its words."""
    row = {"by": people.get(one.author, ""), "at": one.written, "sealed": text(one.sealed)}
    if isinstance(one, Note):
        return {**row, "id": one.note_id, "kind": one.kind}
    of = {"step": one.step, "language": one.language, "made_by": one.made_by}
    return {**row, **of, "id": one.translation_id}


def task(one: Task, people: Names) -> Json:
    """Return a task; the words beside it are sealed, or there are none."""
    return {
        "id": one.task_id,
        "kind": one.kind,
        "due": one.due.isoformat(),
        "with": people.get(one.assignee or "", ""),
        "by": people.get(one.made_by, ""),
        "done_by": people.get(one.done_by or "", ""),
        "done": one.done,
        "sealed": text(one.sealed) if one.sealed else "",
    }


def approval(one: Approval, people: Names) -> Json:
    """Return what one person asked and perhaps another answered."""
    return {
        "id": one.approval_id,
        "kind": one.kind,
        "asked_by": one.asked_by,
        "asked_name": people.get(one.asked_by, ""),
        "asked": one.asked,
        "reason": one.reason,
        "answered_name": people.get(one.answered_by or "", ""),
        "granted": one.granted,
        "expires": one.expires,
    }


def changed(one: Change) -> Json:
    """Return one change: who, when, what; names of states and no words."""
    return {
        "version": one.version,
        "at": one.at,
        "name": one.name,
        "act": one.act,
        "detail": one.detail,
    }


def keeping(visit: Visit, desk: Desk, found: Case, people: Names) -> Json:
    """Return how long the report is kept, and what keeps it."""
    clock = clock_of(desk.connection, visit.office.team.retention, found.triage.report_id)
    told = (
        {}
        if clock is None
        else {
            "why": clock.why,
            "term": str(clock.term),
            "clock_from": clock.clock_from.isoformat(),
            "ends": clock.ends.isoformat(),
            "told": clock.told.isoformat(),
            "held": clock.held,
        }
    )
    return {
        **told,
        "held_by": people.get(found.held_by or "", ""),
        "keep_longer": found.keep_longer,
    }


def copied(made: Iterable[Copy]) -> list[Json]:
    """Return the copies that left the store: who made each, and when."""
    return [{"at": one.at, "by": one.name, "act": one.act} for one in made]
