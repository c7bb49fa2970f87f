"""Finding words of crisis in what a person types: lists of phrases, nothing else.

No score and no guess: a text is in a group when a phrase of that group stands in it
and no near miss lies over that phrase. The lists are content (`content/crisis/`); all languages
are always used, whatever language the chat is in. Nothing here keeps what it reads.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import product

from flows.folding import folded

GROUPS = ("suicide", "self_harm", "danger", "child")
GAP = "*"
WIDEST = 3
"""Words that may stand where a phrase has a `*` of its own."""


@dataclass(frozen=True, slots=True)
class Part:
    """One place of a phrase: any of `words`, or a word that begins as one of `begins`."""

    words: frozenset[str]
    begins: tuple[str, ...] = ()
    gap: bool = False

    def fits(self, word: str) -> bool:
        """Tell whether `word` can stand here."""
        return word in self.words or (bool(self.begins) and word.startswith(self.begins))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase ready to be looked for, and the group it belongs to ("" for a near miss)."""

    group: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class PhraseList:
    """One language's list as its file has it."""

    spellings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    near_misses: tuple[str, ...] = ()


class Crisis:
    """Every language's phrases, indexed by the words they begin with."""

    def __init__(self, lists: Iterable[PhraseList] = ()) -> None:
        lists = tuple(lists)
        self._single: dict[str, str] = {}
        self._double: dict[tuple[str, str], str] = {}
        self._first: dict[str, list[Phrase]] = {}
        self._begun: dict[str, list[Phrase]] = {}
        self._known: set[str] = set()
        for one in lists:
            self._learn(one.spellings)
        # What two words are spelt as is looked for after each of them has been put right.
        self._double = {
            (self._put_right(a), self._put_right(b)): meant
            for (a, b), meant in self._double.items()
        }
        for one in lists:
            for group, phrases in (*one.phrases.items(), ("", one.near_misses)):
                for phrase in phrases:
                    self._index(group, phrase, one.words)
        self._lengths = sorted({len(begin) for begin in self._begun})

    def groups(self, text: str) -> frozenset[str]:
        """Return the groups whose phrases stand in `text`."""
        words = self._alike([self._shown(w) if "*" in w else w for w in folded(text)])
        hits: list[tuple[int, int, str]] = []
        misses: list[tuple[int, int]] = []
        for at, word in enumerate(words):
            for phrase in self._beginning(word):
                if (end := _end(phrase.parts, words, at)) > at:
                    if phrase.group:
                        hits.append((at, end, phrase.group))
                    else:
                        misses.append((at, end))
        return frozenset(
            group
            for start, end, group in hits
            if not any(first <= start and end <= last for first, last in misses)
        )

    def _beginning(self, word: str) -> Iterable[Phrase]:
        yield from self._first.get(word, ())
        for length in self._lengths:
            if length > len(word):
                break
            yield from self._begun.get(word[:length], ())

    def _learn(self, spellings: Mapping[str, tuple[str, ...]]) -> None:
        for word, others in spellings.items():
            (meant,) = folded(word)
            for other in others:
                match folded(other):
                    case [single]:
                        self._single[single] = meant
                    case [one, two]:
                        self._double[one, two] = meant
                    case _:
                        pass  # the loader reports it: three words are a phrase, not a spelling

    def _put_right(self, word: str) -> str:
        return self._single.get(word, word)

    def _index(self, group: str, written: str, words: Mapping[str, tuple[str, ...]]) -> None:
        for wanted in _variants(written):
            parts = tuple(self._part(w, words) for w in self._alike(wanted))
            if not parts or parts[0].gap:
                continue
            phrase = Phrase(group, parts)
            for word in parts[0].words:
                self._first.setdefault(word, []).append(phrase)
            for begin in parts[0].begins:
                self._begun.setdefault(begin, []).append(phrase)

    def _part(self, wanted: str, words: Mapping[str, tuple[str, ...]]) -> Part:
        if wanted == GAP:
            return Part(frozenset(), gap=True)
        names = [
            word
            for name in wanted.split("/")
            for word in (words.get(name[1:], ()) if name.startswith("@") else (name,))
        ]
        begins = tuple("".join(folded(n[:-1])) for n in names if n.endswith("*"))
        whole = frozenset(
            word for n in names if not n.endswith("*") for word in self._alike(folded(n))
        )
        self._known |= {*whole, *begins}
        return Part(whole, begins)

    def _alike(self, words: list[str]) -> list[str]:
        """Return `words` with every spelling that the lists know brought to the one they use."""
        single, double = self._single, self._double
        kept: list[str] = []
        for word in words:
            meant = single.get(word, word)
            if kept and (joined := double.get((kept[-1], meant))):
                kept[-1] = joined
            else:
                kept.append(meant)
        return kept

    def _shown(self, word: str) -> str:
        """Return the listed word that `word` hides letters of (k*ll), or `word` without them."""
        hidden = re.compile(re.escape(word).replace(r"\*", "."))
        return min((w for w in self._known if hidden.fullmatch(w)), default=word.replace("*", ""))


def _variants(written: str) -> Iterable[list[str]]:
    """Yield a phrase's words with and without those that may be left out (`word?`)."""
    parts = written.casefold().split()
    places = [([part[:-1]], []) if part.endswith("?") else ([part],) for part in parts]
    for chosen in product(*places):
        yield [
            word
            for part in chosen
            for name in part
            for word in ([name] if set(name) & set("/@*") else folded(name))
        ]


def _end(parts: tuple[Part, ...], words: list[str], at: int) -> int:
    """Return where a phrase that begins at `at` ends, or -1."""
    for place, part in enumerate(parts):
        if part.gap:
            rest = parts[place + 1 :]
            ends = (_end(rest, words, at + skipped) for skipped in range(WIDEST + 1))
            return next((end for end in ends if end > 0), -1)
        if at >= len(words) or not part.fits(words[at]):
            return -1
        at += 1
    return at


NO_PHRASES = Crisis()
