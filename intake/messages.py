"""A message from staff to a reporter's chat: sealed to the bot's own key, padded, plain text.

Staff seal it where they opened the report, to the key and the address that stand in its contact.
The store keeps it under the address's hash: whoever holds the store cannot read one, cannot make
one that arrives, and cannot tell whose report it belongs to.
"""

import hashlib
import secrets
import unicodedata
from collections.abc import Sequence

import msgspec

from intake import age

LONGEST_TEXT = 1500
"""Characters of one message: it must fit one card on a phone."""

MOST_QUESTIONS = 20
"""Steps of the flow that one message may ask to be answered."""

ADDRESS_BYTES = 32

PADDED = 8 * 1024
"""Bytes of every message before it is sealed: its size tells nothing."""

LARGEST_SEALED = PADDED + 1024
"""Bytes. Room for age's header and tag."""

KEPT_DAYS = 100
"""Days after which a message that nobody collected goes: no chat may be written to for longer."""

_ID_BYTES = 16
_VERSION = 1


class BadMessage(Exception):  # noqa: N818 - told to staff as it stands
    """Why this message cannot be sent, or is not one; never quotes it."""


class Written(msgspec.Struct, frozen=True):
    """What staff wrote. `questions` are ids of steps that they ask her to answer."""

    text: str
    questions: tuple[str, ...] = ()
    version: int = _VERSION

    def __repr__(self) -> str:
        """Show lengths only."""
        return f"Written({len(self.text)} characters, {len(self.questions)} questions)"


def new_message_id() -> str:
    """Return 32 random hexadecimal digits."""
    return secrets.token_hex(_ID_BYTES)


def address_hash(address: bytes) -> bytes:
    """Return what the store keeps of an address: 32 bytes from which nobody gets it back."""
    return hashlib.sha256(b"candour address v1: " + address).digest()


def seal_message(text: str, questions: Sequence[str], key: str) -> bytes:
    """Return a message sealed to the bot's public key (`age1...`); raise BadMessage."""
    written = Written(clean(text), tuple(questions))
    _check(written)
    if not age.is_public_key(key):
        raise BadMessage("The report names no key to seal a message to.")
    return age.seal_to([key], msgspec.json.encode(written).ljust(PADDED))


def open_message(sealed: bytes, identity: age.Identity) -> Written:
    """Return what staff wrote; raise BadMessage for whatever `seal_message` cannot have made."""
    try:
        plain = age.open_with([identity], sealed)
        written = msgspec.json.decode(plain, type=Written)
    except (age.NotSealedForUs, age.Damaged, age.NewerFormat, msgspec.MsgspecError) as fault:
        raise BadMessage(f"It does not open as a message ({type(fault).__name__}).") from None
    _check(written)
    return written


def check_posted(address: bytes, sealed: bytes) -> None:
    """Raise BadMessage for what cannot be a sealed message to an address."""
    if len(address) != ADDRESS_BYTES:
        raise BadMessage(f"An address has {ADDRESS_BYTES} bytes.")
    if not sealed.startswith(b"age-encryption.org/") or len(sealed) <= PADDED:
        raise BadMessage("The message is not sealed.")
    if len(sealed) > LARGEST_SEALED:
        raise BadMessage("The message is sealed to more than the bot's own key.")


def clean(text: str) -> str:
    """Return `text` with plain line ends, without control characters."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    return "".join(c for c in lines if c == "\n" or unicodedata.category(c) not in _UNSEEN)


# Not the unassigned: a browser knows letters and signs that this Python does not know yet, and a
# message must not be refused for one of them after it was sealed.
_UNSEEN = frozenset({"Cc", "Cs", "Co"})


def _check(written: Written) -> None:
    if written.version != _VERSION:
        raise BadMessage("It was made by a newer version.")
    if not written.text or written.text != clean(written.text):
        raise BadMessage("It is empty, or holds more than plain text.")
    if len(written.text) > LONGEST_TEXT:
        over = len(written.text) - LONGEST_TEXT
        raise BadMessage(f"It is {over} characters longer than {LONGEST_TEXT}. Nothing was cut.")
    if len(written.questions) > MOST_QUESTIONS:
        raise BadMessage(f"It asks for more than {MOST_QUESTIONS} questions.")
