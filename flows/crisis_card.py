"""The crisis card: laid over the conversation when typed words speak of a crisis (FACTS T37).

Checked before anything else is decided about the words. In her own account the words are kept
like any others; anywhere else they are dropped, and only a mark and its day stay, in a draft
that is held. Her choice then: support, carry on exactly where she was, or stop.
"""

from dataclasses import replace

from flows.draft import Draft
from flows.editing import edited
from flows.locking import ASKS_FOR_WORD
from flows.moves import Moves
from flows.outcome import Move, Outcome
from flows.resume import LONGEST, SHORTEST
from flows.screen import Lead
from flows.setting import Setting
from flows.typed import one_word
from flows.writing import write

# Which card shows: the first of these groups that is found. Each card has the ways of the next.
CARDS = (("child", "crisis_child"), ("danger", "crisis_danger"), ("", "crisis"))
LAID = frozenset(name for _, name in CARDS)
MARKS = {"child": "child_risk", "danger": "immediate_danger"}
# Pieces before this one that are read together with it: people break off in mid-sentence.
BEFORE = 2


def crisis_in(moves: Moves, here: Draft, move: Move, setting: Setting) -> Outcome | None:
    """Return the crisis card if what she typed holds words of crisis, and None if not.

    A word to come back with is not looked at; whatever else is typed there is.
    """
    text = move.argument if move.kind == "command" else move.value
    asked = here.aside or moves.flow.steps[here.step].kind
    if asked in {"word", ASKS_FOR_WORD} and one_word(text, SHORTEST, LONGEST):
        return None
    own = _own_account(moves, here, move)
    found = _new(moves, here, move, text) if own else moves.flow.crisis.groups(text)
    if found:
        return _laid(moves, here, move, setting, found)
    # Another piece of her account, typed while the card lies over it, is a piece all the same.
    return _kept(moves, here, move, setting) if own and here.aside in LAID else None


def _own_account(moves: Moves, here: Draft, move: Move) -> bool:
    """Tell whether these words are a piece of her account, be it under a crisis card."""
    if move.kind == "edited":
        return move.piece in here.pieces[: len(here.gathered)]
    step = moves.flow.steps[here.step]
    open_ = not here.aside or (here.aside in LAID and here.under == here.step)
    return move.kind == "words" and open_ and step.kind == "gather" and step.text_when(here)


def _new(moves: Moves, here: Draft, move: Move, text: str) -> frozenset[str]:
    """Return what this piece speaks of; what was shown for it before it was edited is not new."""
    groups = moves.flow.crisis.groups
    if move.kind == "edited":
        return groups(text) - groups(here.gathered[here.pieces.index(move.piece)])
    before = " ".join(here.gathered[-BEFORE:])
    return groups(text) or (groups(f"{before} {text}") - groups(before))


def _kept(moves: Moves, here: Draft, move: Move, setting: Setting) -> Outcome:
    """Keep a piece of her account under the card that lies over it."""
    beneath = replace(here, aside="", under="")
    if move.kind == "edited":
        kept = edited(moves, beneath, move.value, move.piece)
    else:
        kept = write(moves, beneath, move.value, setting, move.piece)
    under = kept.draft.aside or here.under
    return replace(kept, draft=replace(kept.draft, aside=here.aside, under=under))


def _laid(
    moves: Moves, here: Draft, move: Move, setting: Setting, found: frozenset[str]
) -> Outcome:
    card = next(name for group, name in CARDS if not group or group in found)
    if here.stage == "held":
        here = replace(here, marks={**here.marks, **_marks(found, setting)})
    laid = replace(here, aside=card, under=here.under or here.aside or here.step)
    if _own_account(moves, here, move):
        return replace(_kept(moves, laid, move, setting), leads=())
    return Outcome(laid)


def _marks(found: frozenset[str], setting: Setting) -> dict[str, str]:
    """Return what staff learn if she sends: that, not what; the day, not the minute."""
    raised = {name: "yes" for group, name in MARKS.items() if group in found}
    return {"crisis_words": "yes", "crisis_day": setting.today.isoformat(), **raised}


def carry_on(moves: Moves, here: Draft, setting: Setting) -> Outcome:
    """Take the crisis card away: she stands exactly where she was, and nothing is asked again."""
    del setting
    beneath = "" if here.under == here.step else here.under
    after = replace(here, aside=beneath, under="")
    if moves.flow.steps[here.step].kind != "gather":
        return Outcome(after, leads=(Lead("crisis_not_kept"),))
    return Outcome(after)
