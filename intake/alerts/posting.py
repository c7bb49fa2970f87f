"""One HTTPS request, and what its answer means for whoever asked.

The standard library's client: it follows no redirect (a signed alert, or a token, goes where the
operator said and nowhere else) and writes no log (other clients log whole addresses, and a Bot
API address holds the token).
"""

import http.client
import socket
import ssl
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from intake.alerts.channel import SECONDS, Wait
from intake.boundary import TryLater, WillNeverWork

LONGEST = 120.0
"""Seconds for a whole request: a server that answers a byte at a time never runs into SECONDS."""

_LARGEST = 64 * 1024
"""Bytes of an answer that are read at most."""

_OK = range(200, 300)
_SERVERS_FAULT = 500
_NOT_NOW = frozenset({408, 409, 423, 425, 429})
"""Refusals that may be gone at the next try: timeout, conflict, locked, too early, too many."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: the status, at most 64 KiB of body, and a Retry-After in seconds."""

    status: int
    body: bytes = field(repr=False)
    retry_after: float | None = None


def post(url: str, body: bytes, headers: Mapping[str, str], ca_file: Path | None = None) -> Answer:
    """Post JSON; raise TryLater where nobody answered, WillNeverWork where nobody may trust them.

    `ca_file` is a private certificate authority of the server, if it has one.
    """
    parts = urlsplit(url)
    target = parts.path or "/"
    asked = {"Content-Type": "application/json", "User-Agent": "Candour", **headers}
    try:
        with _connected(parts, ca_file) as connection:
            connection.request("POST", f"{target}?{parts.query}".rstrip("?"), body, asked)
            given = connection.getresponse()
            return Answer(given.status, given.read(_LARGEST), _seconds(given))
    except ssl.SSLCertVerificationError as fault:
        raise WillNeverWork(type(fault).__name__) from None
    except (OSError, http.client.HTTPException) as fault:
        raise TryLater(type(fault).__name__) from None


def judge(answer: Answer) -> None:
    """Return if the alert was taken; raise TryLater, Wait or WillNeverWork otherwise."""
    if answer.status in _OK:
        return
    sentence = f"the server answered {answer.status}"
    if answer.status not in _NOT_NOW and answer.status < _SERVERS_FAULT:
        raise WillNeverWork(sentence)
    if answer.retry_after is not None:
        raise Wait(sentence, answer.retry_after)
    raise TryLater(sentence)


@contextmanager
def _connected(parts: SplitResult, ca_file: Path | None) -> Iterator[http.client.HTTPConnection]:
    """Yield an open connection, and cut it when the whole request has lasted too long."""
    connection = _connection(parts, ca_file)
    try:
        connection.connect()
        cutting = threading.Timer(LONGEST, _cut, [connection.sock])
        cutting.daemon = True
        cutting.start()
        try:
            yield connection
        finally:
            cutting.cancel()
    finally:
        connection.close()


def _cut(wire: socket.socket) -> None:
    # Whoever reads from it wakes up; closing it would not do that.
    with suppress(OSError):
        wire.shutdown(socket.SHUT_RDWR)


def _connection(parts: SplitResult, ca_file: Path | None) -> http.client.HTTPConnection:
    host = parts.hostname or ""
    if parts.scheme == "https":
        context = ssl.create_default_context(cafile=ca_file)
        return http.client.HTTPSConnection(host, parts.port, timeout=SECONDS, context=context)
    return http.client.HTTPConnection(host, parts.port, timeout=SECONDS)


def _seconds(given: http.client.HTTPResponse) -> float | None:
    """Return Retry-After where it is a number; the form with a date is rare and left alone."""
    asked = given.getheader("Retry-After", "")
    return float(asked) if asked.isascii() and asked.isdecimal() else None
