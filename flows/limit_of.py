"""Where one row of the table stands for one report: open, running, passed, or not to be counted."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from flows.acts import Dated
from flows.limit import Limit
from flows.span import Span
from flows.time_limits import TimeLimit

A_DAY = timedelta(days=1)


def limit_of(
    row: TimeLimit,
    found: Dated | None,
    today: date,
    closed: Callable[[date], bool],
    minor: Mapping[str, str],
) -> Limit | None:
    """Return one row as it is for this report; None where its clock has no date."""
    made = _of_row(row)
    if row.formula == "none":
        return made
    if row.under_18 and minor:
        # Whoever was under 18 has a clock that starts on a birthday, which nobody has asked for.
        inputs = {**minor, **(found.inputs if found else {})}
        return replace(made, state="depends", inputs=inputs, ask=row.under_18)
    if found is None or (row.kind == "evidence" and not found.near):
        return None
    counted = replace(
        made,
        inputs=found.inputs,
        soonest=row.last_day(found.span.earliest) if found.span.earliest else None,
        latest_if=row.last_day(found.span.latest) if found.span.latest else None,
        continuing_act_argument=row.continuing and found.course,
    )
    return _counted(counted, row, found, today, closed)


def _of_row(row: TimeLimit) -> Limit:
    """Return a row of the table before anything is counted."""
    return Limit(
        row.id,
        row.name,
        row.kind,
        "none",
        extension_power=row.extension,
        raising=row.alert,
        day_matters=row.day_matters,
        source=row.source,
        note=row.note,
        leads=row.leads,
    )


def _counted(
    limit: Limit, row: TimeLimit, found: Dated, today: date, closed: Callable[[date], bool]
) -> Limit:
    """Return a counted limit as it stands today: open with a day, running, or passed."""
    if row.kind != "date" and any(_may_be_ending(row, act, today) for act in found.acts):
        return replace(limit, state="running")
    soonest, latest = limit.soonest, limit.latest_if
    if row.kind == "date" and soonest and latest:
        # What is coming may come on any day of its time: once that has begun, today.
        soonest = max(soonest, min(today, latest))
    alert = _alert(soonest, latest, today, closed)
    return replace(limit, state="open" if alert or latest is None else "passed", alert=alert)


def _may_be_ending(row: TimeLimit, act: Span, today: date) -> bool:
    """Tell whether today lies between the first and the last day on which it can end."""
    over = act.earliest is None or row.last_day(act.earliest) < today
    return over and act.latest is not None and today <= row.last_day(act.latest)


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
