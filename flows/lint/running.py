"""All families of rules over one language, with the exceptions that its list makes."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from flows.lint.figures import bodies, numbers, spans, translated
from flows.lint.finding import Finding
from flows.lint.forms import forms, openings
from flows.lint.grade import grades, measurable
from flows.lint.lengths import lengths
from flows.lint.lists import Allowed, Lists
from flows.lint.notices import notices, parts
from flows.lint.said import spoken
from flows.lint.signs import signs
from flows.lint.ways_out import ways_out
from flows.model import Flow
from flows.setting import Words

# The rules of code, by the name that an exception calls them; lists add their own.
RULES = frozenset(
    {
        *("exclamation", "emoji", "capitals", "ampersand", "double", "question-opening"),
        *("sentence", "card", "question", "one-question", "label", "reading-grade"),
        *(
            "time-span",
            "number",
            "translated-number",
            "body-name",
            "way-out",
            "content-notice",
            "part",
        ),
    }
)


def lint(flow: Flow, words: Words, lists: Lists) -> tuple[Finding, ...]:
    """Return what is found in the words of one language, in the order of the cards."""
    said = tuple(spoken(flow, words))
    found = [
        *forms(said, lists),
        *openings(said, lists),
        *signs(said, lists),
        *lengths(said, lists),
        *grades(said, lists),
        *spans(said, lists),
        *numbers(said, flow),
        *bodies(said, flow),
        *translated(said),
    ]
    return _in_order(flow, _excepted(found, lists), words.language)


def lint_flow(flow: Flow, words: Words, lists: Lists) -> tuple[Finding, ...]:
    """Return what is found in the flow itself, which no language changes."""
    found = [*ways_out(flow, words), *notices(flow, lists), *parts(flow)]
    return _in_order(flow, _excepted(found, lists), words.language)


def _in_order(flow: Flow, found: Iterable[Finding], language: str) -> tuple[Finding, ...]:
    place = {name: number for number, name in enumerate(flow.steps)}
    kept = sorted(found, key=lambda f: (place.get(f.step, len(place)), f))
    return tuple(replace(one, language=language) for one in kept)


def _excepted(found: Iterable[Finding], lists: Lists) -> Iterator[Finding]:
    """Yield what no exception allows, and each exception that nothing needs any longer."""
    needed: set[Allowed] = set()
    for one in found:
        allowing = [a for a in lists.allow if _allows(a, one)]
        needed.update(allowing)
        if not allowing:
            yield one
    for left in lists.allow:
        unmeasured = left.rule == "reading-grade" and not measurable()
        if left not in needed and not unmeasured:
            what = f'nothing on "{left.step}" needs the exception from "{left.rule}" any longer'
            remedy = "Take it out of the list: an exception nobody needs hides the next fault."
            yield Finding(left.step, "exception", "", left.words, what, remedy, place=left.place)


def _allows(allowed: Allowed, found: Finding) -> bool:
    same = (allowed.rule, allowed.step) == (found.rule, found.step)
    return same and allowed.words.casefold() in f"{found.text} {found.what}".casefold()
