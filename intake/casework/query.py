"""What a person asks of the list of reports: filters, and the place where a page begins."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal, cast

from sqlalchemy import ColumnElement, exists, or_, select

from intake.casework.standing import Status
from intake.casework.statuses import STATUSES
from intake.tables import cases, labels, reports

PAGE = 50
"""Reports on a page."""

OPEN = "open"
"""What is asked for as a status and is none: every report that is not closed."""

_ID = 32
"""Hexadecimal digits of a report's id."""

Due = Literal["this_week", "next_week"]

_PATTERNS = {
    "queue": r"Q[0-9]{1,2}_[A-Z][A-Z_]{0,58}",
    "priority": r"[0-4]",
    "status": "|".join((OPEN, *STATUSES)),
    "language": r"[A-Za-z0-9-]{1,35}",
    "assignee": r"[0-9a-f]{32}|nobody",
    "label": r"[^\x00-\x1f\x7f]{1,32}",
    "due": r"this_week|next_week",
    "older_than": r"[0-9]{1,4}",
    "unread": r"yes",
    "lookup": r"[0-9]{6}",
    "beginning": r"[0-9a-f]{8}",
}


@dataclass(frozen=True, slots=True)
class Cursor:
    """The last report of a page: the next page begins after it."""

    priority: int
    due_week: date | None
    received: date
    report_id: str

    def __str__(self) -> str:
        due = self.due_week.isoformat() if self.due_week else ""
        return f"{self.priority}_{due}_{self.received.isoformat()}_{self.report_id}"


@dataclass(frozen=True, slots=True)
class Query:
    """The filters; one that is not set leaves everything in."""

    queue: str | None = None
    priority: int | None = None
    status: Status | Literal["open"] | None = None
    language: str | None = None
    assignee: str | None = None
    """A staff id, or "nobody"."""
    label: str | None = None
    due: Due | None = None
    older_than: int | None = None
    """Days since the report was received."""
    unread: bool = False
    lookup: str | None = field(default=None, repr=False)
    """The first six digits of a receipt code. Never in an address, never on the chain."""
    beginning: str | None = field(default=None, repr=False)
    """The first eight signs of a report's id. Beside `lookup`, either may fit."""

    def used(self) -> tuple[str, ...]:
        """Return the names of the filters that are set."""
        return tuple(name for name in _PATTERNS if getattr(self, name) not in (None, False))


def read_query(given: Mapping[str, str]) -> Query:
    """Return the filters in a request's parameters; what is not one of them is left out."""
    found = {
        name: given[name]
        for name, pattern in _PATTERNS.items()
        if name in given and re.fullmatch(pattern, given[name])
    }
    return Query(
        queue=found.get("queue"),
        priority=int(found["priority"]) if "priority" in found else None,
        status=cast('Status | Literal["open"] | None', found.get("status")),
        language=found.get("language"),
        assignee=found.get("assignee"),
        label=found.get("label"),
        due=cast("Due | None", found.get("due")),
        older_than=int(found["older_than"]) if "older_than" in found else None,
        unread="unread" in found,
        lookup=found.get("lookup"),
        beginning=found.get("beginning"),
    )


def read_cursor(text: str) -> Cursor | None:
    """Return the place that `str(cursor)` wrote down; None for anything else."""
    parts = re.fullmatch(r"([0-4])_([0-9-]{10})?_([0-9-]{10})_([0-9a-f]{32})", text)
    if parts is None:
        return None
    priority, due, received, report_id = parts.groups()
    try:
        week = date.fromisoformat(due) if due else None
        return Cursor(int(priority), week, date.fromisoformat(received), report_id)
    except ValueError:
        return None


def monday(today: date) -> date:
    """Return the Monday of this week."""
    return today - timedelta(days=today.weekday())


def conditions(query: Query, today: date) -> list[ColumnElement[bool]]:
    """Return the filters as conditions on the table of reports; the priority is left out."""
    found = []
    if query.queue is not None:
        found.append(reports.c.queue == query.queue)
    if query.language is not None:
        found.append(reports.c.language == query.language)
    if query.due is not None:
        found += due(query.due, today)
    if query.older_than is not None:
        found.append(reports.c.received <= today - timedelta(days=query.older_than))
    if query.unread:
        found += [reports.c.word == "arrived", still_open()]
    if query.lookup is not None or query.beginning is not None:
        found.append(_named(query))
    if query.label is not None:
        bearing = select(labels.c.report_id).where(labels.c.label == query.label)
        found.append(reports.c.report_id.in_(bearing))
    return [*found, *_by_case(query)]


def due(when: Due, today: date) -> list[ColumnElement[bool]]:
    """Return the conditions for what is due and not closed; what is overdue is due this week."""
    week = monday(today)
    if when == "this_week":
        return [reports.c.due_week <= week, still_open()]
    return [reports.c.due_week == week + timedelta(days=7), still_open()]


def _named(query: Query) -> ColumnElement[bool]:
    """Return the condition for what somebody read out: eight digits may be an id or a code."""
    found = []
    if query.lookup is not None:
        # Apart, so that the digits are looked up in their own index and not in every row.
        these = reports.alias("these")
        alike = select(these.c.report_id).where(these.c.lookup == query.lookup)
        found.append(reports.c.report_id.in_(alike))
    if query.beginning is not None:
        # A range and no pattern: the key's own index finds it.
        last = query.beginning.ljust(_ID, "f")
        found.append(reports.c.report_id.between(query.beginning.ljust(_ID, "0"), last))
    return or_(*found)


def still_open() -> ColumnElement[bool]:
    """Return the condition for a report that is not closed."""
    return ~_case(cases.c.status == "closed")


def _by_case(query: Query) -> list[ColumnElement[bool]]:
    found = []
    if query.status == OPEN:
        found.append(still_open())
    elif query.status == "new":
        found.append(~_case(cases.c.status != "new"))
    elif query.status is not None:
        found.append(_among(cases.c.status == query.status))
    if query.assignee == "nobody":
        found.append(~_case(cases.c.assignee.is_not(None)))
    elif query.assignee is not None:
        found.append(_among(cases.c.assignee == query.assignee))
    return found


def _case(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists(select(1).where(cases.c.report_id == reports.c.report_id, condition))


def _among(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return reports.c.report_id.in_(select(cases.c.report_id).where(condition))
