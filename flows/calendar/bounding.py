"""The first and last day of an EDTF string, with the traps of FACTS 2.6.

`edtf` reads the parts (a day, month, season, year, decade); ranges and sets are put
together here, because the library pads unknown ends by ten years, returns a float for
open ones, and cannot read a season inside a set. It also takes 29 February of any year
and breaks in its own ways on rarer forms, so that only the forms that our cards and
guesses make reach it.
"""

import re
import warnings
from datetime import date

from flows.span import Span, last_of_month, months_after

with warnings.catch_warnings():
    # pyparsing warns about the library's own grammar while it is made.
    warnings.simplefilter("ignore")
    from edtf import EDTFParseException, parse_edtf

OPEN = ".."
WINTER = "24"
PART = re.compile(r"(?P<plain>\d{3}X|\d{4}(-\d\d(-\d\d)?)?)[~?%]?", re.ASCII)
SET = re.compile(r"[\[{](?P<parts>[^\[\]{}/]+)[\]}]")


class NotADate(ValueError):  # noqa: N818 - what was given, in a word
    """A string that stands for no day. Its message never repeats the string."""

    def __init__(self) -> None:
        super().__init__("this is no date in a form that is used here")


def bounds(edtf: str) -> Span:
    """Return the strict bounds of `edtf`; "" (not known) has none. Raises NotADate.

    `a/` and `/a` (an unknown end) are refused: their bounds would be an invention.
    """
    if not edtf:
        return Span()
    if edtf.count("/") == 1:
        first, last = edtf.split("/")
        return _ordered(Span(_side(first).earliest, _side(last).latest))
    if found := SET.fullmatch(edtf):
        spans = [_part(part.strip()) for part in found["parts"].split(",")]
        return _ordered(
            Span(
                min(span.earliest for span in spans if span.earliest),
                max(span.latest for span in spans if span.latest),
            )
        )
    return _part(edtf)


def _ordered(span: Span) -> Span:
    if span.earliest and span.latest and span.earliest > span.latest:
        raise NotADate
    return span


def _side(side: str) -> Span:
    return Span() if side == OPEN else _part(side)


def _part(part: str) -> Span:
    """Return the bounds of one day, month, season, year or decade."""
    found = PART.fullmatch(part)
    if found is None:
        raise NotADate
    # The library cannot read "around" on a season, and strict bounds do not ask for it.
    plain = found["plain"]
    if plain[5:7] > WINTER:
        raise NotADate
    try:
        read = parse_edtf(plain)
        first, last = date(*read.lower_strict()[:3]), date(*read.upper_strict()[:3])
    except (EDTFParseException, ValueError):
        # Without its cause: the library's message repeats what was given.
        raise NotADate from None
    if plain[5:] == WINTER:
        # Said of a year, "winter" can be its first months or run on into the next year:
        # the library's December alone would leave out most of what people mean.
        first, last = first.replace(month=1, day=1), last_of_month(months_after(last, 2))
    return Span(first, last)
