"""Time limits of a report: which, from which answer, and the day to act by. Staff only."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.calendar import Almanac
from flows.deadlines import limits, timing
from flows.draft import Answer, Draft
from flows.limit import Limit, as_json
from tests.stories.telling import shipped

FLOW = shipped().flow
CALENDAR = Almanac()
TODAY = date(2026, 3, 20)
BY_ID = {row.id: row for row in FLOW.limits}


def draft_of(nation: str = "england", about: str = "", **said: str) -> Draft:
    """Return a draft with these dates (EDTF) and answers; `about` names one that is so."""
    answers = {
        name: Answer("answered", ("typed",), date=value, about=name == about)
        if name.startswith(("when", "outcome_letter", "upcoming_when"))
        else Answer("answered", (value,))
        for name, value in said.items()
    }
    return Draft(FLOW.version, stage="held", answers=answers, marks={"body_nation": nation})


def found(draft: Draft, today: date = TODAY) -> dict[str, Limit]:
    return {limit.id: limit for limit in limits(FLOW, draft, today, CALENDAR)}


WORKED = (
    ("L1", "when_first", "2026-03-10", date(2027, 3, 9)),
    ("L7", "when_first", "2026-03-10", date(2026, 9, 9)),
    ("L8", "when_first", "2026-03-10", date(2026, 6, 9)),
    ("L3", "when_first", "2026-03-10", date(2029, 3, 9)),
    ("L9", "when_first", "2026-03-10", date(2028, 3, 9)),
    ("L11", "outcome_letter_date", "2026-04-01", date(2026, 4, 29)),
    ("L7", "when_first", "2026-08-31", date(2027, 2, 27)),
    ("L1", "when_first", "2028-02-29", date(2029, 2, 27)),
)


@pytest.mark.parametrize(("rule", "step", "day", "last"), WORKED)
def test_worked_examples(rule: str, step: str, day: str, last: date) -> None:
    """Each example of FACTS 3.4 gives its figure, from that answer and no other."""
    draft = draft_of(**{step: day, "police_work": "now"})
    limit = found(draft, date.fromisoformat(day) + timedelta(days=5))[rule]
    assert (limit.soonest, limit.latest_if) == (last, last)
    assert limit.inputs == {step: day}
    assert (limit.state, limit.continuing_act_argument) == ("open", False)


def test_both_lengths_of_the_tribunal() -> None:
    """Three and six months stand side by side; only the three months raise anything."""
    both = found(draft_of(when_first="2026-03-10", police_work="now"))
    assert (both["L8"].soonest, both["L8b"].soonest) == (date(2026, 6, 9), date(2026, 9, 9))
    assert (both["L8"].raising, both["L8b"].raising) == (True, False)


def test_a_range_gives_two_days() -> None:
    """A month gives the soonest and the latest; the day to act by is the soonest to come."""
    limit = found(draft_of(when_first="2026-02"))["L1"]
    assert (limit.soonest, limit.latest_if) == (date(2027, 1, 31), date(2027, 2, 27))
    assert limit.alert == date(2027, 1, 29)  # the Friday before a Sunday
    later = found(draft_of(when_first="2026-02"), date(2027, 2, 2))["L1"]
    assert (later.state, later.alert, later.by) == ("running", None, date(2027, 2, 27))


def test_both_past() -> None:
    """What is past both ways is said to be past, with its power to extend; it is not left out."""
    past = found(draft_of(when_first="2015"))
    assert (past["L1"].state, past["L1"].alert) == ("passed", None)
    assert past["L1"].primary_period_passed
    assert past["L1"].extension_power.startswith("equitable")
    assert past["L5"].extension_power == ""


def test_around_widens() -> None:
    """An "around" or uncertain date is padded on both sides, as the file says."""
    exact, about = (
        draft_of(when_first="2026-03-10"),
        draft_of("england", "when_first", when_first="2026-03-10"),
    )
    assert found(exact)["L1"].soonest == date(2027, 3, 9)
    assert found(about)["L1"].soonest == date(2027, 2, 23)
    assert found(about)["L1"].inputs == {"when_first": "2026-03-10 (about)"}
    assert found(draft_of(when_first="2025~"))["L1"].soonest == date(2025, 6, 30)


def test_a_course_of_conduct() -> None:
    """The last act counts too: for L1, L7 and L8 as an argument, for all as a later act."""
    course = found(draft_of(when_first="2019", when_last="2026-03-01", police_work="now"))
    for rule, limit in course.items():
        argued = rule in {"L1", "L7", "L8", "L8b"}
        assert limit.continuing_act_argument == argued, rule
    assert course["L1"].latest_if == date(2027, 2, 28)
    assert course["L1"].inputs == {"when_first": "2019", "when_last": "2026-03-01"}
    assert course["L3"].latest_if == date(2029, 2, 28)


def test_still_happening() -> None:
    """What still happens has lasted until today; with no first date the soonest is open."""
    going = found(draft_of(when_first="2019", ongoing="yes"))["L7"]
    assert (going.latest_if, going.continuing_act_argument) == (date(2026, 9, 19), True)
    alone = found(draft_of(ongoing="yes"))["L7"]
    assert (alone.soonest, alone.latest_if, alone.inputs) == (
        None,
        date(2026, 9, 19),
        {"ongoing": "yes"},
    )


def test_open_ends() -> None:
    """Before 2016 has no soonest day, and a letter with an open end ends today at the latest."""
    older = found(draft_of(when_first="../2015"))["L5"]
    assert (older.soonest, older.latest_if, older.state) == (None, date(2021, 12, 30), "passed")
    since = found(draft_of(when_first="2019/.."))["L1"]
    assert (since.soonest, since.latest_if) == (date(2019, 12, 31), date(2027, 3, 19))


def test_nothing_happens_after_today() -> None:
    """This year's button ends today: a day still to come cannot be the day of an act."""
    assert found(draft_of(when_first="2026"))["L7"].latest_if == date(2026, 9, 19)


