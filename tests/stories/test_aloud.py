"""Those who sign can read every story, as it is shown, in their own language."""

import pytest
from typer.testing import CliRunner

from locales import catalogs
from tests.stories import aloud
from tests.stories.telling import STORIES

EVERY = sorted(path.stem for path in STORIES.glob("*.story"))
LANGUAGES = [catalog.language for catalog in catalogs()]


def lines(language: str) -> list[str]:
    printed: dict[str, int] = {}
    paths = (STORIES / f"{stem}.story" for stem in EVERY)
    paragraphs = (p for path in paths for p in aloud.transcript(path, language, printed))
    return [line for paragraph in paragraphs for line in paragraph.splitlines()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_story_in_every_language(language: str) -> None:
    """Each story is told to its end, each card of it quoted once."""
    told = lines(language)
    assert [line.removeprefix("# ") for line in told if line.startswith("# ")] == EVERY
    numbers = [line.split()[1] for line in told if line.endswith(" again*")]
    cards = [line.split()[1].rstrip(",") for line in told if line.startswith("*card")]
    first = [number for number in dict.fromkeys(cards) if number.isdigit()]
    assert first == [str(n + 1) for n in range(len(first))]
    assert set(numbers) <= set(first)


def test_the_shown_words_are_the_catalog_s() -> None:
    """What is quoted is Polish, what she taps stands as in the story."""
    polish = next(catalog for catalog in catalogs() if catalog.language == "pl")
    told = lines("pl")
    assert f"> {polish.say('age', 'How old are you?')}" in told
    assert "> How old are you?" not in told
    assert "**She taps:** 18 or over" in told


def test_a_language_that_is_not_there() -> None:
    """A tag without a catalog is refused with its name."""
    app = aloud.app
    result = CliRunner().invoke(app, ["--language", "fr"])
    assert result.exit_code != 0
    assert "no catalog 'fr'" in result.output
