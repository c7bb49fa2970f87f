"""Which reports come to the end of their time, when, and why: the list that staff work through.

What lies under one receipt code is one matter: an addition starts the clock of the first report
anew, and all of it is kept as long as the longest-kept part. Reporters are never warned: a message
that nobody asked for could be read by somebody else.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Row, select

from intake.retention.terms import Term, Terms, add_months
from intake.tables import cases, reports

Why = Literal["status", "keep_longer", "withdrawn"]
"""What sets the end: the status, a wish to keep it for a joint claim, or a withdrawal."""


@dataclass(frozen=True, slots=True)
class Due:
    """The retention clock of one report."""

    report_id: str
    queue: str
    status: str
    why: Why
    by_status: str
    """The status under the same receipt code that is kept longest."""
    term: Term
    clock_from: date
    """The last day on which reporter or staff did something; for a withdrawal, its day."""
    warn_from: date
    ends: date
    """From this day on it should be gone."""
    told: date
    """Until when the reporter was told that it would be kept, counted from what she last sent."""
    held: bool
    """A legal hold, on this report or another one under its code: it cannot be deleted."""
    keep_longer: bool
    withdrawn: date | None
    same_code: tuple[str, ...]
    """The other reports under the same receipt code."""


def due(
    connection: Connection,
    terms: Terms,
    today: date,
    only: ColumnElement[bool] | None = None,
) -> tuple[Due, ...]:
    """Return what is on the list today, the soonest first: withdrawn, ending soon, or over.

    `only` is a condition on the table of reports: which of them the one who asks may see.
    """
    seen = None
    if only is not None:
        seen = frozenset(connection.scalars(select(reports.c.report_id).where(only)))
    clocks = _clocks(connection.execute(_rows()), terms)
    found = [
        one for one in clocks if one.warn_from <= today and (seen is None or one.report_id in seen)
    ]
    return tuple(sorted(found, key=lambda one: (one.ends, one.report_id)))


def clock_of(connection: Connection, terms: Terms, report_id: str) -> Due | None:
    """Return the clock of one report, due or not; None if there is no such report."""
    lookup = select(reports.c.lookup).where(reports.c.report_id == report_id).scalar_subquery()
    rows = connection.execute(_rows().where(reports.c.lookup == lookup))
    return next((one for one in _clocks(rows, terms) if one.report_id == report_id), None)


def _rows() -> Any:  # noqa: ANN401 - a Select of eleven columns
    return select(
        *(reports.c[name] for name in ("report_id", "queue", "received", "withdrawn")),
        *(reports.c[name] for name in ("lookup", "lock")),
        *(cases.c[name] for name in ("status", "clock_from", "held_by", "keep_longer")),
    ).select_from(reports.outerjoin(cases, cases.c.report_id == reports.c.report_id))


def _clocks(rows: Iterable[Row[Any]], terms: Terms) -> Iterable[Due]:
    families: dict[tuple[str, bytes], list[Row[Any]]] = {}
    for row in rows:
        families.setdefault((row.lookup, bytes(row.lock)), []).append(row)
    for family in families.values():
        yield from _family(family, terms)


def _family(family: list[Row[Any]], terms: Terms) -> Iterable[Due]:
    """Count for everything under one receipt code."""
    sent = max(row.received for row in family)
    last = max(sent, *(row.clock_from or row.received for row in family))
    statuses = {row.report_id: row.status or "new" for row in family}
    longest = max(statuses.values(), key=lambda status: terms.statuses[status].after(last))
    term = terms.statuses[longest]
    why: Why = "status"
    wished = any(row.keep_longer for row in family)
    if wished and terms.joint_claim.after(last) > term.after(last):
        term, why = terms.joint_claim, "keep_longer"
    shared: Mapping[str, Any] = {
        "by_status": longest,
        "told": add_months(sent, terms.kept_months),
        "held": any(row.held_by for row in family),
        "keep_longer": wished,
    }
    for row in family:
        times = _withdrawn(row.withdrawn, terms) if row.withdrawn else _kept(term, last, terms)
        yield Due(
            report_id=row.report_id,
            queue=row.queue,
            status=statuses[row.report_id],
            why="withdrawn" if row.withdrawn else why,
            withdrawn=row.withdrawn,
            same_code=tuple(sorted(statuses.keys() - {row.report_id})),
            **times,
            **shared,
        )


def _kept(term: Term, last: date, terms: Terms) -> dict[str, Any]:
    ends = term.after(last)
    warn_from = ends - timedelta(days=terms.warn_days)
    return {"term": term, "clock_from": last, "warn_from": warn_from, "ends": ends}


def _withdrawn(asked: date, terms: Terms) -> dict[str, Any]:
    """A withdrawal is on the list at once, whatever else holds."""
    term = Term(days=terms.withdrawn_days)
    return {"term": term, "clock_from": asked, "warn_from": asked, "ends": term.after(asked)}
