"""One link of the audit chain and how it is hashed. Pure.

hash = SHA-256 of the link as canonical JSON (sorted keys, no spaces, UTF-8, no floats), the hash
of the link before among it. The first link's `previous` is 32 zero bytes.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

Value: TypeAlias = "str | int | bool | Sequence[Value] | None"
"""What a detail may hold: whole numbers, names of states, ids, and lists of these."""

FIRST = bytes(32)
"""`previous` of the first link."""

_FORMAT = "candour audit v1"


@dataclass(frozen=True, slots=True)
class Link:
    """One act as the store keeps it."""

    number: int
    """1, 2, 3 ... without a gap."""
    at: int
    """Seconds since 1970 UTC."""
    who: str
    """A staff id, or the name of a program."""
    act: str
    """One of `intake.audit.acts.ACTS`, unless somebody tampered."""
    about: str
    """A report id, a staff id or nothing."""
    detail: str
    """Canonical JSON."""
    previous: bytes
    hash: bytes

    @property
    def details(self) -> dict[str, Value]:
        """Return the detail as it was recorded; nothing when somebody made it unreadable."""
        try:
            read = json.loads(self.detail)
        except (TypeError, ValueError):
            return {}
        return read if isinstance(read, dict) else {}


@dataclass(frozen=True, slots=True)
class Head:
    """The end of the chain at some moment: what an anchor outside says."""

    number: int
    hash: bytes
    at: int
    """When that link was made: seconds since 1970 UTC."""


def canonical(value: Mapping[str, Value]) -> str:
    """Return JSON that comes out the same on every machine."""
    return json.dumps(
        value,
        sort_keys=True,
        separators=(",", ":"),
        ensure_ascii=False,
        # Reached only by what somebody put into the store: it hashes to something else.
        default=repr,
    )


def link_hash(link: Link) -> bytes:
    """Return what the link's hash has to be: 32 bytes."""
    content: dict[str, Value] = {
        "about": link.about,
        "act": link.act,
        "at": link.at,
        "detail": link.detail,
        "format": _FORMAT,
        "number": link.number,
        "previous": link.previous.hex(),
        "who": link.who,
    }
    return hashlib.sha256(canonical(content).encode("utf-8", "surrogatepass")).digest()


def join(head: Head | None, link: Link) -> Link:
    """Return `link` as the one after `head`: its number, previous and hash are set here."""
    number, previous = (head.number + 1, head.hash) if head else (1, FIRST)
    joined = replace(link, number=number, previous=previous)
    return replace(joined, hash=link_hash(joined))
