"""`python -m flows times`: how long each way of sending takes, measured on the flow itself.

Many people are walked through it by chance: which options they tap, what they skip,
how much they type. Cards, taps and words are counted; minutes are estimated from them
at a slow pace. The 75th percentile is what reporters are told (CONVERSATION.md), so
three of four of these walks are shorter. People have not been timed yet.
"""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from math import ceil
from typing import Annotated

import typer

from flows.commands.walking import Walk
from flows.loading import CONTENT, load_flow
from flows.model import CONTROLS
from flows.moves import Moves
from flows.outcome import Move, Turn
from flows.screen import Button
from locales import Catalog

TIMES = "times.yaml"
Write = typer.Option("--write", help="Write flows/content/times.yaml anew.")

# Assumed, not measured: slower than most adults read and type, for someone in distress.
WORDS_A_MINUTE, LETTERS_A_MINUTE, SECONDS_A_TAP = 180, 120, 2.0
WALKS, PERCENTILE, SKIPPED, TYPED = 200, 0.75, 0.15, 0.25
LONGEST = 200

Only = Mapping[str, tuple[str, ...]]

# What everyone on a way taps: by step, the only options taken.
ARRIVED: Only = {
    "phone": ("yes", "not_sure", "no", "work"),
    "safe": ("yes", "not_sure"),
    "unsure_safe": ("go",),
    "age": ("adult",),
    "hold": ("yes",),
    "resume_word": ("no_word",),
    "relation": ("self",),
    "agree": ("yes",),
    "review": ("send_it",),
}
WAYS: Mapping[str, Only] = {
    "contact": {"ways": ("contact",)},
    "outline": {"ways": ("questions",), "after_outline": ("send_now",)},
    "account": {
        "ways": ("questions",),
        "after_outline": ("account",),
        "before_account": ("go",),
        "tell": ("words", "list", "both"),
        "linked": ("none", "ended"),
    },
}
TYPES: Mapping[str, str] = {
    "gather": "It went on for some months, at work and by messages. I asked for it to stop.",
    "lookup": "Leeds",
    "text": "07700 900123",
}


@dataclass(frozen=True, slots=True)
class Journey:
    """What one walk to Send came to; `letters` are those typed.

    `before` are the minutes until the card that offers the ways, where times are told.
    """

    cards: int = 0
    taps: int = 0
    words: int = 0
    letters: int = 0
    before: float = 0

    @property
    def minutes(self) -> float:
        """Estimated minutes, with every card read once and whole."""
        return (
            self.words / WORDS_A_MINUTE
            + self.letters / LETTERS_A_MINUTE
            + self.taps * SECONDS_A_TAP / 60
        )

    @property
    def rest(self) -> float:
        """Estimated minutes from the card that offers the ways."""
        return self.minutes - self.before


def journeys(moves: Moves, way: str, walks: int = WALKS) -> list[Journey]:
    """Return `walks` journeys to Send by `way`, the same ones every time."""
    chance = random.Random(way)  # noqa: S311 - for measuring, not for secrets
    found = [_walked(moves, {**ARRIVED, **WAYS[way]}, chance) for _ in range(walks)]
    return [journey for journey in found if journey is not None]


def told(found: Mapping[str, list[Journey]]) -> dict[str, int]:
    """Return the minutes to tell, by the names of times.yaml: 75th percentiles, rounded up.

    `more` is what the account takes beyond the outline.
    """
    minutes = {way: _at(walks, "rest") for way, walks in found.items()}
    return {
        "contact": ceil(minutes["contact"]),
        "outline": ceil(minutes["outline"]),
        "more": ceil(minutes["account"] - minutes["outline"]),
    }


def _walked(moves: Moves, only: Only, chance: random.Random) -> Journey | None:
    walk = Walk(moves, date(2026, 11, 22), {"en": Catalog("en")})
    turn, journey, seen = walk.show(), Journey(), set[str]()
    for _ in range(LONGEST):
        if walk.sent:
            return journey
        if turn.card.step == "ways" and not journey.before:
            journey = replace(journey, before=journey.minutes)
        if turn.card.step not in seen:
            seen.add(turn.card.step)
            read = len(turn.card.text.split()) + sum(len(b.label.split()) for b in _of(turn))
            journey = replace(journey, cards=journey.cards + 1, words=journey.words + read)
        turn, letters = _moved(walk, turn, only, chance)
        journey = replace(
            journey, taps=journey.taps + (not letters), letters=journey.letters + letters
        )
    return None


def _moved(walk: Walk, turn: Turn, only: Only, chance: random.Random) -> tuple[Turn, int]:
    """Make one move; return the turn and how many letters it took."""
    step = walk.moves.flow.steps[turn.card.step]
    options = {o.id: o for o in step.options}
    shown = [b.option for b in _of(turn)]
    wanted = [name for name in only.get(step.id, ()) if name in shown]
    if not wanted and step.skip and "skip" in shown and chance.random() < SKIPPED:
        return walk.tap("skip"), 0
    listed = [
        name
        for name in shown
        if name not in CONTROLS and (name not in options or not options[name].move)
    ]
    types = step.takes_text and not wanted and (not listed or chance.random() < TYPED)
    if "done" in shown and (not types or step.kind == "gather"):
        return walk.tap("done"), 0
    if types:
        text = TYPES.get(step.kind, "07700 900123")
        return walk.take(Move("words", text)), len(text)
    return walk.tap(chance.choice(wanted or listed or shown)), 0


def _of(turn: Turn) -> Iterator[Button]:
    for row in turn.card.rows:
        yield from row


def times(write: Annotated[bool, Write] = False) -> None:  # noqa: FBT002 - a flag of the command line
    """Show how long each way of sending takes; with --write, keep the minutes that are told."""
    moves = load_flow()
    found = {way: journeys(moves, way) for way in WAYS}
    for way, walks in found.items():
        cards, taps, minutes = (_at(walks, name) for name in ("cards", "taps", "minutes"))
        typed = sum(journey.letters > 0 for journey in walks) * 100 // len(walks)
        typer.echo(
            f"{way}: 75 of 100 walks take at most {minutes:.1f} minutes, {cards:.0f} cards and "
            f"{taps:.0f} taps; {typed} of 100 type something"
        )
    lines = [f"{name}: {minutes}" for name, minutes in told(found).items()]
    typer.echo("told: " + ", ".join(lines))
    if write:
        path = CONTENT / TIMES
        head = path.read_text(encoding="utf-8").partition("\n\n")[0]
        path.write_text(head + "\n\n" + "\n".join(lines) + "\n", encoding="utf-8")


def _at(found: list[Journey], name: str) -> float:
    ranked = sorted(float(getattr(journey, name)) for journey in found)
    return ranked[int(PERCENTILE * (len(ranked) - 1))]
