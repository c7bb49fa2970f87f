"""A note from the team in the chat: a cover that says little, her word, the note.

A note's text is in no draft: it travels through one turn as a line above the card. So does
how many of the questions that she skipped it asks; which, she reads only as she answers them.
"""

from dataclasses import replace

from flows.draft import Draft
from flows.inserts import isolated
from flows.moves import Moves
from flows.outcome import Outcome
from flows.screen import Lead
from flows.setting import Setting
from flows.skipped import MARK

COVER, ASKS_FOR_WORD, OPEN, OFFER = "note_cover", "note_word", "note_open", "note_offer"
CARDS = frozenset({COVER, ASKS_FOR_WORD, OPEN, OFFER})
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


def offered(moves: Moves, here: Draft, number: str, setting: Setting) -> Outcome:
    """Offer to answer some of the `number` questions that the note asks."""
    words = setting.languages[here.language]
    told = words.count("texts", moves.flow.counted["questions"], int(number))
    lead = Lead("note_asks", (("questions", isolated(told, words)),))
    return Outcome(replace(here, aside=OFFER, waiting=""), leads=(lead,))


def answer(moves: Moves, here: Draft, setting: Setting) -> Outcome:
    """Begin to answer, as an addition: it asks again who can open this phone."""
    del setting
    if here.aside != OFFER or here.marks.get(MARK) != "yes":
        return Outcome(here, leads=(Lead("not_understood"),))
    marks = {"adding": "yes", MARK: "yes"}
    return Outcome(Draft(moves.flow.version, here.language, step="phone", marks=marks))


def stop(moves: Moves, here: Draft, setting: Setting) -> Outcome:
    """End being written to here; answered alike whether or not anyone could."""
    del moves, setting
    return Outcome(replace(here, aside="note_stopped", waiting=""), "end_ties")
