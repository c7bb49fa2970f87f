"""Which queue a report goes to, with the rule and the answers that chose it.

A suggestion that a human confirms. A refusal to say leads somewhere too: the last
rule takes whatever no other rule took.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from flows.condition import Condition
from flows.draft import Draft, values_of
from flows.model import Flow

LOWEST = 4


@dataclass(frozen=True, slots=True)
class Because:
    """One answer that set a flag: the step or mark, and its values."""

    step: str
    values: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Route:
    """Where a report goes and why; `priority` is 0 (now) to 4."""

    queue: str
    rule: str
    because: tuple[Because, ...]
    tags: tuple[str, ...]
    flags: tuple[str, ...]
    priority: int


def route(flow: Flow, draft: Draft) -> Route:
    """Return the first rule's queue; every other queue whose flag is set stays a tag."""
    raised = {f.id: c for f in flow.flags for c in f.when[::-1] if c(draft)}
    taken = [rule for rule in flow.rules if not rule.flag or rule.flag in raised]
    first = taken[0]
    chosen = raised.get(first.flag)
    priority = min((f.priority for f in flow.flags if f.id in raised), default=LOWEST)
    return Route(
        queue=first.queue,
        rule=first.id,
        because=_reasons(draft, chosen) if chosen else (),
        tags=tuple(rule.queue for rule in taken[1:] if rule.flag),
        flags=tuple(raised),
        priority=priority,
    )


def _reasons(draft: Draft, condition: Condition) -> tuple[Because, ...]:
    return tuple(Because(name, values_of(draft, name)) for name, _ in condition.tests)


def as_json(found: Route) -> Mapping[str, object]:
    """Return the route as it stands in the summary."""
    return {
        "queue": found.queue,
        "rule": found.rule,
        "because": [{"step": b.step, "values": list(b.values)} for b in found.because],
        "tags": list(found.tags),
    }
