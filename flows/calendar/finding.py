"""Finding the dates in typed words: each as EDTF, with the place where it stands.

A year is needed (or, for a day to come, a day with its month): bare numbers, ages, times and
telephone numbers are nobody's date. Days come before months, as the United Kingdom writes them.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType

import dateparser

from flows.calendar.vocabulary import VOCABULARIES, Vocabulary

OLDEST = 1930
PHONE_DIGITS = 9
CENTURY = 100
AHEAD_YEARS = 5
# A run of digits as telephone numbers are written.
PHONE = re.compile(r"\+?\(?\d[\d ()-]{6,}\d")
YEAR_LIKE = re.compile(r"(?:19|20)\d\d")
YEAR = r"(?<![\w.,:/£$-])(?P<year>(?:19|20)\d\d)(?!\w|[:.,/]\d|%|:)"
WORD = r"(?P<word>[^\W\d_]{3,20})\.?"
DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th|af|ain|eg|fed|ydd)?\.?"
JOIN = r"[\s,]+(?:of\s+|the\s+|w\s+|roku\s+|yn\s+|کے\s+|کی\s+|میں\s+)?"
PATTERNS = (
    ("iso", re.compile(r"(?<![\d-])(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])")),
    (
        "numbers",
        re.compile(
            r"(?<![\d/.-])(?P<day>\d{1,2})(?P<sep>[/.-])(?P<month>\d{1,2})(?P=sep)"
            r"(?P<year>\d{4}|\d\d)(?![\d/-]|\.\d)"
        ),
    ),
    (
        "years",
        re.compile(r"(?<![\w.,/-])(?P<year>(?:19|20)\d\d)\s?-\s?(?P<last>(?:19|20)\d\d)(?![\w-])"),
    ),
    (
        "month_number",
        re.compile(r"(?<![\d/.-])(?P<month>\d{1,2})/(?P<year>(?:19|20)\d\d)(?![\d/])"),
    ),
    ("day", re.compile(rf"(?<!\d){DAY}{JOIN}{WORD}{JOIN}{YEAR}")),
    ("day", re.compile(rf"{WORD}\s+(?:the\s+)?(?<!\d){DAY}[\s,]+{YEAR}")),
    ("decade", re.compile(r"(?<![\d:])(?P<year>(?:19|20)\d0)(?:'?s|au| کی دہائی)(?!\w)")),
    (
        "decade",
        re.compile(r"(?:(?:the|lata|latach)\s+'?|')(?P<short>[3-9]0)(?:'?s|-?tych|\.)?(?!\w|\d)"),
    ),
    ("decade", re.compile(r"(?<!\d)'?(?P<short>[3-9]0)(?:'?s|au)(?!\w)")),
    # Welsh has one word for autumn and October; "mis" before it says that a month is meant.
    ("named", re.compile(rf"(?P<month_of>\b[mf]is\s+)?{WORD}{JOIN}{YEAR}")),
    ("named", re.compile(rf"{WORD}\s+(?:of\s+)?'(?P<short>\d\d)(?!\d|\w)")),
    ("named", re.compile(rf"{YEAR}\s+(?:کی |کے |کا )?(?:موسم )?{WORD}")),
    ("year", re.compile(YEAR)),
)
WIDE = {"year": "{year}", "years": "{year}/{last}", "decade": "{tens}X"}
AHEAD_PATTERNS = (("coming", re.compile(rf"(?<!\d){DAY}\s+(?:of\s+)?{WORD}(?!\s*,?\s*\d)")),)
SETTINGS = MappingProxyType(
    {
        "REQUIRE_PARTS": ["month"],
        "PARSERS": ["absolute-time"],
        "DATE_ORDER": "DMY",
        # Any day: only the month's name is asked for, and every month has a first.
        "RELATIVE_BASE": datetime(2001, 1, 1),  # noqa: DTZ001 - dateparser wants it naive
    }
)


@dataclass(frozen=True, slots=True, repr=False)
class Found:
    """One date in the words: where it begins and ends, and what it can be in EDTF."""

    start: int
    end: int
    edtf: tuple[str, ...]


def plain(text: str) -> str:
    """Return `text` folded, with every script's digits as 0-9, one kind of dash, no phones."""
    folded = unicodedata.normalize("NFC", text).casefold()
    digits = "".join(_digit(sign) for sign in folded)
    dashed = re.sub("[\u2010-\u2015\u2212]", "-", digits).replace("\u2019", "'")
    return PHONE.sub(_without_phone, dashed)


