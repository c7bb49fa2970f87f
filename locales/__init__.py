"""The words a reporter reads, one catalog a language, and which languages may be offered.

English is the language that the questions are written in, so its words need no catalog. Every
other language is a gettext catalog, `<language>/LC_MESSAGES/candour.po`, compiled by
`locales.compiling`. A text is looked up together with its context, the step it belongs to,
because the same English words can need other words elsewhere.

gettext falls back to English without a word. In the middle of this conversation that would be
a fault, so a language is offered when it is complete, and only then.
"""

from collections.abc import Callable, Collection, Iterable
from datetime import date
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

FOLDER = Path(__file__).parent
DOMAIN = "candour"
ENGLISH = "en"
ANY = "*"  # as an operator's word: every draft may be offered

__all__ = ["ANY", "ENGLISH", "FOLDER", "Catalog", "NotTranslated", "catalogs", "offered"]


class NotTranslated(LookupError):  # noqa: N818 - what happened, in the words of this house
    """A text has no words in this language. Names the step, never the text."""


class _NoFallback(NullTranslations):
    """What is asked when a catalog lacks a text: refuses, where gettext would give English."""

    def pgettext(self, context: str, message: str) -> str:
        del message
        raise NotTranslated(f"a text of {context!r} has no words in this language")

    def npgettext(self, context: str, one: str, other: str, number: int) -> str:
        del one, other, number
        raise NotTranslated(f"a text of {context!r} has no words in this language")


class Catalog:
    """The words of one language: `language` is its tag, `name` what its speakers call it.

    `right_to_left` is how it is written; `reviewer` and `reviewed` are who vouches for the
    wording and since when (a day, or None); `untranslated` counts the texts without words.
    """

    def __init__(self, language: str, translations: GNUTranslations | None = None) -> None:
        headers = translations.info() if translations else {}
        self.language = language
        self.name = headers.get("x-language-name", "English" if not translations else language)
        self.right_to_left = headers.get("x-right-to-left") == "yes"
        self.reviewer = headers.get("x-reviewed-by", "").strip()
        self.reviewed = _day(headers.get("x-reviewed-on", ""))
        self.untranslated = int(headers.get("x-untranslated", "0"))
        self._look_up: Callable[[str, str], str] | None = None
        self._count: Callable[[str, str, str, int], str] | None = None
        if translations:
            translations.add_fallback(_NoFallback())
            self._look_up, self._count = translations.pgettext, translations.npgettext

    def __repr__(self) -> str:
        """Name the language and nothing else."""
        return f"Catalog({self.language!r})"

    def say(self, context: str, text: str) -> str:
        """Return `text` of the step `context` in this language; raises NotTranslated.

        English is returned as it is, and so is an empty text.
        """
        return self._look_up(context, text) if self._look_up and text else text

    def count(self, context: str, texts: tuple[str, str], number: int) -> str:
        """Return the form for `number` of a text, given as (one, other), with its `{n}` put in.

        Languages have one to six such forms; which one a number takes stands in the catalog.
        """
        one, other = texts
        if self._count is None:
            return (one if number == 1 else other).format(n=number)
        return self._count(context, one, other, number).format(n=number)

    def gap(self, drafts: Collection[str], needed: Iterable[tuple[str, str]] = ()) -> str:
        """Return why this language may not be offered, a sentence, or "" if it may."""
        lacking = self.untranslated or sum(not self._has(*one) for one in needed)
        if lacking:
            return f"{lacking} texts have no words in {self.name} ({self.language}) yet."
        vouched = self.language == ENGLISH or (self.reviewer and self.reviewed)
        if not vouched and self.language not in drafts and ANY not in drafts:
            return (
                f"{self.name} ({self.language}) is a draft: its header names no reviewer and day "
                "(X-Reviewed-By, X-Reviewed-On), and the team file does not allow it as a draft."
            )
        return ""

    def _has(self, context: str, text: str) -> bool:
        try:
            self.say(context, text)
        except NotTranslated:
            return False
        return True


def catalogs(folder: Path = FOLDER) -> tuple[Catalog, ...]:
    """Return every catalog there is, English first, whether or not it may be offered."""
    found = [Catalog(ENGLISH)]
    for path in sorted(folder.glob(f"*/LC_MESSAGES/{DOMAIN}.mo")):
        with path.open("rb") as file:
            found.append(Catalog(path.parent.parent.name, GNUTranslations(file)))
    return tuple(found)


def offered(
    drafts: Collection[str] = frozenset(),
    needed: Iterable[tuple[str, str]] = (),
    folder: Path = FOLDER,
) -> dict[str, Catalog]:
    """Return the languages a reporter may choose from, by tag, English first.

    `drafts` are the tags of languages that the operator allows before anyone has reviewed
    them (ANY for all). `needed` are the texts, each with its context, that the conversation
    can say: one edited after the catalogs were made takes a language out, not a reporter by
    surprise. No setting offers a language with gaps.
    """
    texts = tuple(needed)
    return {c.language: c for c in catalogs(folder) if not c.gap(drafts, texts)}


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
