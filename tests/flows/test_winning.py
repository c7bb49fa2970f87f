"""Flags that nothing sets and rules that never win: found by the conditions alone."""

import itertools
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.condition import Condition
from flows.draft import Answer, Draft
from flows.loading import CONTENT, FlowFaults, read_flow
from flows.loading.winning import Conditions
from flows.model import Flag, Flow, Option, Rule, Step
from flows.routing import route
from flows.time_limits import Near
from tests.stories.telling import shipped

FLOW = shipped().flow
LAST = "  # No flag: whatever no other rule took.\n"
RULE = "  - {id: planted, queue: Q5_OTHER_FORCE_EW, flag: planted}\n"

# A flag, where its rule is planted, and what is said about it.
PLANTED = {
    "no body is both": (
        "[{body_kind: {is: met}, body_nation: {is: scotland}}]",
        'no answer and no date ever sets flag "planted"',
    ),
    "no option remembers it": (
        "[{age_once: {is: adult}}]",
        'no answer and no date ever sets flag "planted"',
    ),
    "taken by one before": (
        "[{in_contact: {is: related}}]",
        'rule "planted" can never win: whatever sets its flag is taken by "partner"',
    ),
    "taken by two before together": (
        "[{letter: {in: [letter, older_decision]}}]",
        'rule "planted" can never win: whatever sets its flag is taken by those before it',
    ),
    "an answer within the body's own nation": (
        "[{body_nation: {is: scotland}, relation: {is: self}}]",
        'rule "planted" can never win: whatever sets its flag is taken by "scotland"',
    ),
    "asked only of those taken before": (
        "[{agree_young: {is: 'yes'}}]",
        'rule "planted" can never win: whatever sets its flag is taken by "minor-now"',
    ),
}


def planted(tmp_path: Path, flag: str, days: str = "") -> str:
    """Return what is said of a rule planted before the last, with a flag of its own."""
    content = Path(shutil.copytree(CONTENT, tmp_path / "content"))
    path = content / "routing.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count(LAST) == text.count("\nrules:\n") == 1
    lines = f'  - id: planted\n    name: "Planted"\n    when: {flag}\n{days}'
    text = text.replace("\nrules:\n", f"\n{lines}\nrules:\n").replace(LAST, RULE + LAST)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FlowFaults) as found:
        read_flow(content)
    return str(found.value)


@pytest.mark.parametrize("name", PLANTED)
def test_planted(tmp_path: Path, name: str) -> None:
    """A flag that nothing sets and a rule that others take away are named, with their line."""
    flag, words = PLANTED[name]
    said = planted(tmp_path, flag)
    assert words in said
    assert said.startswith("routing.yaml:")
    assert len(said.splitlines()) <= 3, "nothing else is a fault"


def test_days_within_days(tmp_path: Path) -> None:
    """A rule for a limit within a week never wins after one for four weeks."""
    days = "    days: [{limit: law, from: 0, to: 7}]\n"
    assert 'is taken by "deadline"' in planted(tmp_path, "[]", days)


def test_days_with_answers(tmp_path: Path) -> None:
    """Answers asked for beside days leave a later rule its chance, unless they can only fit."""
    days = "    days: [{limit: law, from: 0, to: 7, if: {age: {is: adult}}}]\n"
    assert 'is taken by "deadline"' in planted(tmp_path, "[]", days)
    near = Near("limit", "law", 0, 28, Condition((("age", frozenset({"adult"})),)))
    flags = [replace(f, near=(near,)) if f.id == "deadline_soon" else f for f in FLOW.flags]
    week = Flag("week", (), near=(Near("limit", "law", 0, 7),))
    rule = Rule("week", "Q1_DEADLINE", "week")
    rules = (*FLOW.rules[:-1], rule, FLOW.rules[-1])
    changed = replace(FLOW, flags=(*flags, week), rules=rules)
    assert list(Conditions(changed).never_won()) == []


