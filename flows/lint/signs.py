"""Signs that shout, play or hurry: exclamation marks, emoji, capitals, ampersands."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from flows.lint.finding import Finding
from flows.lint.lists import Lists
from flows.lint.said import Said
from flows.lint.sentences import sentences

SHOUTED = re.compile(r"[^\W\d_]{2,}")
AMPERSAND = re.compile(r"(?<!\w)&|&(?!\w)|\w&\w")
EITHER = re.compile(r"[^\W\d_]/[^\W\d_]")


def signs(said: Sequence[Said], lists: Lists) -> Iterator[Finding]:
    """Yield each sentence with a sign that none should have (T22, T27)."""
    for one in said:
        for sentence in sentences(one.text):
            for rule, item, what, remedy in _in(sentence, lists):
                yield one.finding(rule, item, what, remedy, sentence)


def _in(sentence: str, lists: Lists) -> Iterator[tuple[str, str, str, str]]:
    if "!" in sentence:
        yield "exclamation", "T22", "it has an exclamation mark", "End it with a full stop."
    if signs := sorted({c for c in sentence if _picture(c)}):
        names = ", ".join(unicodedata.name(c, "a sign") for c in signs)
        yield "emoji", "T22", f"it has a picture in it: {names}", "Say it in words, or leave it."
    loud = [w for w in SHOUTED.findall(sentence) if w.isupper() and w not in lists.capitals]
    if loud:
        remedy = "Use small letters; an abbreviation goes into `capitals` of this list."
        yield "capitals", "T22", f'"{loud[0]}" is in capital letters', remedy
    ampersand = AMPERSAND.search(sentence.replace("A&E", ""))
    if ampersand:
        yield "ampersand", "T27", "it has an ampersand", "Write the word for it."
    if EITHER.search(sentence):
        remedy = "Say one of the two, or ask twice."
        yield "double", "T27", "it says two things with a stroke between", remedy


def _picture(sign: str) -> bool:
    return unicodedata.category(sign) == "So" or sign in "\ufe0f\u200d" or sign > "\U0001f000"
