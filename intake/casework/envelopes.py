"""Giving a sealed report to the browser of a person who may open it: the rules come before."""

from dataclasses import dataclass, field
from typing import Literal

from sqlalchemy import select

from intake.audit import Act
from intake.casework.actor import is_conflict_checker, readable_queues
from intake.casework.approvals import in_force
from intake.casework.conflict import may_open
from intake.casework.desk import Desk
from intake.casework.people import people
from intake.casework.quota import many_reads
from intake.casework.refusing import Link, Refused
from intake.casework.standing import Standing, standing
from intake.casework.statuses import mark_opened
from intake.tables import reports, resealed

Purpose = Literal["read", "check", "officer", "pass_on"]
"""To read the account; to check for a conflict; to see the officer's details after the check; to
re-seal the conflict card to a checker, where none reads this queue."""

Part = Literal["report", "conflict"]

_ACTS: dict[Purpose, Act] = {
    "read": "opened",
    "check": "conflict_viewed",
    "officer": "officer_viewed",
    "pass_on": "conflict_viewed",
}


@dataclass(frozen=True, slots=True)
class Sealed:
    """What one person's key opens."""

    report_id: str
    part: Part
    """The whole report, or its conflict card alone."""
    sealed: bytes = field(repr=False)
    resealed_by: str | None
    """Who sealed it anew for her; None for the envelope as it arrived."""
    envelope_hash: bytes = field(repr=False)
    """SHA-256 of the envelope as it arrived."""
    version: int
    """The report's version after this: opening changes a new one."""
    alarm: bool
    """Whether she has now read so many that somebody should be told."""


def give(desk: Desk, report_id: str, purpose: Purpose) -> Sealed:
    """Return what her key opens, and put it on the chain. Raises NoSuchReport, Refused.

    To "read" marks the report opened and its word read.
    """
    old = standing(desk, report_id, to_change=True)
    if fault := _fault(desk, old, purpose):
        raise _refused(old, purpose, *fault)
    found = sealed_to_her(desk, old, card=purpose in ("check", "officer"))
    if found is None:
        fault = ("not_sealed", "This report is not sealed to your key: a colleague re-seals it.")
        raise _refused(old, purpose, *fault)
    part, sealed, by, envelope_hash = found
    version = mark_opened(desk, old) if purpose == "read" else old.version
    desk.record(_ACTS[purpose], report_id, purpose=purpose, part=part)
    return Sealed(report_id, part, sealed, by, envelope_hash, version, many_reads(desk))


def sealed_to_her(
    desk: Desk, old: Standing, *, card: bool
) -> tuple[Part, bytes, str | None, bytes] | None:
    """Return part, bytes, who re-sealed them and the first envelope's hash; None for nothing.

    With `card`, a conflict card of her own comes before the whole report.
    """
    here = reports.c.report_id == old.report_id
    envelope_hash = desk.connection.execute(
        select(reports.c.envelope_hash).where(here)
    ).scalar_one()
    asked = select(resealed.c.part, resealed.c.sealed, resealed.c.made_by).where(
        resealed.c.report_id == old.report_id, resealed.c.public_key.in_(desk.actor.keys)
    )
    handed_on = {row.part: row for row in desk.connection.execute(asked)}
    if card and (row := handed_on.get("conflict")):
        return "conflict", row.sealed, row.made_by, envelope_hash
    if old.queue in readable_queues(desk.team, desk.actor.public_key):
        envelope = desk.connection.execute(select(reports.c.envelope).where(here)).scalar_one()
        return "report", envelope, None, envelope_hash
    if row := handed_on.get("report"):
        return "report", row.sealed, row.made_by, envelope_hash
    return None


def officer_allowed(desk: Desk, report_id: str) -> bool:
    """Tell whether two people agreed that she sees the officer's details of this report."""
    return in_force(desk, "officer", report_id) is not None


def may_pass_on(desk: Desk, old: Standing) -> bool:
    """Tell whether a reader may re-seal the conflict card: nobody else could check this report."""
    return old.conflict == "unchecked" and not any(
        is_conflict_checker(desk.team, one)
        and old.queue in readable_queues(desk.team, one.public_key)
        for one in people(desk)
    )


def _fault(desk: Desk, old: Standing, purpose: Purpose) -> tuple[str, str] | None:
    """Return which rule forbids it, and the sentence for her; None if none does."""
    if purpose == "check":
        return _check_fault(desk, old)
    if purpose == "pass_on":
        if may_pass_on(desk, old):
            return None
        return "checker", "A conflict checker can open this report: leave the check to her."
    if not may_open(old):
        code = "conflict" if old.conflict == "conflict" else "unchecked"
        return code, "The check for a conflict of interest comes first, and must be clear."
    if purpose == "officer" and not officer_allowed(desk, old.report_id):
        return "two_people", "The officer's details take two people: ask a second one."
    return None


def _check_fault(desk: Desk, old: Standing) -> tuple[str, str] | None:
    if not desk.checks_conflicts:
        return "checker", "Only a conflict checker of the team file opens the card."
    if old.conflict != "unchecked":
        return "checked", "The check is done. The officer's details now take two people."
    return None


def _refused(old: Standing, purpose: Purpose, code: str, sentence: str) -> Refused:
    link = Link("envelope_refused", old.report_id, {"purpose": purpose, "rule": code})
    return Refused(code, sentence, link)
