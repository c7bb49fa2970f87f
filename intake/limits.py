"""The time limits of a report, as staff read them: what was counted, from which answer, to when."""

from collections.abc import Iterator

from intake.entries import Entry, named
from intake.summary import Deadline, Summary

TITLE = "Time limits: not advice, check each one"
NONE = "No date to count from was given. That does not mean that there is no limit."


def limit_entries(summary: Summary) -> Iterator[Entry]:
    """Yield an entry for each limit, the first to act on first."""
    dated = [one for one in summary.deadlines if one.state != "none"]
    if not dated:
        yield Entry("", (NONE,), quiet=True)
    for one in (*dated, *(one for one in summary.deadlines if one.state == "none")):
        yield Entry(f"{one.rule}  {one.name}", tuple(_lines(one)))


def _lines(one: Deadline) -> Iterator[str]:
    if one.state == "none":
        yield "No limit is counted. Check."
        return
    if one.alert:
        yield f"Act by {one.alert}. Check."
    elif one.primary_period_passed:
        yield "The primary period has passed. Check."
    else:
        yield "Its last day is open. Check."
    yield f"Soonest {one.soonest or 'not known'}, latest {one.latest_if or 'not known'}"
    yield "From " + ", ".join(f"{named(step)}: {day}" for step, day in one.inputs.items())
    if one.continuing_act_argument:
        yield "A continuing act may be argued."
    if one.extension_power:
        yield f"May be extended: {one.extension_power}"
    elif one.primary_period_passed:
        yield "No power to extend was found."
    yield f"Rule of version {one.text_version}"
