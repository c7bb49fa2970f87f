"""The minutes that reporters are told come from measuring, not from hope."""

from flows.commands.timing import WAYS, Journey, journeys, told
from tests.stories.telling import shipped


def test_the_minutes_told_are_those_measured() -> None:
    """times.yaml holds the 75th percentiles of now: `python -m flows times --write`."""
    moves = shipped()
    found = {way: journeys(moves, way) for way in WAYS}
    assert told(found) == dict(moves.flow.times)


def test_nearly_every_walk_reaches_send() -> None:
    """The measured walks are whole ones: none is stuck on the way."""
    assert all(len(journeys(shipped(), way, 50)) == 50 for way in WAYS)


def test_a_longer_text_takes_longer() -> None:
    """Words, letters and taps each add to the minutes."""
    short = Journey(1, 1, 90, 0)
    assert short.minutes < Journey(1, 1, 180, 0).minutes
    assert short.minutes < Journey(1, 1, 90, 60).minutes
    assert short.minutes < Journey(1, 9, 90, 0).minutes
