"""What an operator is told beside the name of a fault: where it was, and what to look at."""

from typing import Final
from urllib.parse import urlsplit

from intake.alerts.channel import Channel
from intake.alerts.mail import Mail
from intake.alerts.program import Program
from intake.alerts.staff_chat import StaffChat
from intake.alerts.webhook import Webhook

_PORTS: Final = {"https": 443, "http": 80}

_ADVICE: Final = {
    "ConnectionRefusedError": "Nothing listens there: check host and port, and that it runs.",
    "gaierror": "There is no machine of this name: check how the host is written.",
    "TimeoutError": "Nobody answered in time: check host and port, and the firewall on the way.",
    "SSLCertVerificationError": "Its certificate is not trusted: check the host, or ca_file.",
    "SSLError": "It did not speak TLS as expected: check port and security.",
    "SMTPNotSupportedError": "It does not offer this: check port and security.",
    "SMTPServerDisconnected": "It hung up: check port and security.",
    "SMTPAuthenticationError": "It refused the sign-in: check user and password_file.",
    "the server answered 401": "It refused the token or the signature: check the file.",
    "the server answered 403": "It refused: check that the chat's people started the bot.",
    "the server answered 404": "There is nothing at this address: check url, or the bot's token.",
    "FileNotFoundError": "There is no such program: check the path.",
    "PermissionError": "This account may not run it: check its owner and mode.",
}
"""By how a channel's sentence of a fault begins."""


def advice_for(fault: str) -> str:
    """Return what to look at; nothing for a fault that is not known here."""
    return next((words for begin, words in _ADVICE.items() if fault.startswith(begin)), "")


def reached_at(channel: Channel) -> str:
    """Return which machine or program a channel goes through, without path, user or token."""
    if isinstance(channel, Mail):
        return f"{channel.server.host}, port {channel.server.port}"
    if isinstance(channel, Program):
        return channel.run[0]
    if isinstance(channel, Webhook):
        return _machine(channel.settings.url)
    if isinstance(channel, StaffChat):
        return _machine(channel.settings.api_url)
    return type(channel).__name__


def _machine(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.hostname}, port {parts.port or _PORTS.get(parts.scheme, '')}"
