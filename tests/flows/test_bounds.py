"""First and last days of remembered dates (FACTS 2.6), and how far "around" reaches."""

import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.calendar import Almanac
from flows.calendar.bounding import NotADate
from flows.draft import Answer
from flows.setting import Setting
from flows.span import Padding, Span, last_of_month, months_after, padded

CALENDAR = Almanac()
DAYS = st.dates(date(1930, 1, 1), date(2090, 12, 31))
YEARS = st.integers(1930, 2090)


def spanned(edtf: str) -> tuple[str, str]:
    """Return the bounds as ISO days, "" for an open end."""
    span = CALENDAR.bounds(edtf)
    return f"{span.earliest or ''}", f"{span.latest or ''}"


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2011-10-23", "2011-10-23", "2011-10-23"),
        ("2011-10", "2011-10-01", "2011-10-31"),
        ("2011", "2011-01-01", "2011-12-31"),
        ("2011~", "2011-01-01", "2011-12-31"),
        ("2011?", "2011-01-01", "2011-12-31"),
        ("2011-22", "2011-06-01", "2011-08-31"),
        ("2011-21~", "2011-03-01", "2011-05-31"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("2011-10/2012-03", "2011-10-01", "2012-03-31"),
        ("2019/..", "2019-01-01", ""),
        ("[2011,2012]", "2011-01-01", "2012-12-31"),
        ("", "", ""),
    ],
)
@pytest.mark.holds("T28")
def test_every_row_of_the_table_has_its_bounds(edtf: str, earliest: str, latest: str) -> None:
    """What a person says about a date has exactly the first and last day of FACTS 2.6."""
    assert spanned(edtf) == (earliest, latest)


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2022/2024", "2022-01-01", "2024-12-31"),
        ("../2016", "", "2016-12-31"),
        ("2026-11-12/2026-11-22", "2026-11-12", "2026-11-22"),
        ("2012-02", "2012-02-01", "2012-02-29"),
        ("2011-02", "2011-02-01", "2011-02-28"),
        ("2011-22/2012-21", "2011-06-01", "2012-05-31"),
        ("[2011-21,2012]", "2011-03-01", "2012-12-31"),
        ("2019-01/2019-02", "2019-01-01", "2019-02-28"),
        # "Winter 2011" may be early in 2011, or run on into 2012: nobody's winter is left out.
        ("2011-24", "2011-01-01", "2012-02-29"),
        ("2016%/2018~", "2016-01-01", "2018-12-31"),
    ],
)
def test_ranges_sets_and_seasons_have_bounds(edtf: str, earliest: str, latest: str) -> None:
    """What the cards make has bounds too, leap days and long winters included."""
    assert spanned(edtf) == (earliest, latest)


@pytest.mark.parametrize(
    "edtf",
    [
        *("/2015", "2015/", "2015-13", "2011-02-29", "2011-02-30", "2011-25", "2012/2011"),
        *("2011-1X", "2011-10-2X", "20XX", "[2011/2012]", "[]", "last year", "2011-10-23T10:00"),
        *("1/2/3", "\u0662\u0660\u0661\u0661", "0000", "[2011,]", "2011\n"),
    ],
)
def test_unknown_ends_and_what_is_no_date_are_refused(edtf: str) -> None:
    """An unknown end has no invented bound, and the refusal never repeats what was given."""
    with pytest.raises(NotADate) as refused:
        CALENDAR.bounds(edtf)
    assert not edtf.strip() or edtf.strip() not in str(refused.value)
    assert refused.value.__suppress_context__ or refused.value.__context__ is None


@settings(max_examples=40, deadline=None)
@given(DAYS, DAYS, st.sampled_from(["", "~", "?", "%"]))
def test_the_earliest_day_never_follows_the_latest(one: date, other: date, mark: str) -> None:
    """Of any day, month, year, decade or range, the first day is not after the last."""
    first, last = sorted((one, other))
    for width in (4, 7, 10):
        for edtf in (
            first.isoformat()[:width] + mark,
            f"{first.isoformat()[:width]}/{last.isoformat()[:width]}",
            f"[{first.isoformat()[:width]},{last.isoformat()[:width]}]",
            f"{first.year // 10}X",
        ):
            span = CALENDAR.bounds(edtf)
            assert span.earliest is not None
            assert span.latest is not None
            assert span.earliest <= first <= span.latest


