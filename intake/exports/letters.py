"""Which letters this machine can print, found out by the setter itself."""

import functools
import json
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final, Literal

import typst

LEFT_TO_RIGHT = (
    "Noto Sans",
    "Noto Sans Bengali",
    "Noto Sans Devanagari",
    "Noto Sans Gurmukhi",
    "Noto Sans Gujarati",
    "Noto Sans Tamil",
    "Noto Naskh Arabic",
    "Libertinus Serif",
)
RIGHT_TO_LEFT = ("Noto Naskh Arabic", "Noto Sans Arabic", *LEFT_TO_RIGHT)
"""Families in the order of liking; what is in none of them, any other font of the machine prints.

Naskh before Nastaliq also for Urdu: out of Nastaliq's pieces nobody can copy or search the words
again (docs/decisions/0018-pdf-by-typst.md).
"""

STANDARDS: Final[list[Literal["a-2a", "ua-1"]]] = ["a-2a", "ua-1"]
"""To be kept for decades (ISO 19005) and read aloud in order (ISO 14289). Both refuse a letter that
no font holds, and the first one a sign that means something in one font alone."""

_PROBE = b"""
#set document(title: "probe", date: datetime(year: 2000, month: 1, day: 1))
#set text(lang: "en", font: json(bytes(sys.inputs.fonts)))
#for sign in json(bytes(sys.inputs.signs)) { par(sign) }
"""
_MOST_PROBED = 100
_REMEDY = (
    "Install fonts that hold them (Debian and Ubuntu: apt-get install fonts-noto; elsewhere: the "
    "Noto fonts), or use --html, which is read with a browser's own."
)


class NoLetters(Exception):  # noqa: N818 - told to staff as it stands
    """The machine has no font for a script of the report: names the script, and no word."""


@functools.cache
def machine_fonts() -> typst.Fonts:
    """Return the fonts of this machine, with the four that typst brings. Looked up once."""
    return typst.Fonts()


def families(fonts: typst.Fonts) -> dict[str, list[str]]:
    """Return the families to set with by direction, `ltr` and `rtl`: those that are there."""
    there = set(fonts.families())
    return {
        "ltr": [one for one in LEFT_TO_RIGHT if one in there],
        "rtl": [one for one in RIGHT_TO_LEFT if one in there],
    }


def without_letters(text: str, fonts: typst.Fonts) -> dict[str, str]:
    """Return signs of `text` that no font holds, each with words to put in its place.

    Raises NoLetters if they are a script's: words in a language cannot be replaced.
    """
    signs = sorted(set(filter(lambda sign: not sign.isascii(), text)))
    scripts: dict[str, list[str]] = {}
    for sign in filter(_is_letter, signs):
        scripts.setdefault(_script(sign), []).append(sign)
    lacking = [name for name, letters in scripts.items() if not _prints(letters, fonts)]
    if lacking:
        named = ", ".join(sorted(lacking))
        raise NoLetters(f"This machine has no (or not all) letters for: {named}. {_REMEDY}")
    others = [sign for sign in signs if not _is_letter(sign)]
    return {sign: _in_words(sign) for sign in _unprintable(others, fonts)}


def _unprintable(signs: list[str], fonts: typst.Fonts) -> Iterator[str]:
    if len(signs) > _MOST_PROBED:  # no person's text: one by one would take minutes
        yield from () if _prints(signs, fonts) else signs
    else:
        yield from (sign for sign in signs if not _prints([sign], fonts))


def _prints(signs: Iterable[str], fonts: typst.Fonts) -> bool:
    given = {"signs": json.dumps(list(signs)), "fonts": json.dumps(families(fonts)["ltr"])}
    try:
        typst.Compiler(_PROBE, font_paths=fonts, sys_inputs=given).compile(
            format="pdf", pdf_standards=list(STANDARDS)
        )
    except typst.TypstError:
        return False
    return True


def _is_letter(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LMN"


def _script(sign: str) -> str:
    """Return a letter's script: in Unicode, the first word of its name."""
    return unicodedata.name(sign, "unknown").split()[0].split("-")[0].capitalize()


def _in_words(sign: str) -> str:
    name = unicodedata.name(sign, "").lower()
    return f"[sign: {name or f'U+{ord(sign):04X}'}]"
