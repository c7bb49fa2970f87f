"""The release gate: why this bot may not yet be opened to reporters.

On an API server on this machine (the sandbox, tests) the gate is open. Anywhere else every
reason must be gone; until then the bot says only that it is not open yet, with the help card.
"""

import base64
import binascii
import ipaddress
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

from bot.identity import FILE

_SECRET_KEY = re.compile(rb"AGE-SECRET-KEY-(PQ-)?1[0-9A-Z]", re.IGNORECASE)
_LONGEST_MATCH = 32
_CHUNK = 1 << 20
_LOCKED = b"age-encryption.org/v1\n-> scrypt "
_ARMOURED = b"-----BEGIN AGE ENCRYPTED FILE-----"


class Addressed(Protocol):
    """The one setting that the gate asks for."""

    @property
    def telegram_api_url(self) -> str:
        """The Bot API server's address."""


class Gated(Protocol):
    """The one thing that the gate asks of a team."""

    def gaps(self) -> tuple[str, ...]:
        """Return why the team file keeps the gate closed."""


def is_loopback(url: str) -> bool:
    """Say whether an address certainly leads to this machine; in doubt it does not."""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return False
    # Programs disagree on who is meant by an address with a name or a backslash before the host.
    if host is None or "@" in parts.netloc or "\\" in url:
        return False
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def reasons(settings: Addressed, team: Gated, data_dir: Path) -> tuple[str, ...]:
    """Return why the gate is closed, a sentence each; nothing when it is open.

    Reads every file in `data_dir`, in pieces: for the start of a program, not for each update.
    """
    if is_loopback(settings.telegram_api_url):
        return ()
    found = list(team.gaps())
    if not settings.telegram_api_url.lower().startswith("https://"):
        found.append(
            "TELEGRAM_API_URL is not https: the token and every word would travel readable."
        )
    # The bot's own key opens no report: `opening` refuses one that is a reader's.
    judged = ((path, _private(path)) for path in _files(data_dir) if path != data_dir / FILE)
    found += [f"{path} {fault}" for path, fault in judged if fault]
    return tuple(found)


def _files(folder: Path) -> Iterator[Path]:
    for place, _, names in os.walk(folder):
        yield from (Path(place, name) for name in sorted(names))


def _private(path: Path) -> str | None:
    """Return why a file may not lie on the bot's machine, or None."""
    remedy = "move it to the reader's own machine and make new keys if anyone else could read it."
    if path.name.endswith(".key.age"):
        return f"is a private identity: {remedy}"
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return None
        holds = _holds_private_key(path)
    except FileNotFoundError:
        return None  # a database's journal comes and goes
    except OSError:
        return "cannot be read, so nobody knows whether it is a private identity."
    return f"holds a private identity: {remedy}" if holds else None


def _holds_private_key(path: Path) -> bool:
    with path.open("rb") as file:
        kept = b""
        while piece := file.read(_CHUNK):
            # A key may lie across two pieces.
            window = kept + piece
            if not kept and _is_locked_identity(window):
                return True
            if _SECRET_KEY.search(window):
                return True
            kept = window[-_LONGEST_MATCH:]
    return False


def _is_locked_identity(start: bytes) -> bool:
    """Say whether a file is age under a passphrase, in binary or as text."""
    if start.startswith(_LOCKED):
        return True
    if not start.lstrip().startswith(_ARMOURED):
        return False
    lines = start.lstrip()[len(_ARMOURED) :].split(b"-----END")[0]
    return _decode(b"".join(lines.split())[:64]).startswith(_LOCKED)


def _decode(text: bytes) -> bytes:
    try:
        return base64.b64decode(text)
    except binascii.Error:
        return b""