@settings(max_examples=40, deadline=None)
@given(YEARS, st.integers(1, 12))
def test_months_end_on_their_last_day(year: int, month: int) -> None:
    """A month's bounds are its first day and the day before the next month's first."""
    span = CALENDAR.bounds(f"{year}-{month:02}")
    assert span.earliest == date(year, month, 1)
    assert span.latest is not None
    assert (span.latest + timedelta(days=1)).day == 1
    assert span.latest == last_of_month(span.earliest)


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2011-10-23", "2011-10-09", "2011-11-06"),
        ("2011-10", "2011-08-01", "2011-12-31"),
        ("2011-12", "2011-10-01", "2012-02-29"),
        ("2011", "2010-07-01", "2012-06-30"),
        ("2011-22", "2011-04-01", "2011-10-31"),
        ("2019-01/2019-02", "2018-11-01", "2019-04-30"),
        ("2016/2018-05-10", "2015-07-01", "2018-05-24"),
        ("[2011,2012]", "2010-07-01", "2013-06-30"),
        ("2019/..", "2018-07-01", ""),
    ],
)
def test_around_widens_by_how_exactly_it_was_said(edtf: str, earliest: str, latest: str) -> None:
    """A day is widened by 14 days, a month by 2 months, a year by 6, an open end not at all."""
    wide = padded(CALENDAR.bounds(edtf), edtf, about=True)
    assert (f"{wide.earliest or ''}", f"{wide.latest or ''}") == (earliest, latest)


def test_only_an_approximate_date_is_widened() -> None:
    """EDTF's own marks widen like "around"; an exact date stays; the figures can be set."""
    span = CALENDAR.bounds("2011-10")
    assert padded(span, "2011-10") is span
    assert padded(span, "2011-10~") == padded(span, "2011-10", about=True) != span
    one = padded(span, "2011-10?", by=Padding(month_in_months=1))
    assert (one.earliest, one.latest) == (date(2011, 9, 1), date(2011, 11, 30))
    assert padded(Span(), "", about=True) == Span()


@given(DAYS, st.integers(-600, 600))
def test_months_are_clamped_never_skipped(day: date, months: int) -> None:
    """A month later is in the next month, on the same day or on its last."""
    after = months_after(day, months)
    assert (after.year * 12 + after.month) - (day.year * 12 + day.month) == months
    assert after.day == min(day.day, last_of_month(after).day)


@pytest.mark.parametrize(
    ("day", "nation"),
    [
        (date(2026, 11, 21), "england"),  # Saturday
        (date(2026, 12, 25), "wales"),
        (date(2026, 12, 28), "england"),  # in place of Boxing Day
        (date(2026, 4, 6), "england"),  # Easter Monday
        (date(2026, 11, 30), "scotland"),  # St Andrew's Day
        (date(2026, 7, 13), "ni"),
        (date(2026, 11, 30), "not_sure"),  # closed somewhere
    ],
)
def test_courts_are_closed_at_weekends_and_on_their_nations_holidays(
    day: date, nation: str
) -> None:
    """A nation's public holidays count; where the nation is unknown, any nation's."""
    assert CALENDAR.closed(day, nation)


@pytest.mark.parametrize(
    ("day", "nation"),
    [
        (date(2026, 11, 23), "england"),
        (date(2026, 4, 6), "scotland"),  # Easter Monday
        (date(2026, 11, 30), "england"),  # St Andrew's Day
        (date(2026, 11, 24), "online"),
    ],
)
def test_courts_are_open_on_other_days(day: date, nation: str) -> None:
    """Another nation's holiday closes nothing."""
    assert not CALENDAR.closed(day, nation)


def test_the_libraries_are_loaded_only_when_first_asked() -> None:
    """A turn that asks nothing of days imports none of the slow libraries."""
    script = (
        "import sys, flows.turn, flows.setting; "
        "print(*{'edtf', 'dateparser', 'holidays'} & set(sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == ""


def test_a_date_never_shows_in_a_repr() -> None:
    """Neither an answer, nor a span, nor a setting shows a date of hers when printed."""
    answer = Answer("answered", date="2011-10-23", about=True)
    assert "2011" not in repr(answer) + repr(CALENDAR.bounds(answer.date))
    assert "calendar" not in repr(Setting.__dataclass_fields__["calendar"].default)
