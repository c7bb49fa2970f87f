"""Typed words that mean the same as a button."""

import unicodedata
from collections.abc import Iterable

from flows.screen import Card

# English works in every language, and so does the label of each button.
WORDS = {
    "skip": "skip",
    "next": "skip",
    "back": "back",
    "help": "help",
    "help now": "help",
    "more": "more",
    "stop": "leave",
    "exit": "leave",
    "stop messages": "stop_messages",
    "stopmessages": "stop_messages",
    "leave": "leave",
    "quit": "leave",
    "pause": "pause",
    "review": "review",
    "send": "send",
    "send what i have": "send",
    "delete": "delete",
    "delete everything": "delete",
    "add": "add",
    "status": "status",
    "withdraw": "withdraw",
    "privacy": "privacy",
    "my data": "mydata",
    "mydata": "mydata",
    "language": "language",
    "start": "start",
    "thats all": "done",
    "done": "done",
}
# What can be asked for by a word or a slash command; other moves belong to their card's buttons.
COMMANDS = frozenset(WORDS.values())
CODE_DIGITS = 20


def without_controls(text: str) -> str:
    """Return `text` without control characters but line breaks and tabs.

    No keyboard types them, and each would take six bytes of the room in an envelope.
    """
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) != "Cc")


def plain(text: str) -> str:
    """Return `text` in lower case, without punctuation and ticks, single-spaced."""
    kept = (c for c in text.casefold() if c.isspace() or unicodedata.category(c)[0] in "LMN")
    return " ".join("".join(kept).split())


def button_named(text: str, card: Card) -> str:
    """Return the option of the button whose label was typed, or ""."""
    typed = plain(text)
    return next((b.option for row in card.rows for b in row if plain(b.label) == typed), "")


def command_named(text: str) -> str:
    """Return the command or control that the whole of `text` names, or ""."""
    return WORDS.get(plain(text), "")


def code_in(text: str) -> str:
    """Return the 20 digits that `text` is made of, or ""; any script's digits are read."""
    digits = [unicodedata.digit(c, None) for c in text if c not in " -\u2013\u00a0\n"]
    if len(digits) != CODE_DIGITS or None in digits:
        return ""
    return "".join(str(d) for d in digits)


def one_word(text: str, shortest: int, longest: int) -> str:
    """Return the resume word in the form it is compared in, or "" if it is not one word."""
    word = plain(text)
    fits = shortest <= len(word) <= longest and len(word.split()) == 1
    return word if fits and not command_named(word) else ""


def cut_to(pieces: Iterable[str], limit: int) -> tuple[str, ...]:
    """Return the first `limit` characters of `pieces`, still in pieces."""
    kept, room = [], limit
    for piece in pieces:
        if room <= 0:
            break
        kept.append(piece[:room])
        room -= len(piece) + 1
    return tuple(kept)