@pytest.mark.parametrize(
    ("nation", "kinds"),
    [
        ("england", {"L"}),
        ("wales", {"L"}),
        ("scotland", {"SC", "L"}),
        ("ni", {"N", "L"}),
        ("unknown", {"L", "SC", "N"}),
        ("outside_uk", set()),
    ],
)
def test_nations(nation: str, kinds: set[str]) -> None:
    """Each nation has its rows and those of the UK; not known: all are computed; outside: none."""
    draft = draft_of(nation, when_first="2026-03-10", outcome_letter_date="2026-03-12")
    laws = {limit.id for limit in found(draft).values() if limit.kind == "law"}
    assert {rule.rstrip("0123456789b") for rule in laws} == kinds


def test_online_shows_the_soonest_first() -> None:
    """Where it was online or she is not sure, the soonest of all nations comes first."""
    draft = draft_of("unknown", when_first="2026-03-10", police_work="now")
    online = replace(draft, answers={**draft.answers, "nation": Answer("answered", ("online",))})
    in_order = [(one.id, one.alert) for one in limits(FLOW, online, TODAY, CALENDAR) if one.alert]
    assert [day for _, day in in_order] == sorted(day for _, day in in_order)
    laws = [rule for rule, _ in in_order if rule[0] != "E"]
    assert set(laws[:2]) == {"L8", "N3"}


def test_working_days() -> None:
    """A last day at a weekend or on a holiday is brought forward, never past today."""
    draft = draft_of(when_first="2026-08-31")
    assert found(draft, date(2026, 9, 1))["L7"].alert == date(2027, 2, 26)  # 27th: a Saturday
    boxing = draft_of(outcome_letter_date="2026-11-28")  # 28 days later: 26 December
    assert found(boxing, date(2026, 12, 1))["L11"].alert == date(2026, 12, 24)
    assert found(boxing, date(2026, 12, 25))["L11"].alert == date(2026, 12, 25)


def test_relevance() -> None:
    """A row with needs is there only where an answer fits it."""
    plain, minor = draft_of(when_first="2026-03-10"), draft_of(was_minor="part")
    assert "L8" not in found(plain)
    assert "L4" not in found(plain)
    assert found(minor)["L4"].state == "none"
    assert "SC2" in found(draft_of("scotland", was_minor="yes"))


def test_evidence() -> None:
    """Video counts from the last act if it is known to within a season; a year says nothing."""
    assert found(draft_of(when_first="2026-03-10"))["E1"].soonest == date(2026, 4, 10)
    assert "E1" not in found(draft_of(when_first="2025"))
    assert found(draft_of(when_first="2019", ongoing="yes"))["E1"].soonest == date(2026, 4, 20)
    assert found(draft_of("scotland", when_last="2026-03-10"))["E2"].inputs == {
        "when_last": "2026-03-10"
    }


