"""A resume word chosen while she pauses: her place and what she has typed so far stay as they are.

Whoever said that nobody opens her phone was not asked for a word at the start.
"""

from dataclasses import replace

from flows.draft import Draft
from flows.leaving import pause
from flows.moves import Moves
from flows.outcome import Outcome
from flows.setting import Setting
from flows.writing import resume_word

ASKS_FOR_WORD = "choose_word"


def lock(moves: Moves, here: Draft, text: str, setting: Setting) -> Outcome:
    """Keep her word and go back to the break; what is not one word is asked for again."""
    chosen = resume_word(here, text, setting)
    if not chosen.draft.resume:
        return chosen
    return replace(pause(moves, chosen.draft, setting), leads=chosen.leads)
