"""Alerts by e-mail, through the operator's mail server."""

import logging
import smtplib
import ssl
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.utils import formatdate, parseaddr

from intake.alerts.channel import SECONDS
from intake.alerts.notice import Alert
from intake.alerts.shapes import EmailAlert
from intake.boundary import TryLater, WillNeverWork

_log = logging.getLogger(__name__)

_PERMANENT = 500
"""SMTP replies from here on stay the same however often one asks."""


@dataclass(frozen=True, slots=True)
class Mail:
    """One message to these addresses; keeps `intake.alerts.channel.Channel`."""

    server: EmailAlert
    to: tuple[str, ...] = field(repr=False)

    def send(self, alert: Alert) -> None:
        """Hand the message to the mail server; taken by one recipient is taken."""
        try:
            with _connection(self.server) as server:
                refused = server.send_message(_message(self.server.sender, self.to, alert))
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
            _log.warning("alert by email: %d of %d recipients refused", len(refused), len(self.to))


def _message(sender: str, to: tuple[str, ...], alert: Alert) -> EmailMessage:
    message = EmailMessage()
    message["From"] = sender
    message["To"] = ", ".join(to)
    message["Subject"] = alert.words
    message["Date"] = formatdate()
    # The same at every try: mail servers drop the second of two.
    message["Message-ID"] = f"<{alert.id}@{parseaddr(sender)[1].rpartition('@')[2]}>"
    # Nobody's "I am away" is to come back (RFC 3834).
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(alert.words + "\n")
    return message


def _connection(alert: EmailAlert) -> smtplib.SMTP:
    """Connect, secure the connection and sign in, as the team file says."""
    context = ssl.create_default_context(cafile=alert.ca_file)
    server: smtplib.SMTP
    if alert.security == "tls":
        server = smtplib.SMTP_SSL(alert.host, alert.port, timeout=SECONDS, context=context)
    else:
        server = smtplib.SMTP(alert.host, alert.port, timeout=SECONDS)
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
