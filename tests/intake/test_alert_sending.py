import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest

from intake.alerts import MANY_READS, RETENTION_DUE, UNDELIVERED, Outbox, Sending, arrived, tell
from intake.alerts.addressees import Addressee, Via, next_time
from intake.alerts.channel import Wait
from intake.alerts.memory import MemoryAlerts
from intake.alerts.notice import Alert
from intake.alerts.sending import GIVEN_UP, LEASE, MOST_TRIES
from intake.boundary import TryLater, WillNeverWork

MORNING = int(datetime(2026, 11, 22, 8, 0, tzinfo=UTC).timestamp())
"""8 in London: in winter its clocks show UTC."""


@dataclass
class Told:
    """Somebody who is told, and does whatever `acts` say first."""

    alerts: list[Alert] = field(default_factory=list)
    acts: list[Exception] = field(default_factory=list)

    def send(self, alert: Alert) -> None:
        """Take an alert, or raise."""
        if self.acts:
            raise self.acts.pop(0)
        self.alerts.append(alert)

    @property
    def words(self) -> list[str]:
        """What was said."""
        return [alert.words.removeprefix("Candour: ") for alert in self.alerts]


@dataclass
class Day:
    """An outbox in memory, its clock, and what brings its messages."""

    sending: Sending
    now: list[int]

    def passes(self, seconds: int) -> None:
        """Let time pass in steps of half a minute, a round in each."""
        end = self.now[0] + seconds
        while self.now[0] < end:
            self.now[0] = min(self.now[0] + 30, end)
            self.sending.round()


@pytest.fixture
def day() -> Callable[..., Day]:
    """Return a function that makes a day for these people: (channel, digest time, way)."""

    def make(*people: tuple[Told, str | None, Via]) -> Day:
        rows, now = MemoryAlerts({}, {}), [MORNING]

        @contextmanager
        def begin() -> Iterator[MemoryAlerts]:
            yield rows

        named = tuple(
            Addressee(str(number), f"alerts.people.{number}", via, told, at)
            for number, (told, at, via) in enumerate(people)
        )
        return Day(Sending(Outbox(named, begin, lambda: now[0])), now)

    return make


def outbox(day: Day) -> Outbox:
    return day.sending.outbox


def test_at_once_or_once_a_day(day: Callable[..., Day]) -> None:
    """Each person hears as chosen: of each arrival, or at nine of all since the last time."""
    now, daily, evening = Told(), Told(), Told()
    today = day((now, None, "email"), (daily, "09:00", "email"), (evening, "18:30", "webhook"))
    for priority in (2, 0, 2):
        tell(outbox(today), arrived(priority))
    today.passes(1800)
    assert [len(one.alerts) for one in (now, daily, evening)] == [3, 0, 0]
    today.passes(1800)
    assert daily.words == ["3 reports have arrived. Priority 0: 1. Priority 2: 2."]
    assert evening.alerts == []
    tell(outbox(today), arrived(1))
    today.passes(10 * 3600)
    assert evening.words == ["4 reports have arrived. Priority 0: 1. Priority 1: 1. Priority 2: 2."]
    today.passes(14 * 3600)
    assert daily.words[1:] == ["1 report has arrived. Priority 1: 1."]


def test_a_day_without_arrivals_has_no_digest(day: Callable[..., Day]) -> None:
    """Nothing arrived: nothing is sent."""
    daily = Told()
    day((daily, "09:00", "email")).passes(3 * 24 * 3600)
    assert daily.alerts == []


def test_an_alarm_waits_for_no_digest(day: Callable[..., Day]) -> None:
    """Whoever chose a digest hears of an alarm at once, but of deletions due at nine."""
    daily = Told()
    today = day((daily, "09:00", "email"))
    tell(outbox(today), MANY_READS)
    tell(outbox(today), RETENTION_DUE)
    today.passes(30)
    assert [alert.kind for alert in daily.alerts] == ["many_reads"]
    today.passes(3600)
    assert [alert.kind for alert in daily.alerts] == ["many_reads", "retention_due"]


def test_a_flood_of_alarms_is_one_and_one_more(day: Callable[..., Day]) -> None:
    """What is noticed again within an hour is told once, when the hour is over."""
    told = Told()
    today = day((told, None, "email"))
    for _ in range(100):
        tell(outbox(today), MANY_READS)
        today.passes(30)
    assert len(told.alerts) == 1
    today.passes(3600)
    assert len(told.alerts) == 2
    today.passes(24 * 3600)
    assert len(told.alerts) == 2


