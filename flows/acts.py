"""Between which days a report's acts, its letter and its coming date lie. Staff only."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from flows.dates import date_of
from flows.draft import Draft, values_of
from flows.model import Flow
from flows.span import Calendar, Span, padded

PAST = ("when_first", "when_last", "outcome_letter_date")
COMING = "upcoming_when"
NEAR = timedelta(days=92)
"""As wide as a season: a wider range says nothing about this month."""


@dataclass(frozen=True, slots=True)
class Dated:
    """When something was, or will be, and the answers that say so.

    `course` says that there was more than one act, or that it goes on. `acts` are the
    spans of the first and the last, each by itself; of a single date its own.
    """

    span: Span
    inputs: Mapping[str, str] = field(repr=False)
    course: bool = False
    acts: tuple[Span, ...] = ()

    @property
    def near(self) -> bool:
        """Whether it is known to within a season."""
        first, last = self.span.earliest, self.span.latest
        return first is not None and last is not None and last - first <= NEAR


def dated(flow: Flow, draft: Draft, today: date, calendar: Calendar) -> Mapping[str, Dated]:
    """Return what is known under each input of a time limit; what is not known is left out.

    `when_first` reaches from the first act to the last, `when_last` is the last alone.
    Whatever happened once has its last act on the day of its first.
    """
    known = dict(_answers(flow, draft, today, calendar))
    if once := _once(draft):
        known.pop("when_last", None)
        if first := known.get("when_first"):
            known["when_first"] = replace(first, inputs={**first.inputs, once: "once"})
    going = values_of(draft, "ongoing") == ("yes",)
    first, last = known.get("when_first"), known.get("when_last")
    if going:
        # What still happens has happened until today, as far as anyone can know.
        now = Span(today, today)
        last = Dated(now, {"ongoing": "yes"}, acts=(now,))
    if last is None:
        return {**known, "when_last": first} if first else known
    first = _course(first, last) if first else replace(last, span=Span(None, last.span.latest))
    return {**known, "when_first": first, "when_last": last}


def _once(draft: Draft) -> str:
    """Return the question under which it was said that it happened once, "" if it was not."""
    asked = ("ongoing", "when_last")
    return next((name for name in asked if values_of(draft, name) == ("once",)), "")


def _answers(
    flow: Flow, draft: Draft, today: date, calendar: Calendar
) -> Iterator[tuple[str, Dated]]:
    for step in (*PAST, COMING):
        said = date_of(draft, step, today)
        if not said:
            continue
        about = draft.answers[step].about
        try:
            span = padded(calendar.bounds(said), said, about=about, by=flow.padding)
        except ValueError:
            # A date that nobody can read must not keep a report from being sent.
            continue
        value = f"{said} (about)" if about else said
        span = _until(span, today) if step in PAST else span
        yield step, Dated(span, {step: value}, acts=(span,))


def _until(span: Span, today: date) -> Span:
    """Return the part that is past: nothing reported has happened after today."""
    first = min(span.earliest, today) if span.earliest else None
    return Span(first, min(span.latest, today) if span.latest else today)


def _course(first: Dated, last: Dated) -> Dated:
    """Return the time from the first act to the last, whichever way round they were told."""
    starts, ends = (first.span.earliest, last.span.earliest), (first.span.latest, last.span.latest)
    begins = min(day for day in starts if day) if all(starts) else None
    end = max(day for day in ends if day)
    course = last.span.latest != first.span.latest or "ongoing" in last.inputs
    inputs = {**first.inputs, **last.inputs}
    return Dated(Span(begins, end), inputs, course, (*first.acts, *last.acts))
