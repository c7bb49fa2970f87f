"""Reports that a solicitor worked out by hand, and what must come out for each (decision 10)."""

from datetime import date
from typing import Any

import pytest

from flows.calendar import Almanac
from flows.dates import meant
from flows.deadlines import Timing, timing
from flows.draft import Answer, Draft
from flows.limit import Limit
from flows.routing import Route, route
from tests.stories.telling import shipped

FLOW = shipped().flow
TODAY = date(2026, 11, 22)  # a Sunday
THIS_WEEK = date(2026, 11, 16)
DATES = ("when_first", "when_last", "outcome_letter_date", "upcoming_when")


def sent(nation: str = "england", kind: str = "met", **said: str) -> tuple[Timing, Route]:
    """Return the days and the route of a report; a date is an option or EDTF."""
    answers = {"linked": Answer("answered", ("none",))}
    for name, value in said.items():
        edtf = value[:1].isdigit() or value.startswith("..")
        day = (value if edtf else meant(value, TODAY)) if name in DATES else ""
        values = ("typed",) if name in DATES and edtf else (value,)
        answers[name] = (
            Answer("skipped") if value == "skipped" else Answer("answered", values, date=day)
        )
    marks = {"body_nation": nation, "body_kind": kind}
    marks |= {"crisis_words": "yes"} if "crisis" in said else {}
    answers.pop("crisis", None)
    draft = Draft(FLOW.version, stage="held", answers=answers, marks=marks)
    time = timing(FLOW, draft, TODAY, Almanac())
    return time, route(FLOW, draft, time)


def limits(**said: Any) -> dict[str, Limit]:  # noqa: ANN401 - the answers, and which nation
    return {one.id: one for one in sent(**said)[0].limits}


def days(limit: Limit) -> tuple[str, str, str]:
    """Return a limit's state, and its soonest and latest day."""
    return limit.state, f"{limit.soonest}", f"{limit.latest_if}"


def test_last_year() -> None:
    """Of "2025" the Human Rights Act may end on any day; nothing says "act by", due this week."""
    time, found = sent(when_first="y1")
    hra = {one.id: one for one in time.limits}["L1"]
    assert days(hra) == ("running", "2025-12-31", "2026-12-30")
    assert hra.alert is None
    assert time.limits[0].state == "running"
    assert ("day_matters" in found.flags, found.priority) == (True, 2)
    assert found.due_week == THIS_WEEK


def test_earlier_this_year_at_a_tribunal() -> None:
    """Of "Earlier in 2026" at the police, acts from 23 August are in time, so someone asks now."""
    time, found = sent(when_first="y0", police_work="now")
    tribunal = {one.id: one for one in time.limits}["L8"]
    assert (tribunal.state, tribunal.alert) == ("running", None)
    assert ("day_matters" in found.flags, found.due_week) == (True, THIS_WEEK)


def test_a_scottish_officer() -> None:
    """Laws of the UK and of Great Britain reach Scotland: tribunal within 8 days."""
    said = {"nation": "scotland", "kind": "territorial", "when_first": "2026-09"}
    made = limits(**said, police_work="now")
    assert days(made["L8"]) == ("open", "2026-11-30", "2026-12-29")
    assert days(made["L7"])[2] == "2027-03-29"
    assert (days(made["L7"])[1], days(made["L1"])[2]) == ("2027-02-28", "2027-09-29")
    assert f"{made['L1'].soonest}" == "2027-08-31"
    found = sent("scotland", "territorial", when_first="2026-09", police_work="now")[1]
    assert found.queue == "Q1_DEADLINE"


def test_northern_ireland() -> None:
    """The Human Rights Act is of the whole UK; the Equality Act does not reach that far."""
    made = limits(nation="ni", when_first="y1")
    assert days(made["L1"]) == ("running", "2025-12-31", "2026-12-30")
    assert {"N1", "N3b", "N4", "N5"} <= set(made)
    assert not {"L3", "L7", "L9"} & set(made)


def test_we_work_together() -> None:
    """A colleague of whom police work was not asked has the tribunal's clock: a week at most."""
    said = {"when_first": "2026-08", "in_contact": "colleague", "police_work": "skipped"}
    assert days(limits(**said)["L8"]) == ("running", "2026-10-31", "2026-11-29")
    found = sent(**said)[1]
    assert (found.queue, found.priority) == ("Q1_DEADLINE", 1)
    assert "Q8_WORKPLACE" in found.tags


def test_a_child_then() -> None:
    """For a child of 2022 no limit that starts on a birthday has passed, and none has a day."""
    time, found = sent(when_first="2022", was_minor="yes", relation="self", age="adult")
    made = {one.id: one for one in time.limits}
    for name in ("L3", "L5", "L6", "L9"):
        assert days(made[name]) == ("depends", "None", "None")
        assert not made[name].primary_period_passed
    assert made["L9"].ask == "Ask the date of birth and when it was first reported."
    assert "18th birthday" in made["L3"].ask
    assert made["L1"].state == "passed"
    assert ("birth_date_needed" in found.flags, found.priority) == (True, 2)
    order = [one.id for one in time.limits]
    assert order.index("L4") < order.index("L3")


