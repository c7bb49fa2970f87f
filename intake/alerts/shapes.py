"""The `[alerts]` tables of `team.toml`: which keys, of which kind.

What follows from several tables together is judged in `intake.alerts.faults`.
"""

import re
from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from intake.shape import Line, Shape, is_loopback

When = Literal["at_once", "digest"]

_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
_ADDRESS = re.compile(r"[^@\s,<>]+@[^@\s,<>]+")


def _time_of_day(given: object) -> object:
    if not isinstance(given, str) or not _TIME.fullmatch(given):
        raise ValueError('is not a time of day: write it like "09:00", in quotes')
    return given


def _address(given: str) -> str:
    if not _ADDRESS.fullmatch(given):
        raise ValueError("is not one e-mail address: write it like anna@example.org")
    return given


def _not_in_the_open(url: str) -> str:
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        host, parts = "", urlsplit("")
    if not host or not url.isascii() or not url.isprintable() or " " in url or parts.fragment:
        raise ValueError("is not an address: write it like https://example.org/alerts")
    if "@" in parts.netloc:
        raise ValueError("holds a user or a password: take it out, the signature shows who we are")
    if parts.scheme != "https" and not (parts.scheme == "http" and is_loopback(host)):
        raise ValueError("must begin with https:// (http:// only goes to this very machine)")
    return url


TimeOfDay = Annotated[str, BeforeValidator(_time_of_day)]
Url = Annotated[Line, AfterValidator(_not_in_the_open)]


class Told(Shape):
    """Whoever is told: of each arrival at once, or once a day of all since the last time."""

    when: When = "at_once"
    digest_at: TimeOfDay | None = None
    """By the clock in London; without it, that of `[alerts]`."""


class EmailAlert(Told):
    """The mail server, and the shared addresses that are told through it."""

    sender: Line
    to: tuple[Line, ...] = Field(default=(), repr=False)
    host: Line
    port: Annotated[int, Field(ge=1, le=65535)]
    security: Literal["starttls", "tls", "none"] = "starttls"
    user: str = ""
    password_file: Path | None = None
    ca_file: Path | None = None
    """A private certificate authority of the mail server, if it has one."""

    @model_validator(mode="after")
    def _never_in_the_open(self) -> Self:
        if self.security == "none" and not is_loopback(self.host):
            raise ValueError(
                'security = "none" only goes with a mail server on this machine (127.0.0.1): use '
                '"starttls" or "tls"'
            )
        if bool(self.user) != (self.password_file is not None):
            raise ValueError("user and password_file go together: give both or neither")
        return self


class CommandAlert(Told):
    """A program of the operator's, with the priority or the kind of alert as its last word."""

    run: Annotated[tuple[Line, ...], Field(min_length=1)]


class WebhookAlert(Told):
    """An address that signed alerts are posted to."""

    url: Url = Field(repr=False)
    secret_file: Path
    """Base64 of 24 bytes or more; two lines while a receiver changes over."""
    ca_file: Path | None = None


class TelegramAlert(Told):
    """The staff's own bot, and the shared chat that is told through it."""

    token_file: Path
    """Never the token of the reporters' bot."""
    api_url: Url = "https://api.telegram.org"
    chat: int | None = Field(default=None, repr=False)


class PersonAlert(Told):
    """One person of the staff: told at an e-mail address, or in a chat with the staff's bot."""

    name: Line = Field(repr=False)
    email: Annotated[Line, AfterValidator(_address)] | None = Field(default=None, repr=False)
    telegram: int | None = Field(default=None, repr=False)


class Alerts(Shape):
    """Who is told that something has arrived, through what, and when."""

    digest_at: TimeOfDay = "09:00"
    email: EmailAlert | None = None
    command: CommandAlert | None = None
    webhook: WebhookAlert | None = None
    telegram: TelegramAlert | None = None
    people: tuple[PersonAlert, ...] = ()


SHAPES = (Alerts, EmailAlert, CommandAlert, WebhookAlert, TelegramAlert, PersonAlert)
"""All of them, for whoever looks for a misspelt key."""
