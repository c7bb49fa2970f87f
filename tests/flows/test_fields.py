"""Every field that the legal team needs has its place; the table is `tests.flows.fields`."""

import json
from collections.abc import Iterator, Mapping
from typing import get_args

import pytest

from flows.buttons import rows
from flows.commands.charting import DOCS
from flows.draft import State
from flows.model import Flow, Step
from flows.screen import Button
from tests.flows.fields import FIELDS, Values
from tests.stories.telling import shipped

FLOW = shipped().flow
NUMBERED = 41


def missing(flow: Flow, fields: Mapping[str, Values]) -> Iterator[str]:
    """Yield `field: value` for each value that has no place."""
    schema = json.loads((DOCS / "envelope-v1.schema.json").read_text(encoding="utf-8"))
    places = {
        "summary": set(schema["properties"]),
        "state": set(get_args(State)),
        "flag": {flag.id for flag in flow.flags},
        "consent": {step.purpose for step in flow.steps.values() if step.purpose},
    }
    for field, values in fields.items():
        for value, place in values.items():
            name, _, of = place.partition(".")
            step = flow.steps.get(name)
            known = places.get(name) or (names_of(step, flow) if step else set())
            if (of or "words") not in known:
                yield f"{field}: {value} has no place at {place}"


def names_of(step: Step, flow: Flow) -> set[str]:
    """Return what a step can be answered with; "words" where it takes a person's own."""
    found = {option.id for option in step.options}
    found |= set(flow.bodies) if step.kind == "lookup" else set()
    return found | ({"words"} if step.takes_text else set())


def test_every_field_has_its_place() -> None:
    """Each of the 41 fields, and each value listed for it, stands in the flow or the summary."""
    assert list(missing(FLOW, FIELDS)) == []
    # Row 15 is three lines of the table, and what is known of the person is a line of its own.
    assert len(FIELDS) == NUMBERED + 3


@pytest.mark.parametrize(
    ("field", "value", "place"),
    [
        ("duty_status", "gone", "duty.gone"),
        ("own_words", "", "duty"),
        ("consents", "newsletter", "consent.newsletter"),
        ("flags", "gone", "flag.gone"),
        ("nothing", "", "no_such_step"),
    ],
)
def test_a_value_without_a_place_is_found(field: str, value: str, place: str) -> None:
    """A value that no option, summary key, consent or mark stands for is named."""
    assert list(missing(FLOW, {field: {value: place}})) == [
        f"{field}: {value} has no place at {place}"
    ]


RECALLED = (
    "when_first", "when_last", "outcome_letter_date", "upcoming_when", "role", "duty", "context",
    "context_other", "reported_to", "complaint_status", "hearing_kind", "outcome",
    "outcome_after", "police_refs", "people_involved", "service_status_now", "evidence_types",
    "treatment", "effects", "discrimination", "others_affected", "officer", "officer_station",
    "officer_vehicle", "officer_look", "criminal_stage", "upcoming_what",
)  # fmt: skip


@pytest.mark.parametrize("name", RECALLED)
@pytest.mark.holds("T29")
def test_not_knowing_can_be_said(name: str) -> None:
    """Where something is to be remembered, not knowing it is an answer of its own."""
    assert "dont_know" in {option.state for option in FLOW.steps[name].options}


def test_no_card_is_a_wall_of_buttons() -> None:
    """The cards of block 5 have ten rows of options at most, in either form."""
    for step in FLOW.steps.values():
        if not step.block.startswith("more"):
            continue
        sign = "+" if step.kind == "choices" else ""
        for labels in ([o.label for o in step.options], [o.them or o.label for o in step.options]):
            shown = [
                Button(sign + o.id, label) for o, label in zip(step.options, labels, strict=True)
            ]
            assert len(list(rows(shown))) <= 10, step.id
