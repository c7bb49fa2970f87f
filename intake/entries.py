"""The smallest thing shown of a report: a name, and the words against it."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from intake.summary import Answer

_STATES = {
    "skipped": "skipped",
    "dont_know": "did not know",
    "prefer_not": "did not want to say",
    "not_asked": "not asked",
    "removed": "Asked; the words were removed because a case may be open",
    "withheld": "Not asked because a case is or may be open",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A question or name, and what stands against it."""

    name: str
    words: tuple[str, ...] = field(repr=False)
    language: str = ""
    """Of `name`, as a BCP-47 tag; empty for the staff's own English."""
    quiet: bool = False
    """There is no answer: `words` say why."""


def answer_entry(answer: Answer) -> Entry:
    """Return one answer as it was given; without one, in which way it was not."""
    words = tuple(word for word in (*answer.labels, answer.text) if word)
    quiet = answer.state != "answered" or not words
    if answer.sealed_apart:
        words = (*words, "in the conflict card")
    elif answer.state != "answered" and not answer.labels:
        # What she tapped stands as she read it; only where there was no tap is it said for her.
        state = _STATES.get(answer.state, spoken(answer.state))
        words = (state, answer.text) if answer.text else (state,)
    return Entry(question(answer), words, answer.language, quiet=quiet)


def if_any(name: str, words: tuple[str, ...]) -> Iterator[Entry]:
    """Yield an entry, but only if there is something to stand against its name."""
    if words:
        yield Entry(name, words)


def question(answer: Answer) -> str:
    """Return the question as it was shown, or what it is called."""
    return answer.question or answer.label or named(answer.step)


def key_or_words(text: str) -> str:
    """Say a tapped key as words; what was typed stays as it is."""
    return named(text) if re.fullmatch("[a-z0-9_]+", text) else text


def visible(text: str) -> str:
    """Return the text without signs that could steer a terminal or reorder the lines around it."""
    return "".join(_visible_sign(sign) for sign in text)


def spoken(key: str) -> str:
    """Return a key of the flow as words: `still_in_contact` as `still in contact`."""
    return key.replace("_", " ")


def named(key: str) -> str:
    """Return a key of the flow as the name of an entry: `when_first` as `When first`."""
    return spoken(key)[:1].upper() + spoken(key)[1:]


def _visible_sign(sign: str) -> str:
    if sign in "\n\t":
        return sign
    if unicodedata.category(sign) in {"Cc", "Cs"}:  # half a surrogate pair cannot be written
        return "\N{REPLACEMENT CHARACTER}"
    return "" if unicodedata.bidirectional(sign) in _OVERRIDES else sign


_OVERRIDES = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
