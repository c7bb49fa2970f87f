"""Which time limits may apply to a report, and the day to act by (FACTS 3.2-3.4). Staff only.

Nothing here is shown to the reporter, and nothing is advice. It never closes a report: what
is past is said to be past, with the power to extend it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from flows.acts import Dated, dated
from flows.draft import Draft, values_of
from flows.limit import Limit
from flows.limit_of import limit_of
from flows.model import Flow
from flows.span import Calendar
from flows.time_limits import TimeLimit

NATIONS = frozenset({"england", "wales", "scotland", "ni"})
OUTSIDE = "outside_uk"
A_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Timing:
    """A report's limits, the first to act on first, and the days its dates can mean."""

    today: date
    limits: tuple[Limit, ...] = ()
    dates: Mapping[str, Dated] = field(default_factory=dict, repr=False)

    @property
    def this_week(self) -> date:
        """The Monday of the week of sending."""
        return self.today - timedelta(self.today.weekday())

    @property
    def due_week(self) -> date | None:
        """The Monday of the week before the first day to act by.

        This week's where a short limit may be ending on any day.
        """
        limits = [limit for limit in self.limits if limit.raising]
        days = [limit.by for limit in limits if limit.by]
        weeks = [day - timedelta(day.weekday()) - A_WEEK for day in days]
        if any(limit.state == "running" and limit.day_matters for limit in limits):
            weeks.append(self.this_week)
        return min(weeks, default=None)


def timing(flow: Flow, draft: Draft, today: date, calendar: Calendar) -> Timing:
    """Return what time means for a report sent on `today` (in Europe/London)."""
    dates = dated(flow, draft, today, calendar)
    nation, minor = nation_of(draft), _was_minor(draft)
    found = [
        limit
        for row in flow.limits
        if _concerns(row, nation, draft)
        for closed in (_closed(row, nation, calendar),)
        if (limit := limit_of(row, dates.get(row.input), today, closed, minor))
    ]
    found = [replace(limit, text_version=flow.version) for limit in found]
    in_order = sorted(found, key=lambda one: _place(one, today))
    return Timing(today, tuple(in_order), dates)


def limits(flow: Flow, draft: Draft, today: date, calendar: Calendar) -> tuple[Limit, ...]:
    """Return every limit that may apply, the first to act on first."""
    return timing(flow, draft, today, calendar).limits


def nation_of(draft: Draft) -> str:
    """Return the nation whose law applies, `outside_uk`, or "" where it is not settled."""
    known = (*values_of(draft, "nation"), *values_of(draft, "body_nation"))
    return next((name for name in known if name in NATIONS or name == OUTSIDE), "")


def _was_minor(draft: Draft) -> Mapping[str, str]:
    """Return the answer that says that the person was under 18; empty without."""
    said = [value for value in values_of(draft, "was_minor") if value in {"yes", "part"}]
    return {"was_minor": said[0]} if said else {}


def _concerns(row: TimeLimit, nation: str, draft: Draft) -> bool:
    """Tell whether a row is of this nation (of all where it is not known) and relevant."""
    here = row.kind == "date" or not nation or nation in row.nations
    return here and (not row.needs or any(condition(draft) for condition in row.needs))


def _closed(row: TimeLimit, nation: str, calendar: Calendar) -> Callable[[date], bool]:
    """Return what tells on which days nothing can be done about a row."""
    if row.kind == "date":
        return lambda _: False
    (own,) = row.nations if len(row.nations) == 1 else ("",)
    return lambda day: calendar.closed(day, nation or own)


def _place(limit: Limit, today: date) -> tuple[date, bool, bool]:
    """Return what orders a limit: its day, today's where it may be ending now; then the rest."""
    now = limit.state == "running" and limit.day_matters
    return today if now else limit.by or date.max, not limit.leads, limit.state == "none"
