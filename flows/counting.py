"""Sending what is only counted: the answers go to a count, and the draft is deleted."""

from dataclasses import replace

from flows import leaving
from flows.apart import agreed
from flows.draft import Draft
from flows.moves import Moves
from flows.outcome import Outcome
from flows.setting import Setting

REVIEW, COUNTED = "about_send", "counted"


def count(moves: Moves, here: Draft, setting: Setting) -> Outcome:
    """Count the answers that she has just looked over, if she has agreed to it."""
    if here.step != REVIEW or not agreed(here):
        return Outcome(here, go="send")
    after = replace(leaving.first(moves, setting, here.language), step=COUNTED)
    return Outcome(after, "count", sent=here)
