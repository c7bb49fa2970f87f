"""The time limits of a report, as staff read them: what was counted, from which answer, to when."""

from collections.abc import Iterator

from intake.entries import Entry, named
from intake.summary import Deadline, Summary

TITLE = "Time limits: not advice, check each one"
NONE = "No date to count from was given. That does not mean that there is no limit."
LAST_ACT = "The last act was not asked or not told. A later act has its own time."
_INPUTS = {"when_first": "first time", "when_last": "last time", "ongoing": "still happening"}
"""What a limit is counted from, where the answer's own name says little."""
EVIDENCE = "E"
"""The ids of what does not last begin so: of it, nobody is told that time does not matter."""


def limit_entries(summary: Summary) -> Iterator[Entry]:
    """Yield an entry for each limit, in the order in which the report holds them."""
    if all(one.state in {"none", "depends"} for one in summary.deadlines):
        yield Entry("", (NONE,), quiet=True)
    for one in summary.deadlines:
        yield Entry(f"{one.rule}  {one.name}", tuple(_lines(one)))


def _lines(one: Deadline) -> Iterator[str]:
    if one.state == "none":
        no_limit = () if one.rule.startswith(EVIDENCE) else ("There is no time limit.",)
        yield " ".join((*no_limit, one.note or "Check."))
    else:
        yield _standing(one)
        if one.state != "depends":
            yield from _counted(one)
        if one.note:
            yield one.note
    if one.source:
        yield f"Source: {one.source}"
    if one.state != "none":
        yield f"Rule of version {one.text_version}"


def _standing(one: Deadline) -> str:
    """Return the sentence that says what to do about a limit now."""
    if one.state == "depends":
        return one.ask or "Counted from a birthday. Ask the date of birth."
    if one.state == "running":
        until = one.latest_if or "a day not known"
        return f"May have ended already, or may end on any day until {until}. Ask the day first."
    if one.alert:
        return f"Act by {one.alert}. Check."
    if one.primary_period_passed:
        return "The primary period has passed. Check."
    return "Its last day is open. Check."


def _counted(one: Deadline) -> Iterator[str]:
    yield f"Soonest {one.soonest or 'not known'}, latest {one.latest_if or 'not known'}"
    inputs = (f"{_INPUTS.get(step) or named(step)}: {day}" for step, day in one.inputs.items())
    yield "Counted from " + ", ".join(inputs)
    if "when_first" in one.inputs and not {"when_last", "ongoing"} & set(one.inputs):
        yield LAST_ACT
    if one.continuing_act_argument:
        yield "A continuing act may be argued."
    if one.extension_power:
        yield f"May be extended: {one.extension_power}"
    elif one.primary_period_passed:
        yield "No power to extend was found."
