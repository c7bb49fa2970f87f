"""What typed words may mean as a date: at most three guesses, of which she may confirm one.

None is better than a wrong one: her words are kept in any case.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from flows.calendar.bounding import NotADate, bounds
from flows.calendar.finding import Found, found, plain, vocabularies
from flows.span import Guess, Span, months_after

MOST = 3
LONGEST = 200
"""Characters that are read; a date stands in fewer."""


def guesses(text: str, language: str, today: date, *, ahead: bool = False) -> tuple[Guess, ...]:
    """Return at most three dates that `text` may mean, none later than today unless `ahead`."""
    said = plain(text[:LONGEST])
    read = [*_dated(said, language, today, ahead=ahead), *_relative(said, language, today, ahead)]
    fitting = [guess for guess in dict.fromkeys(read) if _fits(guess.edtf, today, ahead=ahead)]
    return tuple(fitting[:MOST])


def _dated(said: str, language: str, today: date, *, ahead: bool) -> Iterator[Guess]:
    """Yield the dates, those that belong together as one."""
    waiting = list(found(said, language, today, ahead=ahead))
    while waiting:
        one = waiting.pop(0)
        about = _ends_with(said[: one.start], language, "around")
        between = said[one.end : waiting[0].start] if waiting else ""
        if waiting and (between.strip() in {"-", "/"} or _is(between, language, "until")):
            last = waiting.pop(0)
            # No "around" on a range: it says already how far it reaches.
            yield Guess(f"{one.edtf[0]}/{last.edtf[0]}")
        elif waiting and _is(between, language, "either"):
            other = waiting.pop(0)
            yield Guess(f"[{one.edtf[0]},{other.edtf[0]}]")
        elif _since(said, one, language) and not ahead:
            yield Guess(f"{one.edtf[0]}/..", about=about)
        else:
            yield from (Guess(edtf, about=about) for edtf in one.edtf)


def _since(said: str, one: Found, language: str) -> bool:
    after = said[one.end :].strip()
    return _ends_with(said[: one.start], language, "since") or any(
        after == word or after.startswith(f"{word} ")
        for known in vocabularies(language)
        for word in known.since_after
    )


def _ends_with(before: str, language: str, group: str) -> bool:
    """Tell whether the words before a date end with one of a group, small words aside."""
    words = re.sub(r"\s+(?:the|in|in the|mis|fis|y|yr|w)$", "", before.rstrip())
    return any(
        words == word or words.endswith(f" {word}")
        for known in vocabularies(language)
        for word in getattr(known, group)
    )


def _is(between: str, language: str, group: str) -> bool:
    words = re.sub(r"^(?:r\.?|roku)\s|\s(?:the|mis|fis|y|yr)$", "", between.strip())
    return any(words == w for known in vocabularies(language) for w in getattr(known, group))


def _relative(said: str, language: str, today: date, ahead: bool) -> Iterator[Guess]:  # noqa: FBT001 - as in guesses
    """Yield days told from today, where the words leave no doubt."""
    monday = today - timedelta(days=today.weekday())
    week = timedelta(days=7)
    meanings = {
        "today": f"{today}",
        "yesterday": f"{today - timedelta(days=1)}",
        "last_week": f"{monday - week}/{monday - timedelta(days=1)}",
        "last_month": f"{months_after(today, -1):%Y-%m}",
        "last_year": f"{today.year - 1}",
    }
    if ahead:
        last = months_after(today, 1)
        meanings = {
            "today": f"{today}",
            "tomorrow": f"{today + timedelta(days=1)}",
            "next_week": f"{monday + week}/{monday + 2 * week - timedelta(days=1)}",
            "next_month": f"{last:%Y-%m}",
        }
    for group, edtf in meanings.items():
        for known in vocabularies(language):
            if any(re.search(rf"(?<!\w){re.escape(w)}(?!\w)", said) for w in getattr(known, group)):
                yield Guess(edtf)
                break


def _fits(edtf: str, today: date, *, ahead: bool) -> bool:
    """Tell whether a guess is a date that can be: begun by today, or `ahead` not gone by."""
    try:
        span: Span = bounds(edtf)
    except NotADate:
        return False
    if ahead:
        return span.latest is None or span.latest >= today
    return span.earliest is None or span.earliest <= today
