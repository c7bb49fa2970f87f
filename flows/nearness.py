"""What days say about a report: the flags that dates set, with the dates that set them."""

from flows.deadlines import Timing
from flows.limit import Limit
from flows.time_limits import Near

Reason = tuple[str, str]
"""A question or a limit, and its date."""


def near_reasons(near: Near, time: Timing) -> tuple[Reason, ...]:
    """Return the answers and limits by which a test of days holds; none if it does not."""
    if near.how == "since":
        return _since(near, time)
    return next((_named(one) for one in time.limits if _fits(near, one, time)), ())


def _fits(near: Near, limit: Limit, time: Timing) -> bool:
    if limit.kind != near.of or not limit.raising:
        return False
    if near.how == "limit":
        return limit.by is not None and _within(near, (limit.by - time.today).days)
    if near.how == "running":
        return limit.state == "running" and limit.day_matters
    if not limit.primary_period_passed or not limit.extension_power or not limit.latest_if:
        return False
    return _within(near, (time.today - limit.latest_if).days)


def _within(near: Near, days: int) -> bool:
    return near.first <= days <= near.last


def _named(limit: Limit) -> tuple[Reason, ...]:
    day = limit.by or limit.latest_if
    return (*limit.inputs.items(), (limit.id, day.isoformat() if day else ""))


def _since(near: Near, time: Timing) -> tuple[Reason, ...]:
    """Return the answers if that date may have been so many days ago.

    A whole year may always have been last month: of an act that is no reason to hurry.
    """
    found = time.dates.get(near.of)
    if found is None or (near.of == "when_last" and not found.near):
        return ()
    first, last = found.span.earliest, found.span.latest
    least = (time.today - last).days if last else 0
    most = (time.today - first).days if first else near.last
    return tuple(found.inputs.items()) if least <= near.last and most >= near.first else ()
