"""A message that she edits on her phone: it changes the answer it gave, while it is there.

Only her own words stay on the screen long enough for that; every other typed answer
is cleared as soon as it is kept.
"""

from dataclasses import replace

from flows.draft import Draft
from flows.moves import Moves
from flows.outcome import Outcome
from flows.screen import Lead


def edited(moves: Moves, here: Draft, text: str, piece: int) -> Outcome:
    """Put `text` in the place of the message numbered `piece`; nothing is ever cut."""
    at = here.pieces.index(piece) if piece in here.pieces else len(here.gathered)
    if at >= len(here.gathered):
        return Outcome(here, leads=(Lead("edit_too_late"),) if here.stage == "held" else ())
    others = (*here.gathered[:at], *here.gathered[at + 1 :])
    if len("\n".join((*others, text))) > moves.flow.steps[here.step].limit:
        numbers = (*here.pieces[:at], *here.pieces[at + 1 :])
        over = replace(here, gathered=others, pieces=numbers, waiting=text, aside="too_long")
        return Outcome(over, gathering=True)
    gathered = (*here.gathered[:at], text, *here.gathered[at + 1 :])
    return Outcome(replace(here, gathered=gathered), gathering=True)
