"""Her days and hours by London's clock, on the days on which it changes too."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.hours import allowed, day, end_of, next_allowed, tomorrow
from flows.loading import read_flow
from flows.reach import DAYS, HOURS, LASTS

LONDON = ZoneInfo("Europe/London")
EVERY_DAY, EVERY_HOUR = list(DAYS), list(HOURS)


def at(text: str) -> int:
    """Return the unix second of a wall clock time in London."""
    return int(datetime.fromisoformat(text).replace(tzinfo=LONDON).timestamp())


@pytest.mark.parametrize(
    ("when", "fits"),
    [
        ("2026-11-24T08:59:59", False),
        ("2026-11-24T09:00:00", True),
        ("2026-11-24T11:59:59", True),
        ("2026-11-24T12:00:00", False),
        ("2026-11-25T10:00:00", False),
    ],
)
def test_hours_begin_and_end_on_the_second(when: str, *, fits: bool) -> None:
    """Tuesday mornings are Tuesday from 9 to 12, and nothing else."""
    assert allowed(["tuesday"], ["mornings"], at(when)) is fits


@pytest.mark.parametrize("sunday", ["2026-03-29", "2026-10-25"])
def test_the_clock_that_changes(sunday: str) -> None:
    """On both Sundays on which the clock changes, nine is nine on her own clock."""
    assert not allowed(["sunday"], ["mornings"], at(f"{sunday}T08:59:59"))
    assert allowed(["sunday"], ["mornings"], at(f"{sunday}T09:00:00"))
    before = at(f"{sunday}T00:30:00")
    assert next_allowed(["sunday"], ["mornings"], before) == at(f"{sunday}T09:00:00")
    night = tomorrow(before) - at(f"{sunday}T00:00:00")
    assert night in {23 * 3600, 25 * 3600}


def test_in_summer_nine_in_london_is_eight_in_utc() -> None:
    """A server's own clock does not count."""
    eight = int(datetime(2026, 7, 7, 8, 0, tzinfo=UTC).timestamp())
    assert allowed(["tuesday"], ["mornings"], eight)
    assert not allowed(["tuesday"], ["mornings"], eight - 1)


def test_the_next_hour_is_never_one_she_did_not_choose() -> None:
    """From any hour of a fortnight round a clock change, the next hour found is allowed."""
    for days in (["monday"], ["saturday", "sunday"], EVERY_DAY):
        for hours in (["mornings"], ["evenings"], EVERY_HOUR):
            for start in range(at("2026-10-18T00:00:00"), at("2026-11-01T00:00:00"), 3607):
                found = next_allowed(days, hours, start)
                assert found >= start
                assert allowed(days, hours, found)
                assert found - start <= 8 * 86400


def test_the_last_day_is_whole() -> None:
    """A tie ends with the last second of its last day."""
    assert day(end_of(date(2026, 12, 6)) - 1) == date(2026, 12, 6)
    assert day(end_of(date(2026, 12, 6))) == date(2026, 12, 7)


def test_the_labels_say_the_hours() -> None:
    """What the buttons promise is what is kept: hours, days, and how long."""
    steps = read_flow().steps
    hours = {o.id: o.label for o in steps["chat_hours"].options}
    twelve = {start: (start - 1) % 12 + 1 for start in range(24)}
    expected = {
        part: f"{part.title()}, {twelve[start]} to {twelve[end]}"
        for part, (start, end) in HOURS.items()
    }
    assert hours == expected
    assert [o.id for o in steps["chat_days"].options] == list(DAYS)
    assert [o.id for o in steps["chat_until"].options] == list(LASTS)
