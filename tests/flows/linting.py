"""What the tests of the lint share: a copy of the content with one thing changed."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from flows.commands.linting import findings
from flows.lint import Finding
from flows.loading import CONTENT, read_flow
from flows.setting import Words
from locales import Catalog


class Translated:
    """A language made of English and a few texts of its own."""

    right_to_left = False

    def __init__(self, language: str, **texts: str) -> None:
        self.language = language
        self.texts = texts

    def say(self, context: str, text: str) -> str:
        """Return the text of `context` in this language; every other has no words."""
        del text
        if context not in self.texts:
            raise LookupError(context)
        return self.texts[context]

    def count(self, context: str, texts: tuple[str, str], number: int) -> str:
        """Refuse: no text with a number has words either."""
        del texts, number
        raise LookupError(context)


def copy_of(folder: Path) -> Path:
    """Return a copy of the shipped content in `folder`."""
    return Path(shutil.copytree(CONTENT, folder / "content"))


def file_with(content: Path, text: str) -> str:
    """Return the file of questions that `text` stands in: questions move between files."""
    files = sorted((content / "questions").glob("*.yaml"))
    return next(f"questions/{f.name}" for f in files if text in f.read_text(encoding="utf-8"))


def change(content: Path, name: str, before: str, after: str) -> int:
    """Change one place of one file; return the line it stands on."""
    path = content / name
    text = path.read_text(encoding="utf-8")
    assert before in text, before
    changed = text.replace(before, after, 1)
    path.write_text(changed, encoding="utf-8")
    return text[: text.index(before)].count("\n") + 1


def found_in(content: Path, languages: Sequence[Words] = (Catalog("en"),)) -> list[Finding]:
    """Return what the lint finds in a folder of content."""
    return findings(content, read_flow(content), languages)
