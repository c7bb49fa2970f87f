"""The one door to age, the file format that seals everything staff receive (age-encryption.org).

pyrage has no types of its own, and one error for every fault; here both are put right.
"""

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import pyrage  # type: ignore[import-untyped]  # it ships no stubs

_HEADER_V1 = b"age-encryption.org/v1\n"
_HEADER_ANY = b"age-encryption.org/"
_ARMOUR = b"-----BEGIN AGE ENCRYPTED FILE-----"

_TRIES = 20
_BETWEEN_TRIES = 0.5
"""Seconds between two tries to open a passphrase's file while the machine is busy."""


@dataclass(frozen=True, slots=True)
class Identity:
    """A private key; only its public half is ever shown."""

    key: Any = field(repr=False)

    @property
    def public_key(self) -> str:
        """The recipient to seal to: `age1...`."""
        return str(self.key.to_public())

    def as_line(self) -> str:
        """Return the private key itself, to be written under a passphrase."""
        return str(self.key)


class NotSealedForUs(Exception):  # noqa: N818 - a finding that callers tell apart
    """None of the identities given is among the readers of this file."""


class TooMuchWork(Exception):  # noqa: N818 - a finding that callers tell apart
    """Deriving the key would take this machine too long: it is busy, or the file asks too much."""


class Damaged(Exception):  # noqa: N818 - a finding that callers tell apart
    """The file is cut short or changed, or is no age file."""


class NewerFormat(Exception):  # noqa: N818 - a finding that callers tell apart
    """The file is of a later version of the age format."""


class WrongPassphrase(Exception):  # noqa: N818 - a finding that callers tell apart
    """The passphrase does not open this file."""


def seal_to(keys: Iterable[str], plain: bytes) -> bytes:
    """Return `plain` sealed to every public key (`age1...`)."""
    recipients = [pyrage.x25519.Recipient.from_str(key) for key in keys]
    return bytes(pyrage.encrypt(plain, recipients))


def open_with(identities: Sequence[Identity], sealed: bytes) -> bytes:
    """Return what was sealed; raise NotSealedForUs, Damaged or NewerFormat."""
    if not sealed.startswith(_HEADER_V1):
        raise NewerFormat if sealed.startswith(_HEADER_ANY) else Damaged
    try:
        return bytes(pyrage.decrypt(sealed, [one.key for one in identities]))
    except pyrage.DecryptError as fault:
        # rage's own words are the only thing that tells these two apart.
        raise (NotSealedForUs if "No matching keys" in str(fault) else Damaged) from None


def is_public_key(text: str) -> bool:
    """Tell whether this is an age X25519 recipient: `age1` and 58 more characters."""
    try:
        pyrage.x25519.Recipient.from_str(text)
    except pyrage.RecipientError:
        return False
    return True


def new_identity() -> Identity:
    """Return a new random private key."""
    return Identity(pyrage.x25519.Identity.generate())


def read_identity(text: str) -> Identity | None:
    """Return the private key in a line `AGE-SECRET-KEY-1...`, or None."""
    try:
        return Identity(pyrage.x25519.Identity.from_str(text))
    except pyrage.IdentityError:
        return None


def lock_with_passphrase(plain: bytes, passphrase: str) -> bytes:
    """Return an armoured age file that the passphrase opens (scrypt, about a second)."""
    return bytes(pyrage.passphrase.encrypt(plain, passphrase, armored=True))


def unlock_with_passphrase(sealed: bytes, passphrase: str) -> bytes:
    """Return what the passphrase protects; raise WrongPassphrase, TooMuchWork or Damaged.

    rage measures at each call how fast the machine is, and refuses a file that would take it
    sixteen seconds or more. A machine that is busy just now seems slow: we wait and ask again.
    """
    for left in reversed(range(_TRIES)):
        try:
            return bytes(pyrage.passphrase.decrypt(sealed, passphrase))
        except pyrage.DecryptError as fault:
            said = str(fault)
        if not (said.startswith("Excessive work") and left):
            break
        time.sleep(_BETWEEN_TRIES)
    if said.startswith("Excessive work"):
        raise TooMuchWork
    raise WrongPassphrase if said == "Decryption failed" else Damaged


def needs_passphrase(content: bytes) -> bool:
    """Tell whether these bytes are an age file rather than a plain identity."""
    return content.startswith((_ARMOUR, _HEADER_ANY))
