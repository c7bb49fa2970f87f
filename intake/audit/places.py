"""Where the head of the chain is written outside: a file that only grows, a webhook."""

import base64
import hashlib
import hmac
import json
import os
from pathlib import Path

import httpx

from intake.audit.link import Head, Value, canonical

_SECONDS = 10
"""How long the receiver of a webhook may take."""


class AnchorFailed(Exception):  # noqa: N818 - told to operators as it stands
    """The head could not be written outside; says which setting to look at."""


def append_line(path: Path, head: Head) -> None:
    """Append the head to the file as one line of JSON, and wait until it is on the disk.

    Raises AnchorFailed. The file is made if it is missing, for its owner alone.
    """
    line = canonical({"number": head.number, "hash": head.hash.hex(), "at": head.at}) + "\n"
    try:
        number = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            size = os.fstat(number).st_size
            if size and os.pread(number, 1, size - 1) != b"\n":
                # A crash left half a line: the new one begins on its own.
                line = "\n" + line
            os.write(number, line.encode())
            os.fsync(number)
        finally:
            os.close(number)
    except OSError as fault:
        raise AnchorFailed(
            f"AUDIT_ANCHOR_FILE cannot be written ({fault.strerror}): let the console's account "
            "append to it."
        ) from None


def read_anchors(path: Path) -> tuple[tuple[Head, ...], tuple[int, ...]]:
    """Return the anchors of the file in its order, and the numbers of lines that are none.

    No file is no anchors. Raises AnchorFailed for a file that cannot be read.
    """
    try:
        lines = path.read_bytes().split(b"\n")
    except FileNotFoundError:
        return (), ()
    except OSError as fault:
        raise AnchorFailed(f"The anchor file cannot be read ({fault.strerror}).") from None
    heads, spoiled = [], []
    for place, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            heads.append(_head(line))
        except (ValueError, KeyError, TypeError):
            spoiled.append(place)
    return tuple(heads), tuple(spoiled)


def post_head(url: str, secret: str, head: Head, now: int) -> None:
    """Send the head to a webhook, signed as the Standard Webhooks specification says.

    `webhook-signature` is `v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`, with the
    bytes of `secret` as the key. Any 2xx means that it was taken; else AnchorFailed, which never
    repeats the address.
    """
    told: dict[str, Value] = {
        "type": "audit-head",
        "number": head.number,
        "hash": head.hash.hex(),
        "at": head.at,
    }
    body = canonical(told).encode()
    name = f"audit-{head.number}"
    signed = f"{name}.{now}.".encode() + body
    digest = hmac.new(secret.encode(), signed, hashlib.sha256).digest()
    headers = {
        "content-type": "application/json",
        "webhook-id": name,
        "webhook-timestamp": str(now),
        "webhook-signature": "v1," + base64.b64encode(digest).decode(),
    }
    try:
        # No redirect is followed: it goes where the operator said and nowhere else.
        answer = httpx.post(url, content=body, headers=headers, timeout=_SECONDS)
    except httpx.HTTPError as fault:
        raise AnchorFailed(
            f"AUDIT_ANCHOR_URL did not answer ({type(fault).__name__}): is the address right?"
        ) from None
    if not answer.is_success:
        raise AnchorFailed(f"AUDIT_ANCHOR_URL answered {answer.status_code}: look at its log.")


def _head(line: bytes) -> Head:
    read = json.loads(line)
    number, at, digest = read["number"], read["at"], bytes.fromhex(read["hash"])
    if not (
        isinstance(number, int)
        and isinstance(at, int)
        and len(digest) == hashlib.sha256().digest_size
    ):
        raise ValueError
    return Head(number, digest, at)