def test_a_scottish_child_long_ago() -> None:
    """In Scotland the line that there is no limit leads, and no birthday is asked for in haste."""
    time, found = sent("scotland", "territorial", when_first="2005", was_minor="yes")
    order = [one.id for one in time.limits]
    assert order[0] == "SC2"
    assert {one.id: one for one in time.limits}["SC1"].state == "depends"
    assert "birth_date_needed" not in found.flags


def test_the_end_was_not_told() -> None:
    """Where only the first act is known the inputs say so; what happened once says that too."""
    assert limits(when_first="2022", ongoing="no")["L1"].inputs == {"when_first": "2022"}
    once = limits(when_first="2022", ongoing="once")["L1"]
    assert once.inputs == {"when_first": "2022", "ongoing": "once"}
    assert (once.state, once.continuing_act_argument) == ("passed", False)
    later = limits(when_first="2022", ongoing="no", when_last="2026-06")
    assert days(later["L7"])[2] == "2026-12-29"
    assert days(later["L1"])[2] == "2027-06-29"


def test_still_happening_is_not_ending() -> None:
    """What goes on has its last act today: the soonest is past, but nothing ends on any day."""
    time, found = sent(when_first="2022", ongoing="yes")
    made = {one.id: one for one in time.limits}
    assert (made["L1"].state, made["L1"].continuing_act_argument) == ("open", True)
    assert "day_matters" not in found.flags


@pytest.mark.parametrize(
    ("said", "flag", "priority"),
    [
        ({"age": "adult", "when_first": "last_10_days"}, "maybe_minor", 1),
        ({"age": "prefer_not", "when_first": "y0"}, "maybe_minor_no_age", 0),
        ({"age": "skipped", "when_first": "dont_know"}, "maybe_minor_no_age", 0),
        ({"age": "adult", "when_first": "2015", "ongoing": "yes"}, "maybe_minor", 1),
    ],
)
def test_may_be_a_child_now(said: dict[str, str], flag: str, priority: int) -> None:
    """Under 18 then, and then may be this year: staff are told, at once where no age was said."""
    found = sent(relation="self", was_minor="yes", **said)[1]
    assert (flag in found.flags, found.priority) == (True, priority)
    grown = sent(relation="self", was_minor="yes", age="adult", when_first="2015")[1]
    assert not {"maybe_minor", "maybe_minor_no_age"} & set(grown.flags)


def test_this_week_on_a_sunday() -> None:
    """This week reaches seven days on, and this month too where it is nearly over."""
    assert meant("this_week", TODAY) == "2026-11-22/2026-11-29"
    assert meant("this_month", TODAY) == "2026-11-22/2026-11-30"
    assert meant("this_month", date(2026, 11, 30)) == "2026-11-30/2026-12-07"


def test_a_day_not_told_is_due_this_week() -> None:
    """A trial soon, its day not told, is due this week whatever another limit says."""
    found = sent(letter="date", when_first="2026-11-10")[1]
    assert found.due_week == THIS_WEEK
    assert sent(letter="neither", when_first="2026-11-10")[1].due_week != THIS_WEEK


@pytest.mark.parametrize(
    "said",
    [
        {"crisis": "yes", "method": "sms"},
        {"crisis": "yes", "method": "chat"},
        {"in_contact": "partner", "ongoing": "not_sure"},
        {"in_contact": "partner", "ongoing": "skipped"},
        {"in_contact": "related", "ongoing": "yes"},
        {"conduct": "partner_abuse", "in_contact": "not_sure"},
        {"conduct": "partner_abuse", "ongoing": "yes"},
    ],
)
def test_safety(said: dict[str, str]) -> None:
    """Crisis with any way to be reached, and a partner or relative not known to be gone: now."""
    found = sent(**said)[1]
    assert (found.queue, found.priority) == ("Q0_SAFETY", 0)


@pytest.mark.parametrize(
    "said",
    [
        {"linked": "not_sure"},
        {"linked": "prefer_not"},
        {"linked": "skipped"},
        {"letter": "both"},
        {"linked": "ended", "letter": "letter"},
        {"solicitor": "criminal_only"},
        {"complaint_status": "iopc_investigation"},
        {"upcoming_what": "interview"},
    ],
)
def test_whether_a_case_is_open(said: dict[str, str]) -> None:
    """Where it is not known, or other answers do not fit, staff read to ask that first."""
    found = sent(**said)[1]
    assert "live_or_unclear" in found.flags
    assert found.priority <= 2
    assert "live_or_unclear" not in sent(linked="none")[1].flags
    open_case = sent(linked="about_them")[1].flags
    assert ("live_criminal" in open_case, "live_or_unclear" in open_case) == (True, False)


def test_a_letter_of_august() -> None:
    """A letter of August: judicial review may be ending, in seven days at most; no "act by"."""
    time, found = sent(outcome_letter_date="2026-08")
    review = {one.id: one for one in time.limits}["L2"]
    assert days(review) == ("running", "2026-10-31", "2026-11-29")
    assert (review.alert, found.priority) == (None, 1)


def test_a_coming_day_may_be_today() -> None:
    """A date within a stretch that has begun may be today: it is never put off to its end."""
    coming = limits(upcoming_when="2026-11-18/2026-11-30")["U1"]
    assert coming.alert == TODAY