def test_days_that_cannot_be(tmp_path: Path) -> None:
    """Days of a name that has none, from more to fewer, or of nothing, are each a fault."""
    days = (
        "    days:\n      - {since: outcome_leter_date, from: 0, to: 7}\n"
        "      - {limit: law, from: 9, to: 7}\n      - {from: 0, to: 7}\n"
        "      - {passed: law, to: 7}\n      - {running: law, if: {age: {is: adlut}}}\n"
    )
    said = planted(tmp_path, "[{age: {is: under_18}}]", days)
    assert 'did you mean "outcome_letter_date"?' in said
    assert "no number of days is from 9 to 7" in said
    assert "names one of limit, passed, running and since" in said
    assert "a test of days says from and to" in said
    assert 'did you mean "adult"?' in said


def test_a_queue_without_a_name(tmp_path: Path) -> None:
    """A queue that has no plain words, and words that no rule leads to, are named."""
    content = Path(shutil.copytree(CONTENT, tmp_path / "content"))
    path = content / "routing.yaml"
    text = path.read_text(encoding="utf-8").replace("  Q7_NI:", "  Q7_IN:")
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FlowFaults) as found:
        read_flow(content)
    assert 'queue "Q7_NI" has no name under queues' in str(found.value)
    assert 'did you mean "Q7_IN"?' in str(found.value)
    assert 'no rule leads to queue "Q7_IN"' in str(found.value)


def test_the_shipped_rules_can_all_win() -> None:
    """Every shipped flag can be set and every shipped rule can win."""
    assert list(Conditions(FLOW).never_set()) == []
    assert list(Conditions(FLOW).never_won()) == []


VALUES = ("a", "b", "c")
tests_of = st.tuples(
    st.sampled_from(("one", "two", "many")),
    st.frozensets(st.sampled_from((*VALUES, "not_asked")), min_size=1, max_size=3),
)
conditions = st.lists(tests_of, min_size=1, max_size=2, unique_by=lambda test: test[0]).map(
    lambda tests: Condition(tuple(tests))
)
rules = st.lists(st.lists(conditions, min_size=1, max_size=2), min_size=1, max_size=5)


def small(flags: list[list[Condition]]) -> Flow:
    """Return a flow of three questions, one with several answers, and these flags in order."""
    options = tuple(Option(value, value) for value in VALUES)
    steps = {
        name: Step(
            name, "b", "choices" if name == "many" else "choice", name, options=options, skip=False
        )
        for name in ("one", "two", "many")
    }
    made = [Flag(f"f{place}", tuple(when)) for place, when in enumerate(flags)]
    names = [Rule(flag.id, "Q1_X", flag.id) for flag in made]
    return Flow(
        "1", "", {}, steps, {}, {}, flags=tuple(made), rules=(*names, Rule("last", "Q2_X", ""))
    )


def every_draft() -> list[Draft]:
    """Return a draft for every way of answering the three questions."""
    one = [(), *((value,) for value in VALUES)]
    many = [some for size in range(4) for some in itertools.combinations(VALUES, size)]
    return [
        Draft(
            "1",
            answers={
                n: Answer("answered", v) for n, v in (("one", a), ("two", b), ("many", c)) if v
            },
        )
        for a in one
        for b in one
        for c in many
    ]


EVERY = every_draft()


@given(rules)
def test_exact_where_all_can_be_tried(flags: list[list[Condition]]) -> None:
    """On small flows the search says the same as trying every set of answers."""
    flow = small(flags)
    found = Conditions(flow)
    won = {route(flow, draft).rule for draft in EVERY}
    raised = {flag for draft in EVERY for flag in route(flow, draft).flags}
    assert {flag.id for flag in flow.flags} - {flag.id for flag in found.never_set()} == raised
    assert {r.id for r in flow.rules} - {r.id for r, _ in found.never_won()} - {"last"} == won - {
        "last"
    }


def test_days_with_no_limit_of_their_kind() -> None:
    """A flag of days is never set where no limit of that kind could raise it."""
    flow = small([[Condition((("one", frozenset({"a"})),))]])
    flag = Flag("late", (), near=(Near("passed", "law", 1, 27),))
    bare = Flow("1", "", {}, flow.steps, {}, {}, flags=(flag,))
    assert list(Conditions(bare).never_set()) == [flag]
    assert (
        list(
            Conditions(Flow("1", "", {}, {}, {}, {}, flags=(flag,), limits=FLOW.limits)).never_set()
        )
        == []
    )
