"""What a date question's options mean, and the dates of a report, in EDTF (ISO 8601-2).

Only what was tapped or confirmed is a date. Words stay words.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from flows.draft import Answer, Draft
from flows.model import Flow
from flows.span import Calendar, last_of_month, months_after

RECENT = timedelta(days=10)
A_WEEK = timedelta(days=7)

PAST: Mapping[str, Callable[[date], str]] = {
    "last_10_days": lambda day: f"{day - RECENT}/{day}",
    "y0": lambda day: f"{day.year}",
    "y1": lambda day: f"{day.year - 1}",
    "y2_4": lambda day: f"{day.year - 4}/{day.year - 2}",
    "y5_9": lambda day: f"{day.year - 9}/{day.year - 5}",
    "older": lambda day: f"../{day.year - 10}",
    "last_month": lambda day: f"{months_after(day, -1)}/{day}",
    "earlier": lambda day: f"../{day.year - 2}",
}
AHEAD: Mapping[str, Callable[[date], str]] = {
    # Said on a Sunday or on the 30th, both reach into the days that follow.
    "this_week": lambda day: f"{day}/{day + A_WEEK}",
    "this_month": lambda day: f"{day}/{max(last_of_month(day), day + A_WEEK)}",
    "next_month": lambda day: f"{months_after(day, 1):%Y-%m}",
    "later": lambda day: f"{months_after(day, 2):%Y-%m}/..",
}
MEANINGS = {**PAST, **AHEAD}
"""What each option of a date question means on the day on which it is tapped."""

NO_DATE = frozenset({"once", "no_letter"})
"""Answers to a date question that say no date: it happened once, there is no letter."""


def meant(option: str, today: date) -> str:
    """Return the EDTF of an option tapped on `today`; "" if it says no date."""
    meaning = MEANINGS.get(option)
    return meaning(today) if meaning else ""


def date_of(draft: Draft, step: str, today: date) -> str:
    """Return the EDTF of an answer, "" if there is none.

    An answer of an earlier version of the questions has only its option: the years on its
    buttons were those of the day on which the draft began.
    """
    answer = draft.answers.get(step)
    if answer is None or not answer.values:
        return ""
    began = date.fromisoformat(draft.created) if draft.created else today
    return answer.date or meant(answer.values[0], began)


def still_going(draft: Draft, step: str, edtf: str) -> str:
    """Return the start of what still happens as an open range (FACTS 2.6): `2019/..`."""
    ongoing = draft.answers.get("ongoing")
    if step != "when_first" or not edtf or ongoing is None or ongoing.values != ("yes",):
        return edtf
    return f"{edtf.strip('[]').split(',')[0].split('/')[0]}/.."


def dates(flow: Flow, draft: Draft, today: date, calendar: Calendar) -> dict[str, object]:
    """Return every date that was given, with its bounds and in her own words, for staff."""
    return {
        step.id: _dated(still_going(draft, step.id, edtf), draft.answers[step.id], calendar)
        for step in flow.steps.values()
        if step.kind == "date" and (edtf := date_of(draft, step.id, today))
    }


def _dated(edtf: str, answer: Answer, calendar: Calendar) -> dict[str, object]:
    span = calendar.bounds(edtf)
    return {
        "edtf": edtf,
        "about": answer.about,
        "earliest": span.earliest and span.earliest.isoformat(),
        "latest": span.latest and span.latest.isoformat(),
        "text": answer.text or ", ".join(answer.labels),
    }
