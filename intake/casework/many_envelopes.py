"""Envelopes of several reports at once, for the lines of a list."""

from collections.abc import Sequence
from dataclasses import dataclass

from intake.casework.conflict import may_open
from intake.casework.desk import Desk
from intake.casework.envelopes import Sealed, sealed_to_her
from intake.casework.query import PAGE
from intake.casework.quota import many_lines
from intake.casework.refusing import Refused
from intake.casework.standing import standing


@dataclass(frozen=True, slots=True)
class Several:
    """The envelopes that may be opened, of those asked for."""

    sealed: tuple[Sealed, ...]
    alarm: bool
    """Whether she has now been given so many that somebody should be told."""


def give_lines(desk: Desk, ids: Sequence[str]) -> Several:
    """Return the envelopes of these reports, a page at most, and put each on the chain.

    What is unchecked, has a conflict, or is not sealed to her is left out. No report counts as
    opened by this, and no reporter hears "read". Raises NoSuchReport, Refused.
    """
    if len(ids) > PAGE:
        raise Refused("too_many", f"At most {PAGE} reports at once.")
    given = []
    for report_id in dict.fromkeys(ids):
        old = standing(desk, report_id)
        found = sealed_to_her(desk, old, card=False) if may_open(old) else None
        if found is not None:
            part, sealed, by, envelope_hash = found
            given.append(
                Sealed(report_id, part, sealed, by, envelope_hash, old.version, alarm=False)
            )
    for one in given:
        desk.record("line_opened", one.report_id, part=one.part)
    return Several(tuple(given), many_lines(desk))
