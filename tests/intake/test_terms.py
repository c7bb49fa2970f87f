import calendar
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.casework.statuses import STATUSES as OF_CASEWORK
from intake.example import EXAMPLE_TEAM
from intake.retention.terms import STATUSES, Term, add_months, read_term
from intake.team import read_team
from tests.intake.test_team import TODAY, faults, read, real_team

DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))
MONTHS = st.integers(0, 240)


@given(DAYS, MONTHS)
def test_a_month_later_is_the_same_day_or_the_last(day: date, months: int) -> None:
    """So many calendar months on, on the same day, or on the last of a shorter month."""
    later = add_months(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    last = calendar.monthrange(later.year, later.month)[1]
    assert later.day == min(day.day, last)


@given(DAYS, DAYS, MONTHS, MONTHS)
def test_later_never_ends_sooner(one: date, other: date, few: int, many: int) -> None:
    """Who begins later, or is given more months, never ends sooner."""
    one, other = sorted((one, other))
    few, many = sorted((few, many))
    assert add_months(one, few) <= add_months(other, few)
    assert add_months(one, few) <= add_months(one, many)


@pytest.mark.parametrize(
    ("day", "months", "end"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 11, 22), 6, date(2027, 5, 22)),
        (date(2026, 10, 31), 1, date(2026, 11, 30)),
    ],
)
def test_ends_of_months_by_hand(day: date, months: int, end: date) -> None:
    """The last days of months, worked out by hand: never later than promised."""
    assert add_months(day, months) == end


@given(st.integers(1, 400), st.integers(1, 12), DAYS)
def test_what_fits_never_ends_later(days: int, months: int, day: date) -> None:
    """A number of days fits some months only if it never outlasts them, whenever it begins."""
    if Term(days=days).fits(months):
        assert Term(days=days).after(day) <= Term(months=months).after(day)
    assert Term(days=28 * months).fits(months)
    assert not Term(days=31 * months + 1).fits(months)
    assert Term(months=months).fits(months)
    assert not Term(months=months + 1).fits(months)


def test_half_a_year_is_181_days() -> None:
    """From 1 September to 1 March are 181 days: 182 would be later than reporters are told."""
    assert Term(days=181).fits(6)
    assert not Term(days=182).fits(6)


def test_terms_are_read_and_said() -> None:
    """Months or days, one or many; anything else is no length of time."""
    for text in ("6 months", "1 month", "30 days", "1 day", "240 months"):
        assert str(read_term(text)) == text
    assert read_term("30 days").after(date(2026, 2, 1)) == date(2026, 3, 3)
    for text in ("", "6", "0 days", "241 months", "six months", "6 weeks", "never", "-1 days"):
        with pytest.raises(ValueError, match='"6 months" or "30 days"'):
            read_term(text)


def test_the_example_s_lines_say_what_is_the_default(tmp_path: Path) -> None:
    """Every line that is commented out in the example is what holds without it; one is shorter."""
    text = EXAMPLE_TEAM.read_text(encoding="utf-8")
    table = text.split("[retention]")[1].split("# Who is told")[0]
    lines = [line for line in table.splitlines() if line.startswith("# ") and " = " in line]
    given = text
    for line in lines:
        given = given.replace(line, line.removeprefix("# ").split("  #")[0])
    plain, full = read(tmp_path, text).retention, read(tmp_path, given).retention
    assert len(lines) == len(STATUSES) + 3
    assert plain.statuses["closed"] == Term(months=6)
    assert full.statuses["closed"] == Term(months=3)
    assert {**full.statuses, "closed": Term(months=6)} == plain.statuses
    assert (plain.joint_claim, plain.warn_days, plain.withdrawn_days) == (
        full.joint_claim,
        full.warn_days,
        full.withdrawn_days,
    )


def test_no_status_outlasts_what_reporters_are_told(tmp_path: Path) -> None:
    """Each status but legal work is held to kept_months; wrong lengths are named all at once."""
    text = real_team().replace(
        "[retention]",
        '[retention]\nnew = "7 months"\nclosed = "182 days"\nopened = "soon"\nwarn_days = 0',
    )
    found = faults(tmp_path, text)
    assert "is not a length of time" in found["retention.opened"]
    assert "retention.warn_days" in found
    found = faults(tmp_path, text.replace('opened = "soon"\nwarn_days = 0', ""))
    assert set(found) == {"retention.new", "retention.closed"}
    assert "kept_months = 6" in found["retention.new"]
    found = faults(tmp_path, real_team().replace("[retention]", "[retention]\nwarn_day = 7"))
    assert "did you mean `warn_days`" in found["retention.warn_day"]


def test_every_status_has_a_clock() -> None:
    """What staff may call a report and what has a clock is one list."""
    assert set(STATUSES) == set(OF_CASEWORK)
    terms = read_team(EXAMPLE_TEAM, today=TODAY).retention
    assert set(terms.statuses) == set(STATUSES)
    assert terms.statuses["taken_on"].after(TODAY) > TODAY + timedelta(days=6 * 365)
