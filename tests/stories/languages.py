"""Every language that has a catalog, complete or not: the marked test language fills its gaps."""

from collections.abc import Mapping

from flows.setting import Words
from locales import Catalog, NotTranslated, catalogs
from tests.stories.telling import Marked


class Filled:
    """A catalog in whose gaps stands the marked English."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog, self._gaps = catalog, Marked()
        self.language = catalog.language
        self.right_to_left = catalog.right_to_left

    def say(self, context: str, text: str) -> str:
        """Return `text` in this language, or marked."""
        try:
            return self._catalog.say(context, text)
        except NotTranslated:
            return self._gaps.say(context, text)

    def count(self, context: str, texts: tuple[str, str], number: int) -> str:
        """Return the text for `number` in this language, or marked."""
        try:
            return self._catalog.count(context, texts, number)
        except NotTranslated:
            return self._gaps.count(context, texts, number)


def every_language() -> Mapping[str, Words]:
    """Return each language by its tag, English first, and the marked one last."""
    return {c.language: Filled(c) for c in catalogs()} | {"xx": Marked()}
