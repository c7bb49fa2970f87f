"""Which queue a report goes to, with the rule and the answers that chose it.

A suggestion that a human confirms. A refusal to say leads somewhere too: the last
rule takes whatever no other rule took.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from flows.condition import Condition
from flows.deadlines import Timing
from flows.draft import Draft, values_of
from flows.model import Flag, Flow, Rule
from flows.nearness import near_reasons

LOWEST = 4
UNTIMED = Timing(date.min)
"""For a report of which no date is known."""


@dataclass(frozen=True, slots=True)
class Because:
    """One answer that set a flag: the step, mark or limit, and its values."""

    step: str
    values: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Route:
    """Where a report goes and why; `priority` is 0 (now) to 4.

    `reasons` are the answers behind each flag, `because` those behind the queue. `names`
    are the plain words for every queue, flag and limit that stands here. `due_week` is a
    Monday, the one date that stands outside the envelope.
    """

    queue: str
    rule: str
    because: tuple[Because, ...]
    tags: tuple[str, ...]
    flags: tuple[str, ...]
    priority: int
    reasons: Mapping[str, tuple[Because, ...]] = field(default_factory=dict, repr=False)
    names: Mapping[str, str] = field(default_factory=dict, repr=False)
    due_week: date | None = None


def route(flow: Flow, draft: Draft, time: Timing = UNTIMED) -> Route:
    """Return the first rule's queue; every other queue whose flag is set stays a tag."""
    raised = {flag.id: reasons for flag in flow.flags if (reasons := _reasons(flag, draft, time))}
    taken = [rule for rule in flow.rules if not rule.flag or rule.flag in raised]
    queues = list(
        dict.fromkeys(_queue(rule, draft) for rule in taken if rule.flag or rule is taken[0])
    )
    return Route(
        queue=queues[0],
        rule=taken[0].id,
        because=raised.get(taken[0].flag, ()),
        tags=tuple(queues[1:]),
        flags=tuple(raised),
        priority=min((f.priority for f in flow.flags if f.id in raised), default=LOWEST),
        reasons=raised,
        names={
            **{flag.id: flag.name for flag in flow.flags if flag.id in raised},
            **{queue: flow.queues[queue] for queue in queues if queue in flow.queues},
        },
        due_week=_due_week((flag for flag in flow.flags if flag.id in raised), time),
    )


def _queue(rule: Rule, draft: Draft) -> str:
    return draft.marks.get("first_queue", rule.queue) if rule.of_first else rule.queue


def _reasons(flag: Flag, draft: Draft, time: Timing) -> tuple[Because, ...]:
    """Return what sets a flag: its dates before its answers, which say less."""
    return next(_told(flag, draft, time), ())


def _told(flag: Flag, draft: Draft, time: Timing) -> Iterator[tuple[Because, ...]]:
    for near in flag.near:
        if near.when(draft) and (found := near_reasons(near, time)):
            answered = _answered(near.when, draft)
            yield (*answered, *(Because(name, (value,)) for name, value in found))
    for condition in flag.when:
        if condition(draft):
            yield _answered(condition, draft)


def _answered(condition: Condition, draft: Draft) -> tuple[Because, ...]:
    return tuple(
        Because(name, tuple(v for v in values_of(draft, name) if v in wanted))
        for name, wanted in condition.tests
    )


def _due_week(raised: Iterable[Flag], time: Timing) -> date | None:
    """Return the Monday by which someone looks: of a limit, or of this week for a flag."""
    weeks = [time.this_week] if any(flag.this_week for flag in raised) else []
    return min([*weeks, *([time.due_week] if time.due_week else [])], default=None)


def as_json(found: Route) -> Mapping[str, object]:
    """Return the route as it stands in the summary."""
    return {
        "queue": found.queue,
        "rule": found.rule,
        "because": [_because(one) for one in found.because],
        "tags": list(found.tags),
    }


def reasons_as_json(found: Route) -> Mapping[str, object]:
    """Return the answers behind each flag, as they stand in the summary."""
    return {flag: [_because(one) for one in why] for flag, why in found.reasons.items()}


def _because(one: Because) -> Mapping[str, object]:
    return {"step": one.step, "values": list(one.values)}
