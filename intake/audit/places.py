"""Where the head of the chain is written outside: a file that only grows, a webhook."""

import hashlib
import json
from pathlib import Path

from intake.alerts.posting import judge, post
from intake.alerts.webhook import signatures
from intake.audit.link import Head, Value, canonical
from intake.boundary import TryLater, WillNeverWork
from intake.growing_file import append, try_to_append


class AnchorFailed(Exception):  # noqa: N818 - told to operators as it stands
    """The head could not be written outside; says which setting to look at."""


def append_line(path: Path, head: Head) -> None:
    """Append the head to the file as one line of JSON, and wait until it is on the disk.

    Raises AnchorFailed.
    """
    try:
        append(path, canonical(_columns(head)))
    except OSError as fault:
        raise _cannot_write(fault) from None


def try_anchor_file(path: Path) -> None:
    """Make the file if it is missing; raise AnchorFailed if nothing can be appended to it."""
    try:
        try_to_append(path)
    except OSError as fault:
        raise _cannot_write(fault) from None


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
    """Send the head to a webhook, signed as alerts are (`intake.alerts.webhook`).

    The key is the bytes of `secret`. Any 2xx means that it was taken; else AnchorFailed, which
    never repeats the address.
    """
    told: dict[str, Value] = {"type": "audit-head", **_columns(head)}
    body = canonical(told).encode()
    name, at = f"audit-{head.number}", str(now)
    headers = {
        "webhook-id": name,
        "webhook-timestamp": at,
        "webhook-signature": signatures([secret.encode()], name, at, body),
    }
    try:
        judge(post(url, body, headers))
    except (TryLater, WillNeverWork) as fault:
        raise AnchorFailed(f"AUDIT_ANCHOR_URL did not take the anchor: {fault}.") from None


def _cannot_write(fault: OSError) -> AnchorFailed:
    return AnchorFailed(
        f"AUDIT_ANCHOR_FILE cannot be written ({fault.strerror}): let the console's account "
        "append to it."
    )


def _columns(head: Head) -> dict[str, Value]:
    return {"number": head.number, "hash": head.hash.hex(), "at": head.at}


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
