"""Faults of the routing rules: unknown flags, queues without a name, rules that never win."""

from collections.abc import Iterator

from flows.loading import schema
from flows.loading.faults import Fault, did_you_mean
from flows.loading.pages import Page
from flows.loading.structure import Whole, test_faults
from flows.loading.winning import Conditions
from flows.model import Flow
from flows.time_limits import INPUTS

KINDS = ("law", "evidence", "date")


def routing_faults(whole: Whole, routing: schema.RoutingPage, page: Page) -> Iterator[Fault]:
    """Yield every fault of `routing.yaml` that the questions show."""
    flags = {flag.id for flag in routing.flags}
    for flag in routing.flags:
        for tests in flag.when:
            line = tests.get("__line__", flag.line)
            yield from test_faults(whole, page, line if isinstance(line, int) else 0, tests)
        for days in flag.days:
            yield from _of_days(page, days)
            line = days.tests.get("__line__", days.line)
            yield from test_faults(whole, page, line if isinstance(line, int) else 0, days.tests)
    yield from _of_queues(page, routing)
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


def _of_days(page: Page, days: schema.DaysPage) -> Iterator[Fault]:
    """Yield what is wrong with one test of days."""
    named = {
        "limit": days.limit, "passed": days.passed, "running": days.running, "since": days.since,
    }  # fmt: skip
    given = {name: of for name, of in named.items() if of}
    if len(given) != 1:
        yield page.fault(days.line, "a test of days names one of limit, passed, running and since")
    if not days.running and not {"first", "last"} <= days.model_fields_set:
        yield page.fault(days.line, "a test of days says from and to: {from: 0, to: 28}")
    if days.first > days.last:
        yield page.fault(days.line, f"no number of days is from {days.first} to {days.last}")
    for name, of in given.items():
        known = INPUTS[:-1] if name == "since" else KINDS
        if of not in known:
            hint = did_you_mean(of, known)
            yield page.fault(days.line, f'no days are counted for "{of}"', hint, of)


def _of_queues(page: Page, routing: schema.RoutingPage) -> Iterator[Fault]:
    """Yield the queues without plain words, and the words of no queue."""
    named = {name for name, words in routing.queues.items() if isinstance(words, str)}
    used = {rule.queue for rule in routing.rules}
    for rule in routing.rules:
        if rule.queue not in named:
            hint = did_you_mean(rule.queue, named)
            what = f'queue "{rule.queue}" has no name under queues'
            yield page.fault(rule.line, what, hint, rule.queue)
    for name in sorted(named - used):
        hint = did_you_mean(name, used)
        yield page.fault(1, f'no rule leads to queue "{name}"', hint, name)


def winning_faults(flow: Flow, routing: schema.RoutingPage, page: Page) -> Iterator[Fault]:
    """Yield the flags that nothing sets and the rules that never name the queue.

    Only a flow that is otherwise sound is judged: a misspelt value is a fault of its own.
    """
    of_flags = {flag.id: flag.line for flag in routing.flags}
    of_rules = {rule.id: rule.line for rule in routing.rules}
    conditions = Conditions(flow)
    never = {flag.id for flag in conditions.never_set()}
    for name in never:
        yield page.fault(of_flags[name], f'no answer and no date ever sets flag "{name}"')
    for rule, before in conditions.never_won():
        if rule.flag in never:
            continue
        whom = " and ".join(f'"{one.id}"' for one in before) or "those before it together"
        what = f'rule "{rule.id}" can never win: whatever sets its flag is taken by {whom}'
        yield page.fault(of_rules[rule.id], what, "move it up, or take it out")
