"""Which reports belong together: an addition lies under the receipt code of the first report."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import and_, select

from intake.casework.desk import Desk
from intake.tables import reports


@dataclass(frozen=True, slots=True)
class Filed:
    """Where one report lies among those under the same receipt code."""

    adds_to: str | None = None
    """The first of them, unless it is this one."""
    additions: tuple[str, ...] = ()
    """The others, the oldest first, if this one is the first."""


def filed(desk: Desk, ids: Sequence[str]) -> dict[str, Filed]:
    """Return where these reports lie, among those that she may see; alone ones are left out.

    The order is that of `intake.store`: what the reporter hears for her code is the first one's.
    """
    these = reports.alias("these")
    asked = (
        select(these.c.report_id.label("this"), reports.c.report_id)
        .select_from(
            these.join(
                reports,
                and_(reports.c.lookup == these.c.lookup, reports.c.lock == these.c.lock),
            )
        )
        .where(these.c.report_id.in_(ids), desk.readable())
        .order_by(reports.c.received, reports.c.earlier, reports.c.report_id)
    )
    families: dict[str, list[str]] = {}
    for row in desk.connection.execute(asked):
        families.setdefault(row.this, []).append(row.report_id)
    return {this: _place(this, family) for this, family in families.items() if len(family) > 1}


def _place(this: str, family: list[str]) -> Filed:
    if family[0] == this:
        return Filed(additions=tuple(family[1:]))
    return Filed(adds_to=family[0])
