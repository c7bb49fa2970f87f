"""The lists of `/retention` as staff read them: all of it triage, no word of a reporter."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from console.moments import moment
from console.page import Visit
from intake.audit import ACTS
from intake.casework.approvals import Approval, ApprovalKind, may_answer
from intake.casework.desk import Desk
from intake.register import SHORT
from intake.retention.clock import Due
from intake.retention.copies import copies
from intake.retention.words import why

_ASKED: Final[Mapping[ApprovalKind, str]] = {
    "delete": "Delete this report",
    "officer": "See the officer's details",
    "patterns": "Look for the same officer over several reports",
}


@dataclass(frozen=True, slots=True)
class Ending:
    """One report that comes to the end of its time, or whose reporter asked for deletion."""

    id: str
    short: str
    queue: str
    status: str
    why: str
    ends: str
    left: str
    """Days until then, in words."""
    over: bool
    told: str
    """The day until which the reporter was told that it would be kept."""
    past_told: bool
    """Whether it is kept longer than she was told."""
    held: bool
    keep_longer: bool
    same_code: tuple[str, ...]
    copies: tuple[str, ...] = ()
    """What left the store, in words: who, what and when. Only of a withdrawal."""


@dataclass(frozen=True, slots=True)
class Question:
    """What waits for a second person."""

    id: str
    wanted: str
    reason: str
    report_id: str
    short: str
    asked_by: str
    asked: str
    until: str
    mine: bool
    here: bool
    """Whether it is answered on this page: what is about a report is answered beside it."""
    names: str
    """What tells its buttons apart for a screen reader."""


def ending(visit: Visit, desk: Desk, one: Due) -> Ending:
    """Return a clock in words; of a withdrawal, with the copies that were made."""
    return Ending(
        id=one.report_id,
        short=one.report_id[:SHORT],
        queue=visit.office.queues.get(one.queue, one.queue),
        status=one.status.replace("_", " "),
        why=_sentence(why(one)),
        ends=one.ends.isoformat(),
        left=left(one.ends, desk.today),
        over=one.ends <= desk.today,
        told=one.told.isoformat(),
        past_told=one.told <= desk.today,
        held=one.held,
        keep_longer=one.keep_longer,
        same_code=tuple(other[:SHORT] for other in one.same_code),
        copies=_copies(desk, one) if one.withdrawn else (),
    )


def question(desk: Desk, one: Approval, names: Mapping[str, str]) -> Question:
    """Return what was asked, in words."""
    mine = one.asked_by == desk.actor.staff_id
    by = names.get(one.asked_by, one.asked_by)
    return Question(
        id=one.approval_id,
        wanted=_ASKED[one.kind],
        reason=one.reason.replace("_", " "),
        report_id=one.report_id,
        short=one.report_id[:SHORT],
        asked_by=by,
        asked=moment(one.asked),
        until=moment(one.expires),
        mine=mine,
        here=not one.report_id and not mine and may_answer(desk),
        names=f"{by}: {_ASKED[one.kind]}",
    )


def left(ends: date, today: date) -> str:
    """Return how far off a day is, in words."""
    days = (ends - today).days
    many = f"{abs(days)} day" if abs(days) == 1 else f"{abs(days)} days"
    if days == 0:
        return "today"
    return f"in {many}" if days > 0 else f"{many} ago"


def _copies(desk: Desk, one: Due) -> tuple[str, ...]:
    made: Iterable[str] = (one.report_id, *one.same_code)
    return tuple(
        f"{copy.name} {ACTS[copy.act]}, {moment(copy.at)}"
        for report_id in made
        for copy in copies(desk.connection, report_id)
    )


def _sentence(words: str) -> str:
    return (words[:1].upper() + words[1:]).replace("_", " ")
