"""Text as people read it: without inserts, in sentences, in words."""

import re
import unicodedata
from functools import cache

from flows.inserts import PARAGRAPHS

INSERT = re.compile(r"\{(\w+)\}")
# A team's or a body's name is read as a name: two plain words stand for it.
NAMES = {"controller": "Our Team", "legal_team": "Our Team", "body": "Our Team", "label": "Line"}
# Latin and Urdu stops, then what may close a quotation.
END = re.compile("(?<=[.?!\u061f\u06d4])[\"'\u201d\u2019)]*\\s+")
# Digits in groups are one number: 0800 1111, and so are years and codes.
NUMBER = re.compile(r"\d[\d ]*\d|\d")
WORD = re.compile(r"[^\W_]+(?:['&-][^\W_]+)*")
ASKS = ("?", "\u061f")
APOSTROPHE = "\u2019"


def plain(text: str) -> str:
    """Return `text` with stand-ins for inserts, and straight apostrophes.

    Lists that are inserted whole (services, the review's lines) are left out: they are no prose.
    """
    text = unicodedata.normalize("NFC", text).replace(APOSTROPHE, "'")
    return INSERT.sub(_stand_in, text).strip()


def _stand_in(found: re.Match[str]) -> str:
    name = found.group(1)
    return "" if name in PARAGRAPHS else NAMES.get(name, "10")


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, paragraph by paragraph."""
    lines = (line.strip() for line in plain(text).splitlines())
    return [s for line in lines for s in END.split(line) if WORD.search(s)]


def words_in(text: str) -> list[str]:
    """Return the words of `text`; a telephone number counts as one, a vowel mark as none."""
    letters = "".join(c for c in plain(text) if unicodedata.category(c) != "Mn")
    return WORD.findall(NUMBER.sub("10", letters))


def asks(sentence: str) -> bool:
    """Tell whether a sentence ends in a question mark."""
    return sentence.rstrip("\"'\u201d\u2019) ").endswith(ASKS)


@cache
def pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds any of `words` as whole words in any capitals; `*` is any letters."""
    ready = (unicodedata.normalize("NFC", word).replace(APOSTROPHE, "'") for word in words)
    found = "|".join(
        r"\s+".join(re.escape(part).replace(r"\*", r"\w*") for part in word.split())
        for word in ready
    )
    return re.compile(rf"(?<!\w)(?:{found})(?!\w)", re.IGNORECASE)
