"""Which time limits may apply to a report, and the day to act by (FACTS 3.2-3.4). Staff only.

Nothing here is shown to the reporter, and nothing is advice. It never closes a report: what
is past is said to be past, with the power to extend it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Literal

from flows.acts import Dated, dated
from flows.draft import Draft, values_of
from flows.model import Flow
from flows.span import Calendar
from flows.time_limits import Kind, TimeLimit

NATIONS = frozenset({"england", "wales", "scotland", "ni"})
OUTSIDE = "outside_uk"
CHECK = "Not advice; check."
A_WEEK = timedelta(days=7)
A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Limit:
    """One limit of one report. `soonest` and `latest_if` are last days as the law counts them.

    `alert` is the day to act by: a working day, and the soonest that is still to come.
    `inputs` are the answers used, each with its value in EDTF. `extension_power` is in the
    law's words, empty without. A limit that is not `raising` stands beside another one.
    """

    id: str
    name: str
    kind: Kind
    state: Literal["open", "passed", "none"]
    inputs: Mapping[str, str] = field(default_factory=dict, repr=False)
    soonest: date | None = field(default=None, repr=False)
    latest_if: date | None = field(default=None, repr=False)
    alert: date | None = field(default=None, repr=False)
    continuing_act_argument: bool = False
    extension_power: str = ""
    raising: bool = True
    text_version: str = ""

    @property
    def primary_period_passed(self) -> bool:
        """Whether the last day is over, however the dates are read."""
        return self.state == "passed"


@dataclass(frozen=True, slots=True)
class Timing:
    """A report's limits, the first to act on first, and the days its dates can mean."""

    today: date
    limits: tuple[Limit, ...] = ()
    dates: Mapping[str, Dated] = field(default_factory=dict, repr=False)

    @property
    def due_week(self) -> date | None:
        """The Monday of the week before the first day to act by."""
        days = [limit.alert for limit in self.limits if limit.alert and limit.raising]
        return min(days) - timedelta(min(days).weekday()) - A_WEEK if days else None


def timing(flow: Flow, draft: Draft, today: date, calendar: Calendar) -> Timing:
    """Return what time means for a report sent on `today` (in Europe/London)."""
    dates = dated(flow, draft, today, calendar)
    nation = nation_of(draft)
    found = [
        limit
        for row in flow.limits
        if _concerns(row, nation, draft)
        if (limit := _limit(row, dates.get(row.input), today, _closed(row, nation, calendar)))
    ]
    found = [replace(limit, text_version=flow.version) for limit in found]
    in_order = sorted(found, key=lambda one: (one.alert or date.max, one.state == "none"))
    return Timing(today, tuple(in_order), dates)


def limits(flow: Flow, draft: Draft, today: date, calendar: Calendar) -> tuple[Limit, ...]:
    """Return every limit that may apply, the first to act on first."""
    return timing(flow, draft, today, calendar).limits


def nation_of(draft: Draft) -> str:
    """Return the nation whose law applies, `outside_uk`, or "" where it is not settled."""
    known = (*values_of(draft, "nation"), *values_of(draft, "body_nation"))
    return next((name for name in known if name in NATIONS or name == OUTSIDE), "")


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


def _limit(
    row: TimeLimit, found: Dated | None, today: date, closed: Callable[[date], bool]
) -> Limit | None:
    """Return one row as it is for this report; None where its clock has no date."""
    made = Limit(
        row.id, row.name, row.kind, "none", extension_power=row.extension, raising=row.alert
    )
    if row.formula == "none":
        return made
    if found is None or (row.kind == "evidence" and not found.near):
        return None
    first, last = found.span.earliest, found.span.latest
    soonest = row.last_day(first) if first else None
    latest = row.last_day(last) if last else None
    alert = _alert(soonest, latest, today, closed)
    return replace(
        made,
        state="open" if alert or latest is None else "passed",
        inputs=found.inputs,
        soonest=soonest,
        latest_if=latest,
        alert=alert,
        continuing_act_argument=row.continuing and found.course,
    )


def _alert(
    soonest: date | None, latest: date | None, today: date, closed: Callable[[date], bool]
) -> date | None:
    """Return the day to act by: the soonest still to come, or the working day before it."""
    last = next((day for day in (soonest, latest) if day and day >= today), None)
    if last is None:
        return None
    while last > today and closed(last):
        last -= A_DAY
    return last


def as_json(limit: Limit) -> Mapping[str, object]:
    """Return a limit as it stands in the summary."""
    days = {"soonest": limit.soonest, "latest_if": limit.latest_if, "alert": limit.alert}
    return {
        "rule": limit.id,
        "name": limit.name,
        "inputs": dict(limit.inputs),
        **{name: day and day.isoformat() for name, day in days.items()},
        "state": limit.state,
        "primary_period_passed": limit.primary_period_passed,
        "continuing_act_argument": limit.continuing_act_argument,
        "extension_power": limit.extension_power,
        "text_version": limit.text_version,
        "check": CHECK,
    }
