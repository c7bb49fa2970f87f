from collections.abc import Callable
from pathlib import Path

import pytest

from locales.compiling import compile_all
from locales.files import CatalogFile, new, write

GREETING = ("hello", "Good morning, {name}.")
SETTING = ("evening", "Leave")
TWICE = ("morning", "Leave")


def template() -> CatalogFile:
    """Make a template of three texts; two share their English."""
    made = new(None)
    for context, text in (GREETING, SETTING, TWICE):
        made.add(text, context=context, locations=[("talk.yaml", 1)])
    return made


@pytest.fixture
def made(tmp_path: Path) -> Callable[..., Path]:
    """Make a folder of compiled catalogs: one language, its words by context, its headers."""

    def make(language: str, words: dict[str, str], **headers: str) -> Path:
        write(tmp_path / "candour.pot", template())
        catalog = new(language)
        for message in template():
            if message.id:
                catalog.add(
                    message.id, words.get(message.context or "", ""), context=message.context
                )
        catalog.own_headers |= {f"X-{k.replace('_', '-')}": v for k, v in headers.items()}
        write(tmp_path / language / "LC_MESSAGES" / "candour.po", catalog)
        compile_all(tmp_path)
        return tmp_path

    return make
