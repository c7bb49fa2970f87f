"""Faults of date questions: options without a meaning, texts that their cards need."""

from collections.abc import Iterator, Mapping

from flows.date_cards import QUESTIONS, TEXTS
from flows.date_words import NAMED_DAYS, NAMED_MONTHS, SEASONS
from flows.dates import AHEAD, NO_DATE, PAST
from flows.loading import schema
from flows.loading.faults import Fault, did_you_mean
from flows.loading.pages import Page
from flows.loading.structure import Whole, inserts_in

YEARLY = (*NAMED_MONTHS, *SEASONS.values(), "winter_early", "winter_late", "date_decade")
HOLDS: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(YEARLY, frozenset({"year"})),
    **dict.fromkeys(NAMED_DAYS, frozenset({"day", "year"})),
    "date_span": frozenset({"first", "last"}),
    "date_either": frozenset({"first", "last"}),
    "date_until": frozenset({"last"}),
    "date_since": frozenset({"first"}),
    "date_about": frozenset({"date"}),
    QUESTIONS["days"]: frozenset({"date"}),
}
"""What each of these texts has to say, between braces; the others hold nothing."""


def date_faults(whole: Whole, texts: Mapping[str, str], page: Page) -> Iterator[Fault]:
    """Yield the faults of every date question, and of the texts that all of them share."""
    asked = False
    for own, step in whole.steps():
        if step.kind == "date":
            asked = True
            yield from _options(own, step)
        elif step.ahead:
            yield own.fault(step.line, f'"{step.id}" is no date, so it cannot be ahead')
    if asked:
        yield from _texts(texts, page)


def _options(page: Page, step: schema.StepPage) -> Iterator[Fault]:
    meanings = AHEAD if step.ahead else PAST
    for option in step.options:
        if option.state == "answered" and option.id not in {*meanings, *NO_DATE}:
            what = f'a date question cannot tell which days "{option.id}" means'
            yield page.fault(option.line, what, did_you_mean(option.id, meanings), option.id)
    if not step.limit:
        what = f'"{step.id}" takes typed words: give it a limit'
        yield page.fault(step.line, what, "for example: limit: 120")


def _texts(texts: Mapping[str, str], page: Page) -> Iterator[Fault]:
    for name in sorted(TEXTS):
        if name not in texts:
            yield page.fault(1, f'the cards of a date question need the text "{name}"')
            continue
        wanted, held = HOLDS.get(name, frozenset()), set(inserts_in(texts[name]))
        if held != wanted:
            names = ", ".join(f"{{{one}}}" for one in sorted(wanted)) or "nothing between braces"
            found = (
                n for n, line in enumerate(page.lines, 1) if line.strip().startswith(f"{name}:")
            )
            yield page.fault(next(found, 1), f'the text "{name}" has to hold {names}')
