"""Tell staff that a report has arrived: a priority and nothing else, by e-mail or by a program."""

import logging
import os
import smtplib
import ssl
import subprocess
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from email.message import EmailMessage
from typing import Literal

from intake.boundary import TryLater, WillNeverWork
from intake.team_file import Alerts, CommandAlert, EmailAlert

Channel = Literal["email", "command"]

CHANNELS: frozenset[Channel] = frozenset({"email", "command"})

_log = logging.getLogger(__name__)

_SECONDS = 30
"""How long a mail server or the operator's program may take."""

_PERMANENT = 500
"""SMTP replies from here on stay the same however often one asks."""


@dataclass(frozen=True, slots=True)
class FailedAlert:
    """A channel through which nobody was told."""

    channel: Channel
    retry: bool
    """Whether trying the same again may help."""


def send(
    alerts: Alerts, priority: int, only: Collection[Channel] = CHANNELS
) -> tuple[FailedAlert, ...]:
    """Tell staff through every channel set up; return those that failed. Never raises for them.

    The caller tries again with `only` the failed channels whose `retry` is true. Takes up to 30
    seconds a channel: call it after the hand-over is stored, never before.
    """
    failed = []
    for channel, tell in _set_up(alerts).items():
        if channel not in only:
            continue
        try:
            tell(priority)
        except (TryLater, WillNeverWork) as fault:
            retry = isinstance(fault, TryLater)
            # By kind only: a mail server's own words may quote addresses.
            _log.warning("alert by %s failed: %s (retry: %s)", channel, fault, retry)
            failed.append(FailedAlert(channel, retry))
    return tuple(failed)


def words(priority: int) -> str:
    """Return everything that an alert says."""
    return f"Candour: a report has arrived. Priority {priority}."


def _set_up(alerts: Alerts) -> Mapping[Channel, Callable[[int], None]]:
    found: dict[Channel, Callable[[int], None]] = {}
    email, command = alerts.email, alerts.command
    if email is not None:
        found["email"] = lambda priority: _send_email(email, priority)
    if command is not None:
        found["command"] = lambda priority: _run_command(command, priority)
    return found


def _send_email(alert: EmailAlert, priority: int) -> None:
    message = EmailMessage()
    message["From"] = alert.sender
    message["To"] = ", ".join(alert.to)
    message["Subject"] = words(priority)
    message.set_content(words(priority) + "\n")
    try:
        with _connection(alert) as server:
            refused = server.send_message(message)
    except (ssl.SSLCertVerificationError, smtplib.SMTPNotSupportedError) as fault:
        raise WillNeverWork(type(fault).__name__) from None
    except smtplib.SMTPResponseException as fault:
        kind = WillNeverWork if fault.smtp_code >= _PERMANENT else TryLater
        raise kind(f"{type(fault).__name__} {fault.smtp_code}") from None
    except smtplib.SMTPRecipientsRefused as fault:
        codes = {code for code, _ in fault.recipients.values()}
        kind = WillNeverWork if min(codes) >= _PERMANENT else TryLater
        raise kind("every recipient was refused") from None
    except (smtplib.SMTPException, OSError) as fault:
        raise TryLater(type(fault).__name__) from None
    if refused:
        _log.warning("alert by email: %d of %d recipients refused", len(refused), len(alert.to))


def _connection(alert: EmailAlert) -> smtplib.SMTP:
    """Connect, secure the connection and sign in, as the team file says."""
    context = ssl.create_default_context(cafile=alert.ca_file)
    server: smtplib.SMTP
    if alert.security == "tls":
        server = smtplib.SMTP_SSL(alert.host, alert.port, timeout=_SECONDS, context=context)
    else:
        server = smtplib.SMTP(alert.host, alert.port, timeout=_SECONDS)
    try:
        if alert.security == "starttls":
            server.starttls(context=context)
        if alert.password_file is not None:
            password = alert.password_file.read_text(encoding="utf-8").strip()
            server.login(alert.user, password)
    except BaseException:
        server.close()
        raise
    return server


def _run_command(alert: CommandAlert, priority: int) -> None:
    try:
        subprocess.run(  # noqa: S603 - the operator's own program, as a list, without a shell
            [*alert.run, str(priority)],
            check=True,
            timeout=_SECONDS,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            # Not this process's environment: it may hold the bot's token.
            env={"PATH": os.environ.get("PATH", os.defpath)},
        )
    except (FileNotFoundError, PermissionError) as fault:
        raise WillNeverWork(type(fault).__name__) from None
    except (subprocess.SubprocessError, OSError) as fault:
        raise TryLater(type(fault).__name__) from None
