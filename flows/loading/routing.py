"""Faults of the routing rules: unknown flags, flags nobody uses, a rule after the last."""

from collections.abc import Iterator

from flows.loading import schema
from flows.loading.faults import Fault, did_you_mean
from flows.loading.pages import Page
from flows.loading.structure import Whole, test_faults


def routing_faults(whole: Whole, routing: schema.RoutingPage, page: Page) -> Iterator[Fault]:
    """Yield every fault of `routing.yaml` that the questions show."""
    flags = {flag.id for flag in routing.flags}
    for flag in routing.flags:
        for tests in flag.when:
            line = tests.get("__line__", flag.line)
            yield from test_faults(whole, page, line if isinstance(line, int) else 0, tests)
    for rule in routing.rules:
        if rule.flag and rule.flag not in flags:
            yield page.fault(
                rule.line, f'there is no flag "{rule.flag}"', did_you_mean(rule.flag, flags)
            )
    for rule in routing.rules[:-1]:
        if not rule.flag:
            yield page.fault(rule.line, "a rule without a flag takes all: it has to be the last")
    if routing.rules and routing.rules[-1].flag:
        hint = "the last rule takes whatever no other rule took: leave its flag out"
        yield page.fault(routing.rules[-1].line, "some reports would have no queue", hint)
