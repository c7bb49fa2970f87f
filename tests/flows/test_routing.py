"""Which queue a report goes to: every queue is reached, in CONVERSATION's order."""

import pytest

from flows.draft import Answer, Draft
from flows.routing import as_json, route
from tests.stories.telling import shipped

FLOW = shipped().flow
# In order: what alone reaches each queue. Marks stand after a colon.
REACHED = (
    ("Q10_MINOR_NOW", "minor-now", "age", "under_18"),
    ("Q15_OUT_OF_SCOPE", "out-of-scope", ":body_kind", "outside"),
    ("Q0_SAFETY", "safety", "in_contact", "close"),
    ("Q1_DEADLINE", "deadline", "letter", "date"),
    ("Q2_LIVE_CRIMINAL", "live-criminal", "linked", "both"),
    ("Q14_HAS_SOLICITOR", "has-solicitor", "solicitor", "claim"),
    ("Q13_WITNESS_OR_OTHER", "witness", "relation", "witness"),
    ("Q9_PPDA", "partner", "conduct", "partner_abuse"),
    ("Q8_WORKPLACE", "workplace", "police_work", "then"),
    ("Q11_WAS_MINOR", "was-minor", "was_minor", "part"),
    ("Q4_OUTCOME_CHALLENGE", "outcome-challenge", "letter", "older_decision"),
    ("Q12_RESPONSE_FAILURE", "response-failure", "conduct", "response_failure"),
    ("Q6_SCOTLAND", "scotland", ":body_nation", "scotland"),
    ("Q7_NI", "northern-ireland", "nation", "ni"),
    ("Q3_MET_CORE", "met-core", ":body_kind", "met"),
)
LAST = "Q5_OTHER_FORCE_EW"


def draft_of(*given: tuple[str, str]) -> Draft:
    """Return a draft with these answers and marks."""
    answers = {n: Answer("answered", (v,)) for n, v in given if not n.startswith(":")}
    marks = {n[1:]: v for n, v in given if n.startswith(":")}
    return Draft(FLOW.version, stage="held", answers=answers, marks=marks)


@pytest.mark.parametrize(("queue", "rule", "name", "value"), REACHED)
def test_each_queue(queue: str, rule: str, name: str, value: str) -> None:
    """One answer reaches the queue, and the route names the rule and that answer."""
    found = route(FLOW, draft_of((name, value)))
    assert (found.queue, found.rule) == (queue, rule)
    assert [(b.step, b.values) for b in found.because] == [(name.lstrip(":"), (value,))]
    assert queue not in found.tags


def test_order() -> None:
    """The rules stand in the order decided; of two that fit, the first names the queue."""
    order = [queue for queue, *_ in REACHED]
    assert [rule.queue for rule in FLOW.rules] == [*order, LAST]
    for place, (queue, _, name, value) in enumerate(REACHED):
        for other, _, name_2, value_2 in REACHED[place + 1 :]:
            if name != name_2:
                found = route(FLOW, draft_of((name, value), (name_2, value_2)))
                assert (found.queue, other in found.tags) == (queue, True)


def test_a_refusal_to_say_leads_somewhere() -> None:
    """A report with no answer at all goes to the last queue, at the lowest priority."""
    found = route(FLOW, draft_of())
    assert (found.queue, found.rule, found.because, found.priority) == (LAST, "other-force", (), 4)
    assert as_json(found)["tags"] == []


@pytest.mark.parametrize(
    ("value", "flag"),
    [
        ("close", "partner_in_police"),
        ("partner", "partner_in_police"),
        ("related", "partner_in_police"),
        ("colleague", "still_in_contact"),
    ],
)
def test_contact(value: str, flag: str) -> None:
    """Partners and relatives are marked so; a colleague is someone she still meets."""
    found = route(FLOW, draft_of(("in_contact", value)))
    assert flag in found.flags
    assert ("partner_in_contact" in found.flags) == (value == "close")


def test_no_answer_in_a_repr() -> None:
    """A route in a log shows which step, never the answer."""
    assert "partner_abuse" not in repr(route(FLOW, draft_of(("conduct", "partner_abuse"))))
