"""Who can open what: the readers of a queue, and the conflict checkers."""

from dataclasses import dataclass, field

from intake import age

_BEGIN, _LENGTH = "age1", 62


@dataclass(frozen=True, slots=True)
class Recipient:
    """One reader: a name for the operator, and an age public key."""

    name: str
    key: str = field(repr=False)
    recovery: bool = False
    """Its private half is kept offline and only used when every other key is lost."""


@dataclass(frozen=True, slots=True)
class Recipients:
    """The readers of one report."""

    queue: tuple[Recipient, ...]
    """Open the envelope."""
    conflict: tuple[Recipient, ...]
    """Open the conflict card inside it."""


def key_fault(key: str) -> str | None:
    """Return why this is not a key to seal to, with the remedy; None for a good one.

    The sentence never repeats the key: it may be a private one.
    """
    if key.upper().startswith("AGE-SECRET-KEY-"):
        return (
            "is a private key: it must not be on this machine. Put the public key here (the line "
            "age1... that keygen showed), and make a new key: this one has been seen"
        )
    if key.startswith("age1pq1"):
        return (
            "is a post-quantum key, which the tools that open reports here cannot use yet. "
            "Make an ordinary one with `python -m intake keygen`"
        )
    if age.is_public_key(key):
        return None
    return f"is not an age public key (age1 and 58 more characters). Copy it again: {_slip(key)}"


def _slip(key: str) -> str:
    if key.startswith(_BEGIN) and len(key) == _LENGTH:
        return "a letter in it is wrong"
    return f"it has {len(key)} characters instead of {_LENGTH}"
