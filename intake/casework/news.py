"""What has come since a page was made, so that arrivals appear on it without a reload."""

import re
from dataclasses import dataclass

from sqlalchemy import func, select

from intake.audit import Act
from intake.casework.desk import Desk
from intake.tables import audit, reports

_LOOKED: tuple[Act, ...] = (
    "viewed",
    "conflict_viewed",
    "officer_viewed",
    "opened",
    "envelope_refused",
    "exported",
    "printed",
)
"""Acts about a report that leave it as it was."""


@dataclass(frozen=True, slots=True)
class News:
    """What is new since a token was given, among the reports that one person may see."""

    token: str
    """To ask with the next time. Holds counts alone."""
    arrived: int
    """How many more reports there are."""
    withdrawn: int
    """How many more of them were withdrawn."""
    changed: tuple[str, ...]
    """Ids of the reports that staff did something to."""

    def __bool__(self) -> bool:
        return bool(self.arrived or self.withdrawn or self.changed)


def since(desk: Desk, token: str = "") -> News:
    """Return what is new; with no token, or a broken one, only the token to ask with next.

    Puts nothing on the chain: a page asks every few seconds, and its list is no longer than it was.
    """
    newest = desk.connection.scalar(select(func.max(audit.c.number))) or 0
    total, withdrawn = desk.connection.execute(
        select(func.count(), func.count(reports.c.withdrawn)).where(desk.readable())
    ).one()
    now = f"{newest}.{total}.{withdrawn}"
    parts = re.fullmatch(r"([0-9]{1,9})\.([0-9]{1,9})\.([0-9]{1,9})", token)
    if parts is None:
        return News(now, 0, 0, ())
    number, before, withdrawn_before = map(int, parts.groups())
    return News(
        now,
        max(0, total - before),
        max(0, withdrawn - withdrawn_before),
        _changed(desk, number),
    )


def _changed(desk: Desk, number: int) -> tuple[str, ...]:
    abouts = select(audit.c.about).where(audit.c.number > number, audit.c.act.not_in(_LOOKED))
    asked = select(reports.c.report_id).where(reports.c.report_id.in_(abouts), desk.readable())
    return tuple(desk.connection.scalars(asked.order_by(reports.c.report_id)))
