"""Words made ready for setting: which way they run, in which language, where a line may break."""

import re
import unicodedata
from typing import Literal, TypedDict

from intake.entries import visible

Direction = Literal["ltr", "rtl"]

_LANGUAGE = re.compile(r"[a-z]{2,3}(?=-|$)")
_UNKNOWN = "und"
_RIGHT_TO_LEFT = frozenset(("ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"))
_LONG = 40
"""Letters without a space: a link, or somebody leaning on a key. No word of a language."""
_PIECE = 12


class Paragraph(TypedDict):
    """What `report.typ` sets as one paragraph."""

    lines: list[list[str]]
    """Each line in pieces; between two pieces it may be broken, and nothing is put there."""
    direction: Direction
    language: str
    """ISO 639, or `und`."""


def paragraph(text: str, language: str = "") -> Paragraph:
    """Return words as a paragraph; `language` is a BCP-47 tag of whatever stands beside them.

    The words' own letters decide the direction, as in a browser: a question in English may be
    answered in Urdu. A language that runs the other way is not theirs.
    """
    shown = visible(text).expandtabs(4)
    direction = direction_of(shown)
    match = _LANGUAGE.match(language)
    fits = match and (direction == "rtl") == (match[0] in _RIGHT_TO_LEFT)
    return {
        "lines": [_pieces(line) for line in shown.splitlines()],
        "direction": direction,
        "language": match[0] if match and fits else _UNKNOWN,
    }


def direction_of(text: str) -> Direction:
    """Return which way the first letter runs. Without any, left to right.

    So a telephone number never runs from the right: its groups would change places.
    """
    for sign in text:
        match unicodedata.bidirectional(sign):
            case "L":
                return "ltr"
            case "R" | "AL":
                return "rtl"
            case _:
                pass
    return "ltr"


def _pieces(line: str) -> list[str]:
    """Cut what is too long for a line; between a letter and its marks only if they never end."""
    pieces = [""]
    for word in re.split(r"(?<=\s)", line):
        if len(word) <= _LONG:
            pieces[-1] += word
            continue
        for sign in word:
            long = len(pieces[-1])
            if long >= _LONG or (long >= _PIECE and not _joins(sign, pieces[-1][-1])):
                pieces.append("")
            pieces[-1] += sign
    return pieces


def _joins(sign: str, before: str) -> bool:
    joiner = "\N{ZERO WIDTH JOINER}"
    return bool(unicodedata.category(sign)[0] == "M" or joiner in (sign, before))
