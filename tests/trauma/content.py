"""The content that the checklist is held against: what is shipped, or what a fault was planted in.

Everything is asked for at the time of the test, so that `planting` can put a copy with a fault
in its place.
"""

from collections.abc import Collection, Iterable, Mapping
from functools import cache
from pathlib import Path

from flows.buttons import ASKING
from flows.commands.linting import findings
from flows.commands.walking import Walk
from flows.draft import Answer, Draft
from flows.lint import Finding
from flows.loading import CONTENT, read_flow
from flows.model import Flow, Step
from flows.moves import Moves
from flows.outcome import Move, Turn
from flows.turn import take_turn
from locales import catalogs
from tests.stories import telling

# The three questions that have no Skip: two of safety, and every consent (a kind of its own).
SAFETY = frozenset({"phone", "safe"})
ARRIVED = ("go", "no", "yes", "adult", "go", "yes")
"""Taps from the first card to a draft, on a phone of one's own."""


def moves() -> Moves:
    """Return the flow of now."""
    return telling.shipped()


def folder() -> Path:
    """Return the folder of content of now."""
    return CONTENT


@cache
def linted(content: Path) -> tuple[Finding, ...]:
    """Return what the lint finds in `content`, in every language."""
    return tuple(findings(content, read_flow(content), catalogs()))


def questions(flow: Flow, blocks: Collection[str] = ()) -> list[Step]:
    """Return the steps that ask, but for consents, in some blocks or in all."""
    return [
        s for s in flow.steps.values() if s.kind in ASKING and (s.block in blocks or not blocks)
    ]


def reached(flow: Flow, start: str, without: Collection[str] = ()) -> set[str]:
    """Return the steps that can follow `start`, whatever is answered, around `without`."""
    found, waiting = set[str](), [start]
    while waiting:
        here = waiting.pop()
        if here in found or here in without:
            continue
        found.add(here)
        step = flow.steps[here]
        waiting += [way.to for way in step.ways]
        waiting += [option.to for option in step.options if option.to]
    return found


def walked(taps: Iterable[str]) -> Walk:
    """Return a phone after these taps."""
    walk = telling.new_walk()
    for option in taps:
        walk.tap(option)
    return walk


def shown(walk: Walk) -> set[str]:
    """Return the options of the card of now."""
    return {button.option for row in walk.show().card.rows for button in row}


def said(walk: Walk) -> str:
    """Return the words of the card of now, on one line."""
    return " ".join(walk.show().card.text.split())


def skipping(walk: Walk, until: str, most: int = 60) -> Walk:
    """Skip or go on until a card of that name."""
    for _ in range(most):
        if walk.here.step == until:
            return walk
        walk.take(Move("command", "skip"))
    raise AssertionError(f"skipping does not lead to {until}, but to {walk.here.step}")


def at(step: str, answers: Mapping[str, str] | None = None, move: Move | None = None) -> Turn:
    """Return the turn of one move (or none) of a draft that stands on `step`."""
    flow = moves().flow
    aside = flow.steps[step].kind == "aside"
    given = {name: Answer("answered", (value,)) for name, value in (answers or {}).items()}
    here = Draft(
        flow.version,
        stage="held",
        step=flow.first if aside else step,
        aside=step if aside else "",
        answers=given,
        trail=("relation",),
    )
    return take_turn(moves(), here, move or Move("show"), telling.new_walk().setting())
