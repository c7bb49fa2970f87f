"""The stories as a person reads them: every card, every tap, in any language.

For those who sign in docs/release-gate.md: `python -m tests.stories.aloud --language pl > pl.md`.
A card that was printed before is named by its number only.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated

import typer

from flows.commands.walking import Walk
from flows.outcome import Turn
from flows.screen import Button, Card
from flows.typed import button_named
from locales import ENGLISH, catalogs
from tests.stories.telling import STORIES, TODAY, Marked, Telling, shipped


def walk_in(language: str) -> Walk:
    """Return a phone that begins in `language`, and on which a story can choose another."""
    every = {catalog.language: catalog for catalog in catalogs()}
    spoken = {tag: every[tag] for tag in (language, ENGLISH)}
    names = {tag: catalog.name for tag, catalog in spoken.items()} | {"xx": "Marked"}
    return Walk(shipped(), TODAY, spoken | {"xx": Marked()}, names)


@dataclass
class Aloud(Telling):
    """A story told in `language`; its taps are still the story's own labels, in English."""

    language: str = ENGLISH
    printed: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.walk = walk_in(self.language)
        super().__post_init__()

    def plain(self) -> Card:
        """Return the card of now in the story's language: English, unless it chose another."""
        here = self.walk.here
        if here.language != self.language:
            return self.turn.card
        self.walk.here = replace(here, language=ENGLISH)
        card = self.walk.show().card
        self.walk.here = here
        return card

    def buttons(self) -> Iterator[Button]:
        """Yield the buttons of the card of now, labelled as the story names them."""
        for row in self.plain().rows:
            yield from row

    def typed(self, text: str) -> None:
        """Send words; the label of a button, typed in English, is that button."""
        named = button_named(text, self.plain())
        if named:
            self.turn = self.walk.tap(named)
        else:
            super().typed(text)

    def told(self, line: str) -> Iterator[str]:
        """Tell one line of the story; yield each thing done and the card after it."""
        who, _, what = line.partition(": ")
        if line.startswith("#"):
            yield f"*{line.lstrip('# ')}*"
        elif who == "Taps":
            for label in what.split(" | "):
                self.tap(label)
                yield f"**She taps:** {label}"
                yield self.card()
        elif who == "Person" or line.startswith("("):
            self.line(line)
            yield f"**She writes:** {what}" if who == "Person" else f"*{line}*"
            yield self.card()

    def card(self) -> str:
        """Return the card of now as a quotation, or its number where it stood before."""
        shown = quoted(self.turn)
        if shown in self.printed:
            return f"*card {self.printed[shown]} again*"
        self.printed[shown] = len(self.printed) + 1
        return f"*card {self.printed[shown]}, {self.turn.card.step}*\n\n{shown}"


def quoted(turn: Turn) -> str:
    """Return a card's text, its one line below and its buttons, as a quotation."""
    labels = "  ".join(f"[{button.label}]" for row in turn.card.rows for button in row)
    parts = (turn.card.text, turn.note, labels)
    lines = "\n\n".join(part for part in parts if part).splitlines()
    return "\n".join(f"> {line}".rstrip() for line in lines)


def transcript(path: Path, language: str, printed: dict[str, int]) -> Iterator[str]:
    """Yield the paragraphs of one story's transcript; `printed` are the cards of those before."""
    aloud = Aloud(language=language, printed=printed)
    yield f"# {path.stem}"
    yield aloud.card()
    for line in path.read_text("utf-8").splitlines():
        yield from aloud.told(line)


app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


@app.command()
def aloud(
    stories: Annotated[list[str] | None, typer.Argument(help="Beginnings of file names.")] = None,
    language: Annotated[str, typer.Option(help="The tag of a catalog.")] = ENGLISH,
) -> None:
    """Print the transcripts of the stories, all of them unless some are named."""
    if language not in {catalog.language for catalog in catalogs()}:
        raise typer.BadParameter(f"there is no catalog {language!r} in locales/")
    printed: dict[str, int] = {}
    for path in sorted(STORIES.glob("*.story")):
        if not stories or path.stem.startswith(tuple(stories)):
            for paragraph in transcript(path, language, printed):
                typer.echo(f"{paragraph}\n")


if __name__ == "__main__":
    app()
