"""Receipt codes: 20 digits that let a reporter ask after her report, add to it or withdraw it.

The first 6 digits look a report up and may be said aloud; the other 14 are the secret. The store
keeps argon2id of the whole code, salted from the look-up part and a secret of this deployment, so
that a stolen store cannot be searched for codes on another machine.
"""

import hmac
import secrets
import unicodedata
from pathlib import Path

from argon2.low_level import Type, hash_secret_raw

from intake.boundary import ReceiptLock

DIGITS = 20
LOOKUP_DIGITS = 6
SECRET_BYTES = 32

_GROUPS = (6, 5, 5, 4)
_SEPARATORS = {"Zs", "Zl", "Zp", "Pd", "Cf", "Cc"}
"""Spaces, dashes, and the invisible marks that right-to-left phones add when text is copied."""

# OWASP's password storage cheat sheet, argon2id: 19 MiB, two passes, one lane.
_MEMORY_KIB = 19 * 1024
_PASSES = 2
_LANES = 1
_LOCK_BYTES = 32
_SALT_BYTES = 16


class ReceiptKeyFault(Exception):  # noqa: N818 - faults are what operators are told of
    """The deployment's receipt secret is missing or unusable; the sentence holds the remedy."""


def new_code() -> str:
    """Return 20 random digits."""
    return f"{secrets.randbelow(10**DIGITS):0{DIGITS}d}"


def grouped(code: str) -> str:
    """Return a code as it is shown: the look-up part, then the secret in groups."""
    starts = [sum(_GROUPS[:place]) for place in range(len(_GROUPS))]
    return " ".join(
        code[start : start + length] for start, length in zip(starts, _GROUPS, strict=True)
    )


def read_code(text: str) -> str | None:
    """Return the 20 digits in what a person typed, or None.

    Spaces, dashes and the digits of other scripts are understood; anything else is not a code.
    """
    digits = []
    for sign in text:
        value = unicodedata.decimal(sign, None)
        if value is not None:
            digits.append(str(value))
        elif unicodedata.category(sign) not in _SEPARATORS:
            return None
    return "".join(digits) if len(digits) == DIGITS else None


def lock(code: str, secret: bytes) -> ReceiptLock:
    """Return what may be kept of a code of 20 digits. Takes some 30 ms and 19 MiB, on purpose."""
    lookup = code[:LOOKUP_DIGITS]
    salt = hmac.digest(secret, lookup.encode(), "sha256")[:_SALT_BYTES]
    locked = hash_secret_raw(
        code.encode(), salt, _PASSES, _MEMORY_KIB, _LANES, _LOCK_BYTES, Type.ID
    )
    return ReceiptLock(lookup, locked)


def read_receipt_key(path: Path) -> bytes:
    """Return the deployment's receipt secret, 32 bytes; raise ReceiptKeyFault without one."""
    remedy = "Run `python -m intake init` once, or put the file back from your backup."
    try:
        secret = path.read_bytes()
    except FileNotFoundError:
        raise ReceiptKeyFault(f"There is no receipt secret at {path}. {remedy}") from None
    except OSError as fault:
        raise ReceiptKeyFault(
            f"The receipt secret at {path} cannot be read ({fault.strerror})."
        ) from None
    if len(secret) != SECRET_BYTES:
        raise ReceiptKeyFault(f"The receipt secret at {path} has not 32 bytes. {remedy}")
    if path.stat().st_mode & 0o077:
        raise ReceiptKeyFault(
            f"Others on this machine can read {path}. Run `chmod 600 {path}`: "
            "and if somebody may have read it, treat every receipt as known."
        )
    return secret
