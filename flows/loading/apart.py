"""Faults of what is only counted: it is tapped, and nothing that is sent may hang on it."""

from collections.abc import Iterable, Iterator

from flows.apart import kept_apart
from flows.loading import schema
from flows.loading.faults import Fault
from flows.loading.pages import Page
from flows.loading.structure import Whole, ways_of

TAPPED = frozenset({"choice", "consent", "notice", "end"})


def apart_faults(whole: Whole, routing: schema.RoutingPage, page: Page) -> Iterator[Fault]:
    """Yield the `about_` steps that take words, and whatever else asks about their answers."""
    for own, step in whole.steps():
        if kept_apart(step.id):
            if step.kind not in TAPPED or step.typed or step.conflict:
                what = f'"{step.id}" is only counted, so it can only be tapped'
                yield own.fault(step.line, what, "make it a choice, with no words of her own")
            continue
        tests = [step.when, step.text_when, *(way.if_ for way in ways_of(step))]
        tests += [option.when for option in step.options]
        yield from _asking(own, step.line, tests)
    for flag in routing.flags:
        yield from _asking(page, flag.line, flag.when)


def _asking(page: Page, line: int, tests: Iterable[schema.Tests]) -> Iterator[Fault]:
    for name in (name for test in tests for name in test if kept_apart(name)):
        what = f'"{name}" is only counted: nothing else may depend on it'
        yield page.fault(line, what, word=name)
