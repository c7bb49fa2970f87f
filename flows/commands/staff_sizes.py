"""The longest that rules and time limits can add to a summary: all of them at once."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date

from flows.condition import Condition
from flows.limit import Limit, as_json
from flows.model import Flag, Flow
from flows.time_limits import TimeLimit

DAY = date(2026, 12, 31)
LONGEST_DATE = "2026-12-01~/2026-12-31~ (about)"


ACTS = ("when_first", "when_last", "ongoing")


def longest_for_staff(flow: Flow, asked: Collection[str]) -> dict[str, object]:
    """Return every flag raised and every limit computed, each in its longest form.

    Only those that a report can have in which the questions `asked` were asked: a letter's
    day, for example, is told in an addition, where no more is told of the acts.
    """
    queues = {rule.queue for rule in flow.rules}
    flags = [flag for flag in flow.flags if _reasons(flow, flag, asked)]
    rows = [row for row in flow.limits if _clocks(row, asked) or row.formula == "none"]
    return {
        "flags": [flag.id for flag in flags],
        "reasons": {
            flag.id: max(_reasons(flow, flag, asked), key=lambda why: len(str(why)))
            for flag in flags
        },
        "names": {
            **{flag.id: flag.name for flag in flags},
            **{queue: flow.queues[queue] for queue in queues if queue in flow.queues},
        },
        "deadlines": [_longest_limit(flow, row, asked) for row in rows],
    }


def _clocks(row: TimeLimit, asked: Collection[str]) -> tuple[str, ...]:
    """Return the questions of such a report that a row can be counted from."""
    return tuple(name for name in (ACTS if row.input in ACTS else (row.input,)) if name in asked)


def _longest_limit(flow: Flow, row: TimeLimit, asked: Collection[str]) -> Mapping[str, object]:
    inputs = {name: LONGEST_DATE if name != "ongoing" else "once" for name in _clocks(row, asked)}
    day = DAY if inputs else None
    counted = Limit(
        row.id, row.name, row.kind, "running", inputs, day, day, day, extension_power=row.extension,
        text_version=flow.version, source=row.source, note=row.note,
    )  # fmt: skip
    child = replace(
        counted, state="depends", inputs={"was_minor": "part", **inputs}, soonest=None,
        latest_if=None, alert=None, ask=row.under_18,
    )  # fmt: skip
    made = [as_json(counted), *([as_json(child)] if row.under_18 else [])]
    return max(made, key=lambda one: len(str(one)))


Reason = list[Mapping[str, object]]


def _reasons(flow: Flow, flag: Flag, asked: Collection[str]) -> list[Reason]:
    """Return what can set a flag in such a report: its answers, or limits with theirs."""
    told = [_of_answers(flow, one) for one in flag.when if _can_hold(flow, one, asked)]
    dated = [
        {"step": name, "values": [LONGEST_DATE]} for name in ("when_first", "when_last", "L14b")
    ]
    near = [one for one in flag.near if _can_hold(flow, one.when, asked)]
    return told + [
        [*_of_answers(flow, one.when), *dated]
        for one in near
        if one.how != "since" or one.of in asked or one.of in ACTS
    ]


def _can_hold(flow: Flow, condition: Condition, asked: Collection[str]) -> bool:
    """Tell whether answers can meet a condition where only `asked` was asked; marks always."""
    return all(
        name in asked or name not in flow.steps or "not_asked" in values
        for name, values in condition.tests
    )


def _of_answers(flow: Flow, condition: Condition) -> list[Mapping[str, object]]:
    reasons: list[Mapping[str, object]] = []
    for name, values in condition.tests:
        step = flow.steps.get(name)
        several = step is not None and step.kind == "choices"
        longest = sorted(values) if several else [max(values, key=len)]
        reasons.append({"step": name, "values": longest})
    return reasons