def test_a_coming_date_is_not_moved() -> None:
    """A hearing stands on its own day, whichever day of the week that is."""
    coming = found(draft_of(upcoming_when="2026-03-28", when_first="2026-03-10"))["U1"]
    assert (coming.alert, coming.kind) == (date(2026, 3, 28), "date")


def test_no_date_no_guess() -> None:
    """With no date nothing is computed, and a date that cannot be read stops no report."""
    rules = found(draft_of())
    assert {limit.state for limit in rules.values()} == {"none"}
    unread = replace(draft_of(when_first="2026-03-10"))
    broken = replace(unread.answers["when_first"], date="soon/then/again")
    assert "L1" not in found(replace(unread, answers={"when_first": broken}))


def test_due_week() -> None:
    """The Monday of the week before the first day to act by; nothing without a limit."""
    draft = draft_of(outcome_letter_date="2026-03-12")
    assert found(draft)["L11"].alert == date(2026, 4, 9)
    assert timing(FLOW, draft, TODAY, CALENDAR).due_week == date(2026, 3, 30)
    assert timing(FLOW, draft_of(when_first="1990"), TODAY, CALENDAR).due_week is None
    assert timing(FLOW, draft_of(), TODAY, CALENDAR).due_week is None


def test_what_each_one_carries() -> None:
    """Each carries its rule, the answer used, the version of the text, and what it is not."""
    made = as_json(found(draft_of(when_first="2026-03-10"))["L1"])
    assert made["rule"] == "L1"
    assert made["inputs"] == {"when_first": "2026-03-10"}
    assert (made["soonest"], made["alert"]) == ("2027-03-09", "2027-03-09")
    assert made["text_version"] == FLOW.version
    assert made["check"] == "Not advice; check."


def test_no_date_in_a_repr() -> None:
    """A limit in a log shows which, never when."""
    draft = draft_of(when_first="2026-03-10")
    assert "2026-03" not in repr(timing(FLOW, draft, TODAY, CALENDAR).limits)
    assert "2026-03-10" not in repr(timing(FLOW, draft, TODAY, CALENDAR).dates)


days = st.dates(date(2000, 1, 1), date(2028, 12, 31))
nations = st.sampled_from(["england", "wales", "scotland", "ni", "unknown"])
todays = st.dates(date(2020, 1, 1), date(2030, 12, 31))


@st.composite
def said(draw: st.DrawFn) -> tuple[date, str]:
    """Return the true day of an act, and a way to say when it was that holds it."""
    day = draw(days)
    forms = (
        f"{day}", f"{day:%Y-%m}", f"{day:%Y}", f"{day.year // 10}X", f"{day}~", f"{day:%Y-%m}?",
        f"{day - timedelta(40)}/{day + timedelta(3)}", f"../{day}", f"{day}/..",
        f"[{day.year},{day.year + 1}]",
    )  # fmt: skip
    return day, draw(st.sampled_from(forms))


@given(said(), nations, todays)
def test_never_later_than_the_true_limit(told: tuple[date, str], nation: str, today: date) -> None:
    """The true limit lies between the two days; no later one is told while the soonest is ahead."""
    day, form = told
    today = max(today, day)
    for limit in limits(FLOW, draft_of(nation, when_first=form), today, CALENDAR):
        row = BY_ID[limit.id]
        if row.input != "when_first":
            continue
        true = row.last_day(day)
        assert limit.soonest is None or limit.soonest <= true
        assert limit.latest_if is None or true <= limit.latest_if
        if limit.soonest and limit.soonest >= today:
            assert limit.alert is not None
            assert limit.alert <= true
        assert limit.alert is None or today <= limit.alert
        if limit.state == "running":
            assert limit.alert is None
        assert limit.primary_period_passed <= (true < today)


@given(days, st.integers(0, 500), nations)
def test_later_acts_end_no_earlier(day: date, more: int, nation: str) -> None:
    """Of two acts the later one's limits end no earlier, nor is its day to act by earlier."""
    later = day + timedelta(more)
    one, two = (
        {
            limit.id: limit
            for limit in limits(FLOW, draft_of(nation, when_first=f"{act}"), later, CALENDAR)
        }
        for act in (day, later)
    )
    for rule, limit in one.items():
        other = two[rule]
        assert limit.soonest is None or (other.soonest and limit.soonest <= other.soonest)
        assert limit.alert is None or (other.alert and limit.alert <= other.alert)
