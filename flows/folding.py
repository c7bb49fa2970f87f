"""Typed words in the form in which phrases are compared: lower case, bare letters, one of each.

The same folding is done to what a person types and to the phrases of the lists, so nothing
here has to be right as language: it only has to be the same on both sides.
"""

import re
import unicodedata
from collections.abc import Iterable

APOSTROPHES = dict.fromkeys(map(ord, "'\u2018\u2019\u201b\u02bc\u0060\u00b4"))
# Letters that Unicode does not take apart, and those that Arabic, Persian and Urdu keyboards
# give in different forms for one letter.
ALIKE = {
    ord("ł"): "l",
    ord("ø"): "o",
    ord("đ"): "d",
    0x131: "i",  # without its dot
    0x64A: "\u06cc",  # ye
    0x649: "\u06cc",
    0x6D2: "\u06cc",
    0x643: "\u06a9",  # kaf
    0x647: "\u06c1",  # he
    0x6BE: "\u06c1",
    0x629: "\u06c1",
    0x6C3: "\u06c1",
    0x6BA: "\u0646",  # nun
}
# Figures and signs that stand for a letter, inside a word only: k1ll, su1cide.
FIGURES = str.maketrans("0134578@$", "oieastbas")
WORD = re.compile(r"[^\W_](?:[^\W_]|[@$*](?=[^\W_]))*")
DOUBLED = re.compile(r"(.)\1+")
SPELT_OUT = 3
"""This many single letters in a row are one word: k m s."""


def folded(text: str) -> list[str]:
    """Return the words of `text`, folded; a `*` stays only inside a word that hides a letter."""
    text = text.casefold().translate(APOSTROPHES)
    if not text.isascii():
        apart = unicodedata.normalize("NFKD", text).translate(ALIKE)
        kept = (c for c in apart if unicodedata.category(c) not in {"Mn", "Cf"})
        text = "".join(kept).translate(APOSTROPHES)
    return list(_together(_bare(word) for word in WORD.findall(text)))


def _bare(word: str) -> str:
    if not (word.isalpha() or word.isdecimal()):
        word = word.translate(FIGURES)
    return DOUBLED.sub(r"\1", word)


def _together(words: Iterable[str]) -> Iterable[str]:
    """Join single letters in a row, which someone has spelt out."""
    letters: list[str] = []
    for word in (*words, ""):
        if len(word) == 1:
            letters.append(word)
            continue
        if len(letters) >= SPELT_OUT:
            yield _bare("".join(letters))
        else:
            yield from letters
        letters = []
        if word:
            yield word
