"""The longest that rules and time limits can add to a summary: all of them at once."""

from collections.abc import Mapping
from datetime import date

from flows import deadlines
from flows.condition import Condition
from flows.deadlines import Limit
from flows.model import Flag, Flow
from flows.time_limits import TimeLimit

DAY = date(2026, 12, 31)
LONGEST_DATE = "2026-12-01~/2026-12-31~ (about)"


def longest_for_staff(flow: Flow) -> dict[str, object]:
    """Return every flag raised and every limit computed, each in its longest form."""
    queues = {rule.queue for rule in flow.rules}
    return {
        "flags": [flag.id for flag in flow.flags],
        "reasons": {flag.id: _longest_reason(flow, flag) for flag in flow.flags},
        "names": {
            **{flag.id: flag.name for flag in flow.flags},
            **{queue: flow.queues[queue] for queue in queues if queue in flow.queues},
        },
        "deadlines": [_longest_limit(flow, row) for row in flow.limits],
    }


def _longest_limit(flow: Flow, row: TimeLimit) -> Mapping[str, object]:
    dated = row.formula != "none"
    acts = {"when_first": LONGEST_DATE, "when_last": LONGEST_DATE}
    inputs = acts if row.input.startswith("when") else {row.input: LONGEST_DATE}
    day = DAY if dated else None
    return deadlines.as_json(
        Limit(
            row.id, row.name, row.kind, "passed", inputs if dated else {}, day, day, day,
            extension_power=row.extension, text_version=flow.version,
        )
    )  # fmt: skip


def _longest_reason(flow: Flow, flag: Flag) -> list[Mapping[str, object]]:
    """Return the reason of one flag that takes most room: of its answers, or of a limit."""
    told = [_of_answers(flow, condition) for condition in flag.when]
    if flag.near:
        names = ("when_first", "when_last", "L14b")
        told.append([{"step": name, "values": [LONGEST_DATE]} for name in names])
    return max(told, key=lambda reason: len(str(reason)), default=[])


def _of_answers(flow: Flow, condition: Condition) -> list[Mapping[str, object]]:
    reasons: list[Mapping[str, object]] = []
    for name, values in condition.tests:
        step = flow.steps.get(name)
        several = step is not None and step.kind == "choices"
        longest = sorted(values) if several else [max(values, key=len)]
        reasons.append({"step": name, "values": longest})
    return reasons
