"""Reading the lists of crisis phrases, and showing that each phrase of them works."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from pydantic import Field

from flows.crisis import GAP, GROUPS, Crisis, PhraseList
from flows.folding import folded
from flows.loading.faults import Fault, did_you_mean
from flows.loading.pages import Page
from flows.loading.schema import Strict
from flows.model import Flow

FOLDER = "crisis"
SHORTEST_BEGINNING = 3
"""Letters that a beginning (`suicid*`) has at least: shorter ones are in too many words."""

LONGEST_SPELLING = 2
FILLER = "xyzzy"


class CrisisPage(Strict):
    """crisis/<language>.yaml: phrases of crisis in one language, and who has reviewed them."""

    language: str
    reviewed_by: str | None
    reviewed_on: date | None
    spellings: dict[str, list[str] | int] = Field(default_factory=dict)
    words: dict[str, list[str] | int] = Field(default_factory=dict)
    suicide: list[str]
    self_harm: list[str]
    danger: list[str]
    child: list[str]
    near_misses: list[str] = Field(default_factory=list)


def with_phrases(flow: Flow, pages: Iterable[CrisisPage]) -> Flow:
    """Return the flow with the phrases of every language."""
    return replace(flow, crisis=Crisis(map(list_of, pages)))


def list_of(page: CrisisPage) -> PhraseList:
    """Return one language's list."""
    return PhraseList(
        spellings=_lists(page.spellings),
        words=_lists(page.words),
        phrases={name: tuple(getattr(page, name)) for name in GROUPS},
        near_misses=tuple(page.near_misses),
    )


def _lists(found: Mapping[str, list[str] | int]) -> dict[str, tuple[str, ...]]:
    return {k: tuple(v) for k, v in found.items() if isinstance(v, list)}


def crisis_faults(
    lists: Mapping[str, CrisisPage], pages: Mapping[str, Page], crisis: Crisis
) -> Iterator[Fault]:
    """Yield every fault of the lists; `lists` and `pages` go by the files' names."""
    words = (word for found in lists.values() for word in list_of(found).spellings)
    meanings = {"".join(folded(word)): word for word in words}
    for name, found in lists.items():
        page, one = pages[name], list_of(found)
        if name != f"{FOLDER}/{found.language}.yaml":
            yield page.fault(1, f'this file says that its language is "{found.language}"')
        if bool(found.reviewed_by) != bool(found.reviewed_on):
            yield page.fault(1, "a review needs a name and a day", word="reviewed_by")
        yield from _spellings(one, page)
        yield from _meant_twice(one, page, meanings)
        for group, phrases in (*one.phrases.items(), ("", one.near_misses)):
            for phrase, times in Counter(phrases).items():
                # A phrase may also stand in `words` above: its own line begins with a dash.
                line = _line_of(page, phrase)
                if times > 1:
                    yield page.fault(line, f'"{phrase}" stands twice in one group')
                yield from _phrase(one, page, line, phrase)
                if group and not any(group in crisis.groups(s) for s in _samples(phrase, one)):
                    hint = "is it written as `spellings` has it, and is no near miss over it?"
                    yield page.fault(line, f'"{phrase}" is never found', hint)


def _line_of(page: Page, phrase: str) -> int:
    for number, text in enumerate(page.lines, 1):
        if text.strip().removeprefix("-").strip().strip("\"'") == phrase:
            return number
    return 1


def _spellings(one: PhraseList, page: Page) -> Iterator[Fault]:
    for word, others in one.spellings.items():
        for other in others:
            if len(other.split()) > LONGEST_SPELLING:
                hint = "put it among the phrases"
                yield page.fault(1, f'"{other}" is more than two words', hint, other)
            if len(word.split()) != 1:
                yield page.fault(1, f'"{word}" is more than one word', word=word)


def _meant_twice(one: PhraseList, page: Page, meanings: dict[str, str]) -> Iterator[Fault]:
    """Yield spellings that say nothing, or stand for two words, be it in two languages."""
    for word, others in one.spellings.items():
        for other in others:
            spelt = " ".join(folded(other))
            if spelt == " ".join(folded(word)):
                yield page.fault(1, f'"{other}" is read as "{word}" anyway', word=other)
            elif meanings.setdefault(spelt, word) != word:
                what = f'"{other}" is read as "{meanings[spelt]}" already'
                yield page.fault(1, what, "all languages are read at once", other)


def _phrase(one: PhraseList, page: Page, line: int, phrase: str) -> Iterator[Fault]:
    words = phrase.split()
    if words[-1:] == [GAP]:
        yield page.fault(line, f'"{phrase}" ends in a gap, which says nothing')
    if words[:1] == [GAP] or all(word.endswith("?") for word in words):
        yield page.fault(line, f'"{phrase}" needs a word of its own at its beginning')
    for name in (n.removesuffix("?") for word in words for n in word.split("/")):
        if name.startswith("@") and name[1:] not in one.words:
            hint = did_you_mean(name[1:], one.words)
            yield page.fault(line, f'there is no list "{name[1:]}" under words', hint)
        if name.endswith("*") and name != GAP and len(name) <= SHORTEST_BEGINNING:
            yield page.fault(line, f'"{name}" begins too many words')


def _samples(phrase: str, one: PhraseList) -> Iterator[str]:
    """Yield texts that the phrase has to be found in: with each of its words once."""
    places = []
    for part in phrase.split():
        names = part.removesuffix("?").split("/")
        found = [w for n in names for w in (one.words.get(n[1:], (n,)) if n[:1] == "@" else (n,))]
        places.append([FILLER if w == GAP else w.removesuffix("*") for w in found] or [FILLER])
    for number in range(max(map(len, places))):
        yield " ".join(words[number % len(words)] for words in places)
