"""Figures and names that must not stand in a text: they belong to staff, or to a content file."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from flows.lint.finding import Finding
from flows.lint.lists import Lists
from flows.lint.said import Said
from flows.lint.sentences import INSERT, NUMBER, pattern, sentences
from flows.model import Flow

# Emergency and national numbers are short; every other number has at least five digits.
TELEPHONE = re.compile(r"(?<![\d{])(?:999|112|111|101|0?\d[\d ]{3,}\d)(?!\d)")
YEAR = re.compile(r"^y\d+$")
DAY = re.compile(r"(?<!\d)(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2})(?!\d)")
# Figures of so few digits may be written as words in another language.
SMALL = 2
TO_STAFF = "Say that a time limit may apply; the figure goes to staff."


def spans(said: Sequence[Said], lists: Lists) -> Iterator[Finding]:
    """Yield each text that counts days or names a date: nothing shown computes one (T34)."""
    unit = "|".join(pattern((word,)).pattern for word in lists.units)
    counted = re.compile(rf"\b\d+\s+(?:\w+\s+)?(?:{unit})", re.IGNORECASE) if unit else None
    for one in said:
        if one.kind in {"support", "name"}:
            continue
        for sentence in sentences(one.text):
            found = (counted and counted.search(sentence)) or DAY.search(sentence)
            if found:
                what = f'"{found.group()}" could be read as a time limit'
                yield one.finding("time-span", "T34", what, TO_STAFF, sentence)
        years = [name for name in INSERT.findall(one.text) if YEAR.match(name)]
        if years and one.kind != "label":
            what = f"{{{years[0]}}} is worked out from today's date"
            yield one.finding("time-span", "T34", what, "Years stand on buttons only.")


def numbers(said: Sequence[Said], flow: Flow) -> Iterator[Finding]:
    """Yield each telephone number that no listed service has: numbers are checked there (T48)."""
    ways = (value for service in flow.services for _, value in service.ways)
    listed = {found.replace(" ", "") for way in ways for found in TELEPHONE.findall(way)}
    for one in said:
        # How a relay service is dialled stands in its own note.
        for sentence in sentences(INSERT.sub("", one.text)) if one.kind != "support" else ():
            for found in TELEPHONE.findall(sentence):
                if found.replace(" ", "") not in listed:
                    what = f"no service in support.yaml has the number {found}"
                    remedy = "List the service there, with the day it was checked."
                    yield one.finding("number", "T02", what, remedy, sentence)


def bodies(said: Sequence[Said], flow: Flow) -> Iterator[Finding]:
    """Yield each text that names a police body: names come from bodies.yaml."""
    named = {body.name.casefold(): body.id for body in flow.bodies.values()}
    looked_for = pattern(tuple(name for name in named if " " in name))
    for one in said if named else ():
        if one.kind == "support" or one.option in flow.bodies:
            continue
        for sentence in sentences(one.text):
            if found := looked_for.search(sentence):
                what = f'it names "{found.group()}"'
                remedy = "Let the name come from bodies.yaml: an option with its id, or {body}."
                yield one.finding("body-name", "T25", what, remedy, sentence)


def translated(said: Sequence[Said]) -> Iterator[Finding]:
    """Yield each translation whose figures are not those of the English."""
    for one in said:
        if "{n}" in one.english:
            continue  # its figure is counted, not written
        meant, shown = _figures(one.english), _figures(one.text)
        # Words for small numbers are fine; an invented figure, or a lost long one, is not.
        wrong = sorted((shown - meant) | {f for f in meant - shown if len(f) > SMALL})
        if wrong:
            what = f"the English has other figures: {', '.join(wrong)}"
            remedy = "Take the figures over as they are."
            yield one.finding("translated-number", "T02", what, remedy)


def _figures(text: str) -> set[str]:
    found = NUMBER.findall(INSERT.sub("", text))
    return {"".join(str(unicodedata.digit(c)) for c in f if c.isdigit()) for f in found}
