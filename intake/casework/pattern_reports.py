"""Reports for the pattern page: those whose accounts this person may read, a page at a time."""

import json
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Row, Select, and_, or_, select

from intake.boundary import Triage, envelope_hash
from intake.casework.actor import readable_queues
from intake.casework.additions import Filed, filed
from intake.casework.approvals import Approval, in_force
from intake.casework.desk import Desk
from intake.casework.query import PAGE
from intake.casework.quota import MOST_READS
from intake.tables import audit, cases, reports, resealed

HOURS_TO_COMPARE = 8
"""For so long after a second person's yes may officers be compared."""

_HOUR = 60 * 60


@dataclass(frozen=True, slots=True)
class PatternReport:
    """One report as the browser needs it to open and count it."""

    triage: Triage
    status: str
    adds_to: str
    """The report that this one adds to; empty if it stands first."""
    sealed: bytes = field(repr=False)
    """The envelope as it arrived, or as a colleague sealed it anew to her."""
    envelope_hash: str
    """SHA-256 of `sealed`, 64 hexadecimal digits."""


@dataclass(frozen=True, slots=True)
class PatternPage:
    """Some reports, in the order of their ids."""

    reports: tuple[PatternReport, ...]
    after: str
    """Where the next page begins; empty after the last."""
    officers: bool
    """Whether two people agreed that she compares what conflict cards say."""
    alarm: bool
    """Whether she has now taken so many alone that somebody should be told."""


def agreement(desk: Desk) -> Approval | None:
    """Return the yes of a second person that lets her compare officers now."""
    given = in_force(desk, "patterns") if desk.checks_conflicts else None
    if given is None or given.answered is None:
        return None
    return given if desk.at < given.answered + HOURS_TO_COMPARE * _HOUR else None


def give_page(desk: Desk, after: str = "") -> PatternPage:
    """Return the reports after this id, and put them on the chain: one link for all of them.

    Left out: what is unchecked or has a conflict, what was withdrawn, what is not sealed to her.
    No report counts as opened by this, and no reporter hears "read".
    """
    rows = desk.connection.execute(_wanted(desk, after).limit(PAGE + 1)).all()
    page = rows[:PAGE]
    ids = [row.report_id for row in page]
    families = filed(desk, ids)
    officers = agreement(desk) is not None
    if ids:
        desk.record("patterns_viewed", "", count=len(ids), reports=ids, officers=officers)
    return PatternPage(
        tuple(_report(desk, row, families.get(row.report_id, Filed())) for row in page),
        ids[-1] if len(rows) > PAGE else "",
        officers,
        bool(ids) and not officers and _many(desk),
    )


def _wanted(desk: Desk, after: str) -> Select[Any]:
    handed_on = and_(
        resealed.c.report_id == reports.c.report_id,
        resealed.c.part == "report",
        resealed.c.public_key == desk.actor.public_key,
    )
    hers = or_(
        readable_queues(desk.team, desk.actor.public_key).condition(),
        resealed.c.sealed.is_not(None),
    )
    return (
        select(reports, cases.c.status, resealed.c.sealed)
        .select_from(
            reports.join(cases, cases.c.report_id == reports.c.report_id).outerjoin(
                resealed, handed_on
            )
        )
        .where(
            *(desk.readable(), hers, reports.c.report_id > after),
            # The check for a conflict comes first; what was taken back is not looked at any more.
            *(cases.c.conflict == "clear", reports.c.withdrawn.is_(None)),
        )
        .order_by(reports.c.report_id)
    )


def _report(desk: Desk, row: Row[Any], place: Filed) -> PatternReport:
    own = row.queue in readable_queues(desk.team, desk.actor.public_key)
    sealed, digest = row.envelope, row.envelope_hash
    if not own:
        sealed, digest = row.sealed, envelope_hash(row.sealed)
    triage = Triage(*(row._mapping[name] for name in Triage.__slots__))  # noqa: SLF001 - SQLAlchemy's public name for a row as a mapping
    return PatternReport(triage, row.status, place.adds_to or "", sealed, digest.hex())


def _many(desk: Desk) -> bool:
    """Tell whether she took too many without anybody's yes; true once an hour at most."""
    lately = and_(audit.c.who == desk.actor.staff_id, audit.c.at > desk.at - _HOUR)
    told = select(audit.c.number).where(lately, audit.c.act == "many_reads").limit(1)
    if desk.connection.scalar(told) is not None:
        return False
    taken = select(audit.c.detail).where(lately, audit.c.act == "patterns_viewed")
    details = [json.loads(detail) for detail in desk.connection.scalars(taken)]
    alone = {one for each in details if not each["officers"] for one in each["reports"]}
    if len(alone) <= MOST_READS:
        return False
    desk.record("many_reads", desk.actor.staff_id, reports=len(alone))
    return True