def test_tries_grow_apart_and_end_after_a_day(
    day: Callable[..., Day], caplog: pytest.LogCaptureFixture
) -> None:
    """Half a minute, then ever longer up to an hour; after 24 hours one error line ends it."""
    told = Told(acts=[TryLater("the server answered 503") for _ in range(100)])
    today = day((told, None, "email"))
    tell(outbox(today), arrived(2))
    left = []
    with caplog.at_level(logging.WARNING):
        for _ in range(26):
            today.passes(3600)
            left.append(len(told.acts))
    tries = [before - after for before, after in zip([100, *left], left, strict=False)]
    assert tries[0] in {6, 7}
    assert set(tries[1:23]) <= {0, 1, 2}
    assert tries[-1] == 0
    assert told.alerts == []
    (line,) = [one.getMessage() for one in caplog.records if one.levelno == logging.ERROR]
    assert line == (
        "alerts.people.0 was not told for 24 hours; this alert is given up: the server answered 503"
    )


def test_what_will_never_work_is_given_up_at_once(
    day: Callable[..., Day], caplog: pytest.LogCaptureFixture
) -> None:
    """One try, one error line with the place in the team file, and the next alert is tried."""
    told, other = Told(acts=[WillNeverWork("the server answered 403")]), Told()
    today = day((told, None, "telegram"), (other, None, "email"))
    tell(outbox(today), arrived(2))
    with caplog.at_level(logging.WARNING):
        today.passes(3600)
    assert [one.getMessage() for one in caplog.records] == [
        "alerts.people.0 cannot be told; this alert is given up: the server answered 403"
    ]
    assert (told.alerts, len(other.alerts)) == ([], 1)
    tell(outbox(today), arrived(3))
    today.passes(30)
    assert told.words == ["a report has arrived. Priority 3."]


def test_only_who_was_not_told_is_told_again(day: Callable[..., Day]) -> None:
    """Whoever was told is not told twice; a second try has the id of the first."""
    told, other = Told(acts=[TryLater("ConnectionRefusedError")]), Told()
    today = day((told, None, "webhook"), (other, None, "email"))
    tell(outbox(today), arrived(2))
    today.passes(3600)
    assert [len(told.alerts), len(other.alerts)] == [1, 1]
    assert told.alerts[0].id != other.alerts[0].id


def test_a_wait_that_was_asked_for_is_kept(day: Callable[..., Day]) -> None:
    """After "wait 600 seconds" that way is left alone for them, for every message; others go on."""
    chat, second, mail = Told(acts=[Wait("the server answered 429", 600)]), Told(), Told()
    today = day((chat, None, "telegram"), (second, None, "telegram"), (mail, None, "email"))
    tell(outbox(today), arrived(2))
    today.sending.round()
    tell(outbox(today), arrived(3))
    today.passes(570)
    told = len(chat.alerts) + len(second.alerts)
    assert told <= 1
    assert len(mail.alerts) == 2
    today.passes(60)
    assert [len(one.alerts) for one in (chat, second, mail)] == [2, 2, 2]


def test_who_left_the_team_file_is_told_nothing(day: Callable[..., Day]) -> None:
    """A message to somebody who is no longer named is dropped, untried."""
    gone = Told()
    today = day((gone, None, "email"))
    tell(outbox(today), arrived(2))
    today.sending.outbox = Outbox((), outbox(today).begin, outbox(today).clock)
    today.sending.round()
    with outbox(today).begin() as rows:
        assert rows.claim_alert(today.now[0] + GIVEN_UP, 0) is None
    assert gone.alerts == []


def test_one_that_kills_its_process_each_time_ends(day: Callable[..., Day]) -> None:
    """A message whose every try ends in a crash is tried a bounded number of times."""
    told = Told()
    today = day((told, None, "email"))
    tell(outbox(today), UNDELIVERED)
    for _ in range(MOST_TRIES):
        with outbox(today).begin() as rows:
            assert rows.claim_alert(today.now[0], today.now[0] + LEASE)
        today.now[0] += LEASE
    today.sending.round()
    assert told.alerts == []
    with outbox(today).begin() as rows:
        assert rows.claim_alert(today.now[0] + GIVEN_UP, 0) is None


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("2026-11-22T08:59:59+00:00", "2026-11-22T09:00:00+00:00"),
        ("2026-11-22T09:00:00+00:00", "2026-11-23T09:00:00+00:00"),
        ("2026-03-28T10:00:00+00:00", "2026-03-29T08:00:00+00:00"),
        ("2026-10-24T08:00:00+00:00", "2026-10-25T09:00:00+00:00"),
    ],
)
def test_nine_is_nine_in_london(now: str, then: str) -> None:
    """The digest comes when clocks in London show the hour, in summer and in winter."""
    at = next_time("09:00", int(datetime.fromisoformat(now).timestamp()))
    assert datetime.fromtimestamp(at, UTC) == datetime.fromisoformat(then)
