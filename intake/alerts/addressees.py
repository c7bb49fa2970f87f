"""Who is told, through which channel, and when: the `[alerts]` tables, one addressee each."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from intake.alerts.channel import Channel
from intake.alerts.mail import Mail
from intake.alerts.program import Program
from intake.alerts.shapes import Alerts, PersonAlert, Told
from intake.alerts.staff_chat import StaffChat
from intake.alerts.webhook import Webhook

Via = Literal["email", "command", "webhook", "telegram"]

_LONDON = ZoneInfo("Europe/London")


@dataclass(frozen=True, slots=True)
class Addressee:
    """One person or shared channel."""

    key: str
    """What the outbox remembers it by: 16 hexadecimal digits, which name nobody."""
    place: str
    """Where the team file has it, for logs: `alerts.email`, `alerts.people.0`."""
    via: Via
    channel: Channel = field(repr=False)
    digest_at: str | None
    """The time in London of its daily digest; nothing: told of each arrival at once."""

    def due(self, now: int) -> int:
        """Return when it may next be told of what can wait."""
        return next_time(self.digest_at, now) if self.digest_at else now


def addressees(alerts: Alerts) -> tuple[Addressee, ...]:
    """Return everybody whom the team file names."""
    return tuple(_all(alerts))


def next_time(at: str, now: int) -> int:
    """Return the next moment after `now` at which a clock in London shows `at` ("09:00")."""
    hour, minute = map(int, at.split(":"))
    here = datetime.fromtimestamp(now, UTC).astimezone(_LONDON)
    then = here.replace(hour=hour, minute=minute, second=0, microsecond=0, fold=0)
    if then.timestamp() <= now:
        then += timedelta(days=1)
    return int(then.timestamp())


def _all(alerts: Alerts) -> Iterator[Addressee]:
    email, command, webhook, chat = alerts.email, alerts.command, alerts.webhook, alerts.telegram
    if email is not None and email.to:
        yield _shared(alerts, email, "email", Mail(email, email.to))
    if command is not None:
        yield _shared(alerts, command, "command", Program(command.run))
    if webhook is not None:
        yield _shared(alerts, webhook, "webhook", Webhook(webhook))
    if chat is not None and chat.chat is not None:
        yield _shared(alerts, chat, "telegram", StaffChat(chat, chat.chat))
    for number, person in enumerate(alerts.people):
        place, key = f"alerts.people.{number}", _key("person", person.name)
        via, channel = _of_person(alerts, person)
        yield Addressee(key, place, via, channel, _digest_at(alerts, person))


def _shared(alerts: Alerts, told: Told, via: Via, channel: Channel) -> Addressee:
    return Addressee(_key(via), f"alerts.{via}", via, channel, _digest_at(alerts, told))


def _of_person(alerts: Alerts, person: PersonAlert) -> tuple[Via, Channel]:
    if person.email is not None and alerts.email is not None:
        return "email", Mail(alerts.email, (person.email,))
    if person.telegram is not None and alerts.telegram is not None:
        return "telegram", StaffChat(alerts.telegram, person.telegram)
    raise ValueError("a person without a way to be told; the team file's checks refuse one")


def _digest_at(alerts: Alerts, told: Told) -> str | None:
    return (told.digest_at or alerts.digest_at) if told.when == "digest" else None


def _key(*words: str) -> str:
    return hashlib.sha256("\0".join(words).encode()).hexdigest()[:16]
