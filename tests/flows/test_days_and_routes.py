"""What dates do to a route: the deadline queue, priorities, and the reason that is given."""

from datetime import date, timedelta

import pytest

from flows.calendar import Almanac
from flows.deadlines import timing
from flows.draft import Answer, Draft
from flows.routing import Route, route
from tests.stories.telling import shipped

FLOW = shipped().flow
TODAY = date(2026, 11, 23)  # a Monday


def routed(nation: str = "england", **said: str) -> Route:
    """Return the route of a report with these dates (EDTF)."""
    answers = {name: Answer("answered", ("typed",), date=value) for name, value in said.items()}
    answers["linked"] = Answer("answered", ("none",))
    marks = {"body_nation": nation, "body_kind": "met"}
    draft = Draft(FLOW.version, stage="held", answers=answers, marks=marks)
    return route(FLOW, draft, timing(FLOW, draft, TODAY, Almanac()))


def before(days: int) -> str:
    return f"{TODAY - timedelta(days)}"


@pytest.mark.parametrize(
    ("step", "value", "queue", "priority", "flag"),
    [
        # HRA: a year beginning with the day; the limit is 7, 8, 28 and 29 days away.
        ("when_first", "2025-12-01", "Q1_DEADLINE", 1, "within_7_days"),
        ("when_first", "2025-12-02", "Q1_DEADLINE", 2, "within_28_days"),
        ("when_first", "2025-12-22", "Q1_DEADLINE", 2, "within_28_days"),
        ("when_first", "2025-12-23", "Q3_MET_CORE", 4, "met"),
        # It was over 1, 27 and 28 days ago, and may be extended.
        ("when_first", "2025-11-23", "Q1_DEADLINE", 2, "just_passed"),
        ("when_first", "2025-10-28", "Q1_DEADLINE", 2, "just_passed"),
        ("when_first", "2025-10-27", "Q3_MET_CORE", 4, "met"),
        ("outcome_letter_date", before(0), "Q1_DEADLINE", 1, "letter_28_days"),
        ("outcome_letter_date", before(28), "Q1_DEADLINE", 1, "letter_28_days"),
        ("outcome_letter_date", before(29), "Q1_DEADLINE", 2, "letter_92_days"),
        ("outcome_letter_date", before(300), "Q3_MET_CORE", 4, "met"),
        ("upcoming_when", before(0), "Q1_DEADLINE", 1, "within_7_days"),
        ("upcoming_when", before(-7), "Q1_DEADLINE", 1, "within_7_days"),
        ("upcoming_when", before(-8), "Q1_DEADLINE", 2, "within_28_days"),
        ("upcoming_when", before(-29), "Q3_MET_CORE", 4, "met"),
        ("when_first", before(31), "Q3_MET_CORE", 2, "preserve_now"),
        ("when_last", before(3), "Q3_MET_CORE", 2, "preserve_now"),
        ("when_first", before(32), "Q3_MET_CORE", 4, "met"),
    ],
)
def test_days(step: str, value: str, queue: str, priority: int, flag: str) -> None:
    """Each boundary of FACTS 3.1 and 3.5 falls on its own day."""
    found = routed(**{step: value})
    assert (found.queue, found.priority, flag in found.flags) == (queue, priority, True)


def test_the_reason_is_the_date() -> None:
    """A deadline names the answer it came from, the limit, and the day to act by."""
    found = routed(when_first="2025-12-01")
    assert [(b.step, b.values) for b in found.because] == [
        ("when_first", ("2025-12-01",)),
        ("L1", ("2026-11-30",)),
    ]


def test_a_whole_year_is_no_reason_to_hurry() -> None:
    """A year may hold last month, but evidence is asked for only where the act is known nearly."""
    assert "preserve_now" not in routed(when_first="2026").flags
    assert "preserve_now" in routed(when_first="2026-11").flags


def test_what_cannot_be_extended_just_ends() -> None:
    """A limit without a power to extend raises nothing once it is over."""
    found = routed("ni", when_first="2024-11-20")
    assert "just_passed" not in found.flags
    assert (found.queue, found.rule) == ("Q7_NI", "northern-ireland")


def test_no_english_deadline_in_northern_ireland() -> None:
    """A day that is near only under a law of Great Britain changes nothing beyond it."""
    assert routed("england", when_first="2026-05-31").queue == "Q1_DEADLINE"
    assert routed("scotland", when_first="2026-05-31").queue == "Q1_DEADLINE"
    assert routed("ni", when_first="2023-05-31").queue == "Q7_NI"


def test_without_dates_answers_still_count() -> None:
    """A letter or a date soon, its day not told, is a deadline at priority 1."""
    draft = Draft(FLOW.version, answers={"letter": Answer("answered", ("letter",))})
    found = route(FLOW, draft, timing(FLOW, draft, TODAY, Almanac()))
    assert (found.queue, found.priority) == ("Q1_DEADLINE", 1)
    assert [(b.step, b.values) for b in found.because] == [("letter", ("letter",))]
