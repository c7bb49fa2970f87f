"""What the browser hands over sealed: checked to be an age file, because nothing else is kept."""

from intake.casework.refusing import Refused

LARGEST_WORDS = 64 * 1024
"""Bytes of a sealed note, of a task's words, of a translation."""

_HEADER = b"age-encryption.org/v1\n"
_HEADER_END = b"\n--- "
_LONGEST_HEADER = 16 * 1024
_MAC = 43
_NONCE_AND_TAG = 32
"""Bytes that follow the header of even an empty age file."""


def check_sealed(sealed: bytes, largest: int = LARGEST_WORDS) -> None:
    """Raise Refused, without quoting it, for what is not sealed or is too large."""
    if len(sealed) > largest:
        raise Refused("too_long", f"Sealed, this is longer than {largest // 1024} KiB.")
    end = sealed.find(_HEADER_END, 0, _LONGEST_HEADER)
    body = end + len(_HEADER_END) + _MAC
    sound = (
        sealed.startswith(_HEADER)
        and end > 0
        and sealed[body : body + 1] == b"\n"
        and len(sealed) > body + _NONCE_AND_TAG
    )
    if not sound:
        raise Refused("not_sealed", "This is not sealed. Words are sealed in your browser first.")
