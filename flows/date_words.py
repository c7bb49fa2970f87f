"""A date in her language: months and seasons are texts that translators give."""

from collections.abc import Mapping

from flows.inserts import isolated
from flows.model import Flow
from flows.setting import Words

NAMED_MONTHS = tuple(f"month_{n}" for n in range(1, 13))
NAMED_DAYS = tuple(f"day_{n}" for n in range(1, 13))
"""Apart from the months: many languages bend a month's name beside a day."""
SEASONS: Mapping[str, str] = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
DAY = len("2011-10-23")
EARLY, LATE = "winter_early", "winter_late"
TEXTS = frozenset(
    {
        *NAMED_MONTHS,
        *NAMED_DAYS,
        *SEASONS.values(),
        *(EARLY, LATE, "date_span", "date_until", "date_since", "date_either"),
        *("date_decade", "date_about"),
    }
)
"""The texts that dates are said with."""


def phrase(flow: Flow, edtf: str, words: Words, *, about: bool = False) -> str:
    """Return `edtf` as people say it: "October 2011", "2022 to 2024", "Around 2011"."""
    said = _said(flow, edtf, words)
    return _say(flow, words, "date_about", date=said) if about else said


def _said(flow: Flow, edtf: str, words: Words) -> str:
    if edtf[:1] in {"[", "{"}:
        first, last = edtf[1:-1].split(",")
        return _pair(flow, words, "date_either", first, last)
    first, slash, last = edtf.partition("/")
    if first == "..":
        return _say(flow, words, "date_until", last=_said(flow, last, words))
    if last == "..":
        return _say(flow, words, "date_since", first=_said(flow, first, words))
    if last and f"{first[:4]}-01/{first[:4]}-02" == edtf:
        return _say(flow, words, EARLY, year=first[:4])
    if slash:
        return _pair(flow, words, "date_span", first, last)
    return _one(flow, edtf, words)


def _pair(flow: Flow, words: Words, text: str, first: str, last: str) -> str:
    said = {
        # Two whole days in figures, day first: in words they outgrow a button.
        name: f"{side[8:]}/{side[5:7]}/{side[:4]}" if len(side) == DAY else _said(flow, side, words)
        for name, side in (("first", first), ("last", last))
    }
    return _say(flow, words, text, **said)


def _one(flow: Flow, edtf: str, words: Words) -> str:
    """Return a decade, year, season, month or day."""
    year, _, rest = edtf.partition("-")
    month, _, day = rest.partition("-")
    if year.endswith("X"):
        return _say(flow, words, "date_decade", year=f"{year[:3]}0")
    if not month:
        return isolated(year, words)
    if month in SEASONS:
        return _say(flow, words, SEASONS[month], year=year)
    if day:
        return _say(flow, words, f"day_{int(month)}", day=str(int(day)), year=year)
    return _say(flow, words, f"month_{int(month)}", year=year)


def season(flow: Flow, edtf: str, words: Words) -> str:
    """Return a choice of the card of seasons: December stands there as the later winter."""
    if edtf.endswith("-12"):
        return _say(flow, words, LATE, year=edtf[:4])
    return phrase(flow, edtf, words)


def _say(flow: Flow, words: Words, name: str, **inserts: str) -> str:
    apart = {key: isolated(value, words) for key, value in inserts.items()}
    return words.say("texts", flow.texts[name]).format(**apart)
