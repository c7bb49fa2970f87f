"""The arithmetic of FACTS 3.4: each worked example with its figures, and what holds for all."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.time_limits import Length, after, incl

ACT = date(2026, 3, 10)
WORKED = (
    ("HRA", ACT, Length(years=1), date(2027, 3, 9)),
    ("EqA", ACT, Length(months=6), date(2026, 9, 9)),
    ("ET(3)", ACT, Length(months=3), date(2026, 6, 9)),
    ("PI safe", ACT, Length(years=3), date(2029, 3, 9)),
    ("CICA", ACT, Length(years=2), date(2028, 3, 9)),
    ("EqA at a month's end", date(2026, 8, 31), Length(months=6), date(2027, 2, 27)),
    ("HRA from a leap day", date(2028, 2, 29), Length(years=1), date(2029, 2, 27)),
)

days = st.dates(date(1900, 1, 1), date(2100, 12, 31))
lengths = st.builds(
    Length, years=st.integers(0, 10), months=st.integers(0, 24), days=st.integers(0, 400)
)
some = lengths.filter(lambda n: n != Length())


@pytest.mark.parametrize(("name", "day", "length", "last"), WORKED, ids=[w[0] for w in WORKED])
def test_worked_examples(name: str, day: date, length: Length, last: date) -> None:
    """Each example of "beginning with" gives the day that FACTS 3.4 gives."""
    assert incl(day, length) == last, name


def test_review_of_an_outcome() -> None:
    """A letter of 1 April 2026 leaves until 29 April: the day after it is the first."""
    assert after(date(2026, 4, 1), Length(days=28)) == date(2026, 4, 29)


@given(days, some)
def test_beginning_with_is_one_day_less(day: date, length: Length) -> None:
    """The day itself counts, so the last day is one earlier, and never before the day."""
    assert incl(day, length) == after(day, length) - timedelta(1)
    assert incl(day, length) >= day


@given(days, lengths, st.integers(0, 800))
def test_later_days_end_no_earlier(day: date, length: Length, more: int) -> None:
    """A clock that starts later never ends sooner: month ends and leap days included."""
    assert after(day, length) <= after(day + timedelta(more), length)


@given(days, st.integers(0, 36))
def test_month_ends_are_clamped(day: date, months: int) -> None:
    """A day that the month lacks becomes its last day, never the next month's first."""
    moved = after(day, Length(months=months))
    total = day.year * 12 + day.month - 1 + months
    assert (moved.year, moved.month - 1) == divmod(total, 12)
    assert moved.day == day.day or (moved.day < day.day and (moved + timedelta(1)).day == 1)


@given(days, st.integers(1, 12))
def test_leap_days(day: date, years: int) -> None:
    """Whole years keep the day of the year, but for 29 February in a year without one."""
    moved = after(day, Length(years=years))
    leap = (day.month, day.day) == (2, 29) and moved.day == 28
    assert leap or (moved.month, moved.day) == (day.month, day.day)


def test_no_year_is_too_far() -> None:
    """The ends of the calendar are a wall, not an error."""
    assert after(date.max, Length(years=3, days=5)) == date.max
    assert incl(date(9998, 12, 31), Length(years=1)) == date(9999, 12, 30)


def test_in_words() -> None:
    """A length is said in the law's own units."""
    assert [str(Length(years=1)), str(Length(months=6)), str(Length(days=28)), str(Length())] == [
        "1 year",
        "6 months",
        "28 days",
        "none",
    ]