def _digit(sign: str) -> str:
    value = unicodedata.digit(sign, None) if unicodedata.category(sign) == "Nd" else None
    return sign if value is None else str(value)


def _without_phone(run: re.Match[str]) -> str:
    groups = re.findall(r"\d+", run[0])
    years = all(YEAR_LIKE.fullmatch(group) for group in groups)
    phone = sum(map(len, groups)) >= PHONE_DIGITS and not years
    return " # " if phone else run[0]


def found(text: str, language: str, today: date, *, ahead: bool) -> tuple[Found, ...]:
    """Return the dates in `text` (as `plain` gives it), in order; none lies inside another."""
    taken: list[Found] = []
    for kind, pattern in (*PATTERNS, *(AHEAD_PATTERNS if ahead else ())):
        for match in pattern.finditer(text):
            free = all(match.end() <= one.start or match.start() >= one.end for one in taken)
            read = tuple(_read(kind, match, language, today)) if free else ()
            if read:
                taken.append(Found(match.start(), match.end(), read))
    return tuple(sorted(taken, key=lambda one: one.start))


def _read(kind: str, match: re.Match[str], language: str, today: date) -> Iterator[str]:
    given = match.groupdict()
    if kind == "coming":
        yield from _coming(given, language, today)
        return
    year = _year(given.get("year") or "", given.get("short") or "", today)
    if not OLDEST <= year <= today.year + AHEAD_YEARS:
        return
    if kind in WIDE:
        yield WIDE[kind].format(year=year, tens=year // 10, last=given.get("last"))
    elif kind == "month_number":
        yield from _months(year, int(given["month"]))
    elif kind in {"iso", "numbers"}:
        yield from _days(year, int(given["month"]), int(given["day"]))
    elif kind == "day":
        for month in months(given["word"], language):
            yield from _days(year, month, int(given["day"]))
    else:
        for month in months(given["word"], language):
            yield f"{year}-{month:02}"
        named = () if given.get("month_of") else seasons(given["word"], language)
        yield from (f"{year}-{season}" for season in named)


def _year(full: str, short: str, today: date) -> int:
    """Return the year; of two digits the latest that has begun."""
    if len(full) == 4:  # noqa: PLR2004 - a year in full has four digits
        return int(full)
    year = today.year - today.year % CENTURY + int(full or short)
    return year if year <= today.year else year - CENTURY


def _months(year: int, month: int) -> Iterator[str]:
    if 1 <= month <= 12:  # noqa: PLR2004 - months of a year
        yield f"{year}-{month:02}"


def _days(year: int, month: int, day: int) -> Iterator[str]:
    try:
        yield date(year, month, day).isoformat()
    except ValueError:
        return


def _coming(given: dict[str, str | None], language: str, today: date) -> Iterator[str]:
    """Yield the next such day: "12 March" said of a hearing."""
    for month in months(given["word"] or "", language):
        for year in (today.year, today.year + 1):
            days = list(_days(year, month, int(given["day"] or 0)))
            if days and days[0] >= today.isoformat():
                yield days[0]
                break


def vocabularies(language: str) -> tuple[Vocabulary, ...]:
    """Return the words of her language, then English."""
    own = VOCABULARIES.get(language)
    english = VOCABULARIES["en"]
    return (own, english) if own and own is not english else (english,)


def months(word: str, language: str) -> tuple[int, ...]:
    """Return the month that `word` names in her language or in English."""
    for known in vocabularies(language):
        if word in known.months:
            return (known.months[word],)
    wanted = [tag for tag in dict.fromkeys((language, "en")) if tag in VOCABULARIES]
    named = dateparser.parse(word, languages=wanted, settings=dict(SETTINGS))
    return (named.month,) if named else ()


def seasons(word: str, language: str) -> tuple[int, ...]:
    """Return the season that `word` names, as EDTF counts them."""
    return tuple(
        season
        for known in vocabularies(language)
        for season, names in known.seasons.items()
        if word in names
    )
