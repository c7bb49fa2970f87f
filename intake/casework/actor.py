"""Who acts in the console, and which reports she may see: it follows from her keys alone."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from sqlalchemy import ColumnElement, false, or_, select, true

from intake.tables import reports, resealed
from intake.team import Team

Role = Literal["caseworker", "supervisor", "administrator", "auditor"]

READING_ROLES: frozenset[Role] = frozenset({"caseworker", "supervisor"})
"""Roles that see reports at all: the others look after people, or after the audit chain."""


@dataclass(frozen=True, slots=True)
class Actor:
    """One person of the staff, signed in. A key she has not made yet is empty."""

    staff_id: str
    name: str
    role: Role
    public_key: str = field(default="", repr=False)
    """Opens envelopes."""
    conflict_key: str = field(default="", repr=False)
    """Opens conflict cards, if she checks for conflicts."""

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the keys she has."""
        return tuple(key for key in (self.public_key, self.conflict_key) if key)


@dataclass(frozen=True, slots=True)
class Queues:
    """The queues whose reports are sealed to one key."""

    others: bool
    """Whether that includes every queue without a line of its own in the team file."""
    mine: frozenset[str]
    """The queues with a line of their own that names the key."""
    not_mine: frozenset[str]
    """The queues with a line of their own that does not."""

    def __contains__(self, queue: object) -> bool:
        return queue in self.mine or (self.others and queue not in self.not_mine)

    def condition(self) -> ColumnElement[bool]:
        """Return the same as a condition on the table of reports."""
        if not self.others:
            return reports.c.queue.in_(sorted(self.mine)) if self.mine else false()
        return reports.c.queue.not_in(sorted(self.not_mine)) if self.not_mine else true()


def readable_queues(team: Team, public_key: str) -> Queues:
    """Return the queues whose readers in the team file include this key."""
    named = {queue: public_key in _keys(team, queue) for queue in team.queues}
    others = named.pop("default", False)
    return Queues(
        others,
        frozenset(queue for queue, reads in named.items() if reads),
        frozenset(queue for queue, reads in named.items() if not reads),
    )


def readable(team: Team, actor: Actor) -> ColumnElement[bool]:
    """Return the condition for the reports she may see: of her queues, or re-sealed to her."""
    if actor.role not in READING_ROLES:
        return false()
    handed_on = select(resealed.c.report_id).where(resealed.c.public_key.in_(actor.keys))
    return or_(
        readable_queues(team, actor.public_key).condition(), reports.c.report_id.in_(handed_on)
    )


def is_conflict_checker(team: Team, actor: Actor) -> bool:
    """Tell whether conflict cards are sealed to her."""
    return actor.role in READING_ROLES and _any(actor.keys, (one.key for one in team.conflict))


def _keys(team: Team, queue: str) -> frozenset[str]:
    return frozenset(one.key for one in team.queues[queue])


def _any(some: Iterable[str], others: Iterable[str]) -> bool:
    return not frozenset(some).isdisjoint(others)
