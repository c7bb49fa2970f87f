"""One turn: a draft and a move go in, a `Turn` comes out. Pure.

Nothing here reads a clock, a file or a database; saving, sealing and sending
happen after the decision, in one place, by whoever called.
"""

from dataclasses import replace

from flows import codes, leaving, locking, notes
from flows.cards import card
from flows.controls import control
from flows.crisis_card import crisis_in
from flows.date_cards import taps
from flows.date_levels import GUESS
from flows.draft import Draft, values_of
from flows.editing import edited
from flows.keeping import keep
from flows.moves import Moves
from flows.older import brought_up
from flows.outcome import Move, Outcome, Turn
from flows.returning import returning
from flows.screen import Lead
from flows.setting import Setting
from flows.tapping import tapped
from flows.typed import COMMANDS, button_named, code_in, command_named, without_controls
from flows.writing import write

# Done whatever else is written beside them.
WAYS_OUT = frozenset({"leave", "delete"})
REFUSED = {"voice": "please_type", "file": "file_removed"}


def take_turn(moves: Moves, draft: Draft | None, move: Move, setting: Setting) -> Turn:
    """Decide one move: what it means, what is kept of it, where it leads, what is shown.

    With no draft the person stands on the first card.
    """
    flow = moves.flow
    here = draft or leaving.first(moves, setting)
    if here.flow != flow.version:
        here = brought_up(moves, here)
    outcome = (
        tapped(moves, here, move, setting)
        if move.kind == "tap"
        else _other(moves, here, move, setting)
    )
    if outcome.answer is not None:
        outcome = keep(moves, outcome, setting)
    after = outcome.draft
    if outcome.go:
        after = moves.go(outcome.go, after, outcome.chosen)
        if after.passed:
            after = returning(moves, after)
    if after.under and not after.aside:
        after = replace(after, under="")
    if after.picked and not after.waiting and after.picked[-1].startswith(GUESS):
        # Guesses at words that are gone (a code was typed, or too much) mean nothing any more.
        after = replace(after, picked=taps(after))
    if after.stage != "arrive" and after is not here:
        after = replace(after, revision=here.revision + 1)
    show = outcome.show or after
    words = setting.languages[show.language]
    return Turn(
        draft=after,
        card=card(flow, show, setting, outcome.leads),
        show=show,
        deed=outcome.deed,
        note=words.say("texts", flow.texts[outcome.note]) if outcome.note else "",
        sent=outcome.sent,
        code=outcome.code,
        gathering=outcome.gathering,
    )


def _other(moves: Moves, here: Draft, move: Move, setting: Setting) -> Outcome:
    """Decide what is not a tap."""
    if move.kind in {"words", "edited"}:
        move = replace(move, value=without_controls(move.value))
    if move.kind == "words":
        return _words(moves, here, move, setting)
    if move.kind == "edited":
        over = crisis_in(moves, here, move, setting)
        return over or edited(moves, here, move.value, move.piece)
    if move.kind == "command" and move.value in COMMANDS:
        behind = move.argument and move.value not in WAYS_OUT
        over = crisis_in(moves, here, move, setting) if behind else None
        return over or control(moves, here, move.value, setting, move.argument)
    if move.kind == "refused":
        return Outcome(here, leads=(Lead(REFUSED[move.value]),))
    if move.kind in {"found", "note", "offer"}:
        return _brought(moves, here, move, setting)
    return Outcome(here, leads=(Lead("not_understood"),) if move.kind == "command" else ())


def _brought(moves: Moves, here: Draft, move: Move, setting: Setting) -> Outcome:
    """Decide what is not hers: the intake store's word on a code, a note from the team."""
    if move.kind == "note":
        return notes.opened(here, move.value, move.argument)
    if move.kind == "offer":
        return notes.offered(moves, here, move.value, setting)
    return codes.found(moves, here, move.value)


def _words(moves: Moves, here: Draft, move: Move, setting: Setting) -> Outcome:
    """Decide typed words: a button's label, a command, a code, or an answer."""
    text = move.value
    step = moves.flow.steps[here.aside or here.step]
    shown = card(moves.flow, here, setting)
    if name := button_named(text, shown):
        return tapped(moves, here, Move("tap", name, step.id), setting)
    if name := command_named(text):
        return control(moves, here, name, setting)
    if code := code_in(text):
        return codes.look_up(here, code, "" if here.aside != "code" else None)
    return crisis_in(moves, here, move, setting) or _answered(moves, here, move, setting)


def _answered(moves: Moves, here: Draft, move: Move, setting: Setting) -> Outcome:
    """Decide words that are no button, command or code: an answer, where there can be one."""
    text = move.value
    step = moves.flow.steps[here.aside or here.step]
    # A police force may still be looked for: what matches is tapped.
    if not step.text_when(here) and step.kind != "lookup":
        case = "yes" in values_of(here, "case_open")
        return Outcome(here, leads=(Lead("no_words_now" if case else "no_words_here"),))
    if step.takes_text and text.strip():
        return write(moves, here, text, setting, move.piece)
    if here.aside == locking.ASKS_FOR_WORD:
        return locking.lock(moves, here, text, setting)
    if here.aside == notes.ASKS_FOR_WORD:
        return Outcome(here, leads=(Lead("note_wrong_word"),))
    young = "under_18" in values_of(here, "age")
    return Outcome(here, leads=(Lead("no_words_young" if young else "not_understood"),))
