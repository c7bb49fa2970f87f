"""A note from the team in the chat: a cover that says little, her word, the note.

A note's text is in no draft: it travels through one turn as a line above the card.
"""

from dataclasses import replace

from flows.draft import Draft
from flows.moves import Moves
from flows.outcome import Outcome
from flows.screen import Lead
from flows.setting import Setting

COVER, ASKS_FOR_WORD, OPEN = "note_cover", "note_word", "note_open"
CARDS = frozenset({COVER, ASKS_FOR_WORD, OPEN})
"""The cards behind which a note lies."""


def ask_for_word(moves: Moves, here: Draft, setting: Setting) -> Outcome:
    """Ask for the word that opens a note; asked alike whether or not there is one."""
    del moves, setting
    return Outcome(replace(here, aside=ASKS_FOR_WORD, waiting=""))


def opened(here: Draft, text: str, above: str) -> Outcome:
    """Show a note; `above` is the id of a text to stand over it, or ""."""
    note = Lead("note", (("note", text),))
    leads = (Lead(above), note) if above else (note,)
    return Outcome(replace(here, aside=OPEN, waiting=""), leads=leads)


def stop(moves: Moves, here: Draft, setting: Setting) -> Outcome:
    """End being written to here; answered alike whether or not anyone could."""
    del moves, setting
    return Outcome(replace(here, aside="note_stopped", waiting=""), "end_ties")
