"""What typed dates may mean: suggestions in four languages, and what is nobody's date."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.calendar import Almanac

CALENDAR = Almanac()
TODAY = date(2026, 11, 22)


def guessed(text: str, language: str = "en", *, ahead: bool = False) -> list[str]:
    """Return the guesses; "~" stands for around."""
    found = CALENDAR.guesses(text, language, TODAY, ahead=ahead)
    return [guess.edtf + ("~" if guess.about else "") for guess in found]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("October 2011", "2011-10"),
        ("I think it was in Oct, 2011", "2011-10"),
        ("23rd of October 2011", "2011-10-23"),
        ("October 23, 2011", "2011-10-23"),
        ("summer 2011", "2011-22"),
        ("in the summer of 2015", "2015-22"),
        ("winter 2011", "2011-24"),
        ("around 2011", "2011~"),
        ("about October 2019", "2019-10~"),
        ("around spring 2011", "2011-21~"),
        ("2010s", "201X"),
        ("the 90s", "199X"),
        ("Oct 2011 to March 2012", "2011-10/2012-03"),
        ("between June 2011 and July 2012", "2011-06/2012-07"),
        ("2024-2025", "2024/2025"),
        ("since 2019", "2019/.."),
        ("2011 or 2012", "[2011,2012]"),
        ("03/04/2011", "2011-04-03"),
        ("3.4.2011", "2011-04-03"),
        ("2011-10-23", "2011-10-23"),
        ("4/2011", "2011-04"),
        ("yesterday", "2026-11-21"),
        ("last week", "2026-11-09/2026-11-15"),
        ("around Easter, 2019", "2019"),
    ],
)
def test_what_people_type_is_read_as_they_mean_it(text: str, edtf: str) -> None:
    """Months, seasons, ranges, decades and "around" are read; a day comes before its month."""
    assert guessed(text) == [edtf]


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("cy", "mis Mai 2012", ["2012-05"]),
        ("cy", "haf 2011", ["2011-22"]),
        ("cy", "tua 2011", ["2011~"]),
        ("cy", "ers 2019", ["2019/.."]),
        ("cy", "o fis Fehefin 2011 i fis Awst 2011", ["2011-06/2011-08"]),
        ("cy", "1990au", ["199X"]),
        ("cy", "ddoe", ["2026-11-21"]),
        ("cy", "October 2011", ["2011-10"]),
        # One word for autumn and for October: she says which.
        ("cy", "hydref 2011", ["2011-10", "2011-23"]),
        ("cy", "mis Hydref 2011", ["2011-10"]),
        ("pl", "w październiku 2011", ["2011-10"]),
        ("pl", "12 października 2011", ["2011-10-12"]),
        ("pl", "latem 2011", ["2011-22"]),
        ("pl", "lata 90.", ["199X"]),
        ("pl", "od października 2011 do marca 2012", ["2011-10/2012-03"]),
        ("pl", "2011 lub 2012", ["[2011,2012]"]),
        ("ur", "اکتوبر 2011", ["2011-10"]),
        ("ur", "۲۳ اکتوبر ۲۰۱۱", ["2011-10-23"]),
        ("ur", "2011 کی گرمیوں میں", ["2011-22"]),
        ("ur", "2019 سے", ["2019/.."]),
        ("ur", "اکتوبر 2011 سے مارچ 2012 تک", ["2011-10/2012-03"]),
        ("ur", "2011 یا 2012", ["[2011,2012]"]),
    ],
)
def test_each_language_has_its_own_words(language: str, text: str, edtf: list[str]) -> None:
    """Welsh, Polish and Urdu are read in their own words and digits, and English beside them."""
    assert guessed(text, language) == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("it may have been 2011", ["2011"]),
        ("I was 19", []),
        ("when I was 19 in 2011", ["2011"]),
        ("Oct 11", []),  # a day or a year
        ("03/04/11", ["2011-04-03"]),
        ("03/04/98", ["1998-04-03"]),
        ("summer of '98", ["1998-22"]),
        ("13/25/2011", []),
        ("31/02/2011", []),
        ("at 20:11", []),
        ("020 7946 2011", []),
        ("+44 7700 900 2011", []),
        ("07700 900123 or 2019", ["2019"]),
        ("in October", []),
        ("a long time ago", []),
        ("every Monday in March", []),
        ("about 12 people", []),
        ("£2011", []),
        ("ref 9f2011ab", []),
    ],
)
def test_what_is_no_date_is_left_alone(text: str, edtf: list[str]) -> None:
    """Verbs, ages, times, sums and telephone numbers are nobody's date; two readings are none."""
    assert guessed(text) == edtf


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("cy", "dydd Mawrth"),
        ("cy", "dwy fil ac un ar ddeg"),
        ("ur", "جب میں ۱۹ سال کی تھی"),
        ("pl", "mam 19 lat"),
    ],
)
def test_other_languages_have_such_words_too(language: str, text: str) -> None:
    """A weekday that is called like a month, an age and a number in words are no dates."""
    assert guessed(text, language) == []


def test_the_future_is_offered_only_where_it_is_asked_for() -> None:
    """What has happened lies behind; a hearing lies ahead, and its next day is meant."""
    for text in ("December 2026", "2027", "tomorrow"):
        assert guessed(text) == []
    assert guessed("12 March", ahead=True) == ["2027-03-12"]
    assert guessed("14 January 2027", ahead=True) == ["2027-01-14"]
    assert guessed("next week", ahead=True) == ["2026-11-23/2026-11-29"]
    assert guessed("2019", ahead=True) == []
    # The same word is yesterday and tomorrow.
    assert guessed("کل", "ur") == ["2026-11-21"]
    assert guessed("کل", "ur", ahead=True) == ["2026-11-23"]


def test_there_are_at_most_three() -> None:
    """More dates than three are not offered."""
    assert guessed("2019, 2020, 2021, 2022") == ["2019", "2020", "2021"]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60) | st.from_regex(r"[A-Za-z]{2,9} ?[0-9/. -]{1,12}", fullmatch=True))
def test_no_words_break_it(text: str) -> None:
    """Whatever is typed, every guess has bounds that begin by today."""
    for guess in CALENDAR.guesses(text, "pl", TODAY):
        span = CALENDAR.bounds(guess.edtf)
        assert span.earliest is None or span.earliest <= TODAY


def test_long_words_are_read_quickly() -> None:
    """A message made to be slow to read is read in well under a second."""
    guessed("October 2011")
    start = time.perf_counter()
    for text in ("1" * 4000, "a " * 2000, "1 " * 2000, "2011 " * 800, "(" * 4000):
        guessed(text)
    assert time.perf_counter() - start < 2
