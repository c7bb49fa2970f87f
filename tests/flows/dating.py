"""The date question on a phone, for the tests of dates."""

from dataclasses import replace

from flows.commands.walking import Walk
from flows.draft import Answer, Draft
from flows.model import Option
from flows.moves import Moves
from tests.stories.telling import TODAY, new_walk, shipped

MOVES = shipped()
FLOW = MOVES.flow
STEP = "when_first"
AHEAD_OPTIONS = ("this_week", "this_month", "next_month", "later")
HELD = Draft(FLOW.version, stage="held", step=STEP, created=f"{TODAY}", trail=("body",))


def asked(moves: Moves = MOVES, here: Draft = HELD) -> Walk:
    """Return a phone that stands on the date question, with a draft held."""
    walk = new_walk()
    walk.moves, walk.here = moves, here
    return walk


def ahead() -> Moves:
    """Return the flow with the same question about a day that is still to come."""
    options = tuple(Option(name, name.replace("_", " ")) for name in AHEAD_OPTIONS)
    steps = {**FLOW.steps, STEP: replace(FLOW.steps[STEP], ahead=True, options=options)}
    return Moves(replace(FLOW, steps=steps))


def tapped(walk: Walk, *names: str) -> Answer:
    """Tap through the cards, and return what is kept then."""
    for name in names:
        shown = [b.option for row in walk.show().card.rows for b in row]
        assert name in shown, (name, shown)
        walk.tap(name)
    return walk.here.answers[STEP]
