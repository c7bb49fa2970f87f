"""deadlines.yaml: what it may hold, the rows made of it, and its faults."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from flows.loading.build import condition_of
from flows.loading.faults import Fault, did_you_mean
from flows.loading.pages import Page
from flows.loading.schema import Strict, Tests
from flows.loading.structure import Whole, test_faults
from flows.model import Flow
from flows.span import Padding
from flows.time_limits import INPUTS, Formula, Kind, Length, TimeLimit

Nation = Literal["england", "wales", "scotland", "ni"]


class LengthPage(Strict):
    """A length of time; a date that she named has none."""

    years: int = Field(default=0, ge=0, le=30)
    months: int = Field(default=0, ge=0, le=36)
    days: int = Field(default=0, ge=0, le=400)


class PaddingPage(Strict):
    """How far an "around" date is widened at each end."""

    day_in_days: int = Field(ge=0, le=60)
    month_in_months: int = Field(ge=0, le=12)
    year_in_months: int = Field(ge=0, le=36)


class LimitPage(Strict):
    """One time limit, one kind of evidence that does not last, or the date she named."""

    id: Annotated[str, Field(pattern=r"^(L|SC|N|E|U)\d{1,2}[a-z]?$")]
    name: str
    kind: Kind = "law"
    jurisdiction: Literal["uk", "gb", "e_w", "scotland", "ni"]
    nations: Annotated[list[Nation], Field(min_length=1)]
    source: str
    input: str
    formula: Formula
    length: LengthPage = Field(default_factory=LengthPage)
    extension: str
    needs: list[Tests] = Field(default_factory=list)
    continuing: bool = False
    alert: bool = True
    day_matters: bool = False
    under_18: str = ""
    leads: bool = False
    confidence: Literal["H", "M", "L"]
    last_checked: date | None
    note: str = ""


class DeadlinesPage(Strict):
    """deadlines.yaml."""

    checked: date
    padding: PaddingPage
    limits: list[LimitPage]


def with_limits(flow: Flow, page: DeadlinesPage) -> Flow:
    """Return `flow` with its time limits and how far "around" dates are widened."""
    by = page.padding
    padding = Padding(by.day_in_days, by.month_in_months, by.year_in_months)
    known = {step.id: [o.id for o in step.options] for step in flow.steps.values()}
    return replace(flow, limits=tuple(_limits(page, known)), padding=padding)


def _limits(page: DeadlinesPage, known: Mapping[str, Iterable[str]]) -> Iterator[TimeLimit]:
    for row in page.limits:
        yield TimeLimit(
            id=row.id,
            name=row.name,
            kind=row.kind,
            jurisdiction=row.jurisdiction,
            nations=frozenset(row.nations),
            source=row.source,
            input=row.input,
            formula=row.formula,
            length=_length(row.length),
            extension=row.extension,
            needs=tuple(condition_of(tests, known) for tests in row.needs),
            continuing=row.continuing,
            alert=row.alert,
            confidence=row.confidence,
            last_checked=f"{row.last_checked or ''}",
            note=row.note,
            day_matters=row.day_matters,
            under_18=row.under_18,
            leads=row.leads,
        )


def _length(page: LengthPage) -> Length:
    return Length(page.years, page.months, page.days)


def limit_faults(whole: Whole, deadlines: DeadlinesPage, page: Page) -> Iterator[Fault]:
    """Yield every fault of `deadlines.yaml` that its shape does not show."""
    times = Counter(row.id for row in deadlines.limits)
    for row in deadlines.limits:
        if times[row.id] > 1:
            yield page.fault(row.line, f'there are two limits called "{row.id}"')
        if row.input not in INPUTS:
            hint = did_you_mean(row.input, INPUTS)
            yield page.fault(row.line, f'no limit counts from "{row.input}"', hint, row.input)
        elif row.input != "none" and not _asks_when(whole, row.input):
            what = f'"{row.id}" counts from "{row.input}", which is no date question'
            yield page.fault(row.line, what, "give that step the kind: date", row.input)
        for what, hint in _of_the_clock(row):
            yield page.fault(row.line, f'"{row.id}" {what}', hint)
        for tests in row.needs:
            line = tests.get("__line__", row.line)
            yield from test_faults(whole, page, line if isinstance(line, int) else 0, tests)


def _asks_when(whole: Whole, name: str) -> bool:
    step = whole.by_id.get(name)
    return name in whole.taken_out or (step is not None and step.kind == "date")


def _of_the_clock(row: LimitPage) -> Iterator[tuple[str, str]]:
    """Yield where formula, input and length do not go together."""
    if (row.formula == "none") != (row.input == "none"):
        yield "has only one of formula and input", "with no limit both are none"
    length = _length(row.length)
    if row.formula == "none" and length != Length():
        yield "has a length, but no limit", "take the length out, or say from what it counts"
    if row.formula != "none" and length == Length() and row.kind != "date":
        yield "has no length", "say how long: {months: 3}"
    if row.leads and row.formula != "none":
        yield "leads, but has a limit", "only what has no limit stands before the others"
    if row.formula == "none" and (row.day_matters or row.under_18):
        yield "has no limit that could end", "take out day_matters and under_18"
