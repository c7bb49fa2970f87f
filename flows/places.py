"""Words typed for a police force that match none: kept only if they name nobody.

The question stands before a case is asked about, and its answer goes to the conflict card
and the account alike; a name typed here would be sealed apart nowhere.
"""

from dataclasses import replace

from flows.draft import Answer, Draft
from flows.listed import TYPED
from flows.moves import Moves
from flows.outcome import Outcome
from flows.screen import Lead
from flows.search import found
from flows.setting import Setting

ASKED = "unknown_place"


def searched(moves: Moves, here: Draft, text: str, setting: Setting) -> Outcome:
    """Offer the bodies that the words may mean; an unknown place is asked about."""
    likely = tuple(body.id for body in found(moves.flow.bodies, text))
    if likely:
        offered = replace(here, waiting=text, picked=likely)
        return Outcome(offered, leads=(Lead("which_body"),))
    return asked(moves, here, text, setting)


def asked(moves: Moves, here: Draft, text: str, setting: Setting) -> Outcome:
    """Ask whether the words are a place, with no names; where none may stay, say so."""
    del setting
    step = moves.flow.steps[here.step]
    if not step.text_when(here):
        return Outcome(replace(here, waiting="", picked=()), leads=(Lead("no_words_now"),))
    unknown = (Lead("body_unknown"),) if step.kind == "lookup" else ()
    return Outcome(replace(here, waiting=text, picked=(), aside=ASKED), leads=unknown)


def keep(moves: Moves, here: Draft, setting: Setting) -> Outcome:
    """Keep the words as typed, because she says that they name nobody."""
    del setting
    if here.aside != ASKED:
        return Outcome(here, leads=(Lead("not_understood"),))
    values = (TYPED,) if moves.flow.steps[here.step].kind == "lookup" else ()
    answer = Answer("answered", values, text=here.waiting)
    closed = replace(here, aside="", waiting="")
    return Outcome(closed, answer=answer, leads=(Lead("body_as_typed"),), go="go")


def leave(moves: Moves, here: Draft, setting: Setting) -> Outcome:
    """Drop the words and go on without an answer."""
    del moves, setting
    if here.aside != ASKED:
        return Outcome(here, leads=(Lead("not_understood"),))
    closed = replace(here, aside="", waiting="")
    return Outcome(closed, answer=Answer("skipped"), leads=(Lead("body_left_out"),), go="go")
