"""Which queue a report goes to: every queue is reached, in CONVERSATION's order."""

from dataclasses import replace

import pytest

from flows.draft import Answer, Draft
from flows.routing import as_json, route
from tests.stories.telling import shipped

FLOW = shipped().flow
DECIDED = (10, 15, 0, 1, 2, 14, 13, 9, 8, 11, 4, 12, 6, 7, 3, 5)
"""CONVERSATION.md's order of the queues."""
# In order: what alone reaches each queue. Marks stand after a colon.
REACHED = (
    ("Q10_MINOR_NOW", "minor-now", "age", "under_18"),
    ("Q15_OUT_OF_SCOPE", "out-of-scope", ":body_kind", "outside"),
    ("Q0_SAFETY", "danger", "safe", "no"),
    ("Q0_SAFETY", "child-risk", "other_minor_now", "not_sure"),
    ("Q0_SAFETY", "safety", "in_contact", "close"),
    ("Q1_DEADLINE", "deadline", "letter", "date"),
    ("Q16_ADDITION", "adds-to-report", ":adding", "yes"),
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
NAMED_IN_FACTS = (
    "child_risk", "crisis_words", "immediate_danger", "ppda", "ongoing_contact", "live_criminal",
    "deadline_soon", "officer_or_staff", "ni_s5_review", "live_or_unclear", "day_matters",
    "birth_date_needed", "maybe_minor",
)  # fmt: skip
LAST = "Q5_OTHER_FORCE_EW"


def draft_of(*given: tuple[str, str]) -> Draft:
    """Return a draft with these answers and marks."""
    answers = {"linked": Answer("answered", ("none",))}
    answers |= {n: Answer("answered", (v,)) for n, v in given if not n.startswith(":")}
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
    order = [rule for _, rule, *_ in REACHED]
    assert [rule.id for rule in FLOW.rules if rule.id != "crisis"] == [*order, "other-force"]
    for place, (queue, _, name, value) in enumerate(REACHED):
        for other, _, name_2, value_2 in REACHED[place + 1 :]:
            if name != name_2:
                found = route(FLOW, draft_of((name, value), (name_2, value_2)))
                assert (found.queue, other in {queue, *found.tags}) == (queue, True)


def test_the_order_that_was_decided() -> None:
    """The queues stand in CONVERSATION.md's order; additions come after what cannot wait."""
    queues = list(dict.fromkeys(rule.queue for rule in FLOW.rules))
    assert queues.index("Q16_ADDITION") == queues.index("Q1_DEADLINE") + 1
    numbers = [int(queue.split("_")[0][1:]) for queue in queues if queue != "Q16_ADDITION"]
    assert tuple(numbers) == DECIDED


def test_crisis() -> None:
    """Words of crisis go to safety, before all else, only where contact was asked for."""
    told = draft_of((":crisis_words", "yes"), ("method", "i_will_contact"))
    assert (route(FLOW, told).rule, route(FLOW, told).priority) == ("other-force", 1)
    asked = route(FLOW, draft_of((":crisis_words", "yes"), ("method", "phone")))
    assert (asked.queue, asked.rule, asked.priority) == ("Q0_SAFETY", "crisis", 0)


def test_every_flag_and_queue_has_plain_words() -> None:
    """Every flag of FACTS 2.5 row 38 is there, and staff read words, never a bare id."""
    named = {flag.id: flag.name for flag in FLOW.flags}
    assert set(NAMED_IN_FACTS) <= set(named)
    assert all(len(name) > 3 and "_" not in name for name in named.values())
    assert set(FLOW.queues) == {rule.queue for rule in FLOW.rules}
    found = route(FLOW, draft_of((":body_kind", "met"), ("in_contact", "yes")))
    assert found.names["Q3_MET_CORE"] == "Met Police, public"
    assert set(found.names) == {found.queue, *found.tags, *found.flags}


def test_every_flag_names_its_answer() -> None:
    """Behind each flag stands the answer that set it, and of several only what did."""
    found = route(FLOW, draft_of(("conduct", "retaliation"), ("ongoing", "yes")))
    reasons = {flag: [(b.step, b.values) for b in why] for flag, why in found.reasons.items()}
    assert reasons == {
        "ongoing_contact": [("ongoing", ("yes",))],
        "retaliation": [("conduct", ("retaliation",))],
    }


def test_an_addition_goes_where_the_first_went() -> None:
    """An addition has the first report's queue where it is known; what cannot wait goes first."""
    known = draft_of((":adding", "yes"), (":first_queue", "Q8_WORKPLACE"), (":body_kind", "met"))
    found = route(FLOW, known)
    assert (found.queue, found.rule, found.tags) == (
        "Q8_WORKPLACE",
        "adds-to-report",
        ("Q3_MET_CORE",),
    )
    urgent = route(
        FLOW, draft_of((":adding", "yes"), (":first_queue", "Q3_MET_CORE"), ("letter", "date"))
    )
    assert (urgent.queue, urgent.tags) == ("Q1_DEADLINE", ("Q3_MET_CORE",))


def test_a_refusal_to_say_leads_somewhere() -> None:
    """A report with no answer at all goes to the last queue, at the lowest priority."""
    found = route(FLOW, draft_of())
    assert (found.queue, found.rule, found.because, found.priority) == (LAST, "other-force", (), 4)
    assert as_json(found)["tags"] == []


@pytest.mark.parametrize(
    ("value", "flag"),
    [
        ("close", "ppda"),
        ("partner", "ppda"),
        ("related", "ppda"),
        ("colleague", "ongoing_contact"),
        ("colleague", "officer_or_staff"),
    ],
)
def test_contact(value: str, flag: str) -> None:
    """Partners and relatives are marked so; a partner is safe only where it is said to be over."""
    found = route(FLOW, draft_of(("in_contact", value)))
    assert flag in found.flags
    assert ("partner_in_contact" in found.flags) == (value in {"close", "partner"})


@pytest.mark.parametrize(
    ("given", "flag", "priority"),
    [
        ((("criminal_stage", "charged"),), "live_criminal", 2),
        ((("upcoming_what", "trial"),), "live_criminal", 2),
        ((("upcoming_what", "interview"),), "trial_or_interview", 2),
        ((("complaint_status", "hearing"),), "trial_or_interview", 2),
        ((("outcome", "no_case_to_answer"),), "outcome_challenge", 4),
        (
            (("outcome", "misconduct_proven"), ("outcome_after", "written_warning")),
            "outcome_challenge",
            4,
        ),
        ((("context_other", "relationship"),), "ppda", 2),
        ((("context_other", "colleague"),), "officer_or_staff", 2),
        ((("fear_of_retaliation", "yes"),), "retaliation", 2),
        ((("others_affected", "maybe"),), "others_affected", 4),
        ((("service_status_now", "moved_force"),), "still_serving", 4),
        ((("still_safe", "other"),), "contact_changed", 1),
        ((("still_safe", "stop"),), "stop_contact", 0),
    ],
)
def test_what_is_added_later(given: tuple[tuple[str, str], ...], flag: str, priority: int) -> None:
    """What is told after sending sets flags too, with the priorities of FACTS 3.5."""
    found = route(FLOW, draft_of(*given))
    assert flag in found.flags
    assert found.priority == priority


def test_dismissed_is_no_challenge() -> None:
    """Misconduct proven with dismissal is not marked as a decision to challenge."""
    gone = draft_of(
        ("outcome", "gross_misconduct_proven"), ("outcome_after", "dismissed_without_notice")
    )
    assert "outcome_challenge" not in route(FLOW, gone).flags


def test_no_answer_in_a_repr() -> None:
    """A route in a log shows which step, never the answer."""
    assert "partner_abuse" not in repr(route(FLOW, draft_of(("conduct", "partner_abuse"))))


@pytest.mark.parametrize(
    ("age", "changed"),
    [
        (Answer("answered", ("under_18",)), False),
        (Answer("answered", ("adult",)), True),
        (Answer("prefer_not", ("prefer_not",)), True),
        (Answer("skipped"), True),
    ],
)
def test_age_changed(age: Answer, changed: bool) -> None:  # noqa: FBT001 - a case of the table
    """Staff are told of a changed age only where the answer now is not the first one."""
    told = replace(draft_of((":age_once", "under_18")), answers={"age": age})
    assert ("age_changed" in route(FLOW, told).flags) == changed
    assert "age_changed" not in route(FLOW, replace(told, marks={})).flags
