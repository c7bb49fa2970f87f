"""One turn: a draft and a move go in, a `Turn` comes out. Pure.

Nothing here reads a clock, a file or a database; saving, sealing and sending
happen after the decision, in one place, by whoever called.
"""

from dataclasses import replace

from flows import answering, codes, controls, leaving
from flows.cards import card
from flows.draft import Draft
from flows.model import CONTROLS
from flows.moves import Moves
from flows.outcome import Move, Outcome, Turn
from flows.screen import Lead
from flows.setting import Setting
from flows.typed import button_named, code_in, command_named

REFUSED = {"voice": "please_type", "file": "file_removed"}


def take_turn(moves: Moves, draft: Draft | None, move: Move, setting: Setting) -> Turn:
    """Decide one move; with no draft the person stands on the first card."""
    flow = moves.flow
    here = draft or leaving.first(moves, setting)
    if move.kind == "tap":
        outcome = _tap(moves, here, move, setting)
    elif move.kind == "words":
        outcome = _words(moves, here, move.value, setting)
    elif move.kind == "command":
        outcome = controls.control(moves, here, move.value, setting, move.argument)
    elif move.kind == "refused":
        outcome = Outcome(here, leads=(Lead(REFUSED[move.value]),))
    elif move.kind == "found":
        outcome = codes.found(moves, here, move.value)
    else:
        outcome = Outcome(here)
    after = outcome.draft
    if after.stage != "arrive" and after is not here:
        after = replace(after, revision=here.revision + 1)
    show = outcome.show or after
    words = setting.words(show.language)
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


def _tap(moves: Moves, here: Draft, move: Move, setting: Setting) -> Outcome:
    """Decide a tap; one on a card that is no longer current changes nothing."""
    name = move.value
    step = moves.flow.steps[here.aside or here.step]
    late = move.step != step.id or move.revision not in {here.revision, -1}
    # Ticking says what it wants ("+x", "-x"), so that a quick second tap still counts.
    if late and not (move.step == step.id and step.kind == "choices" and name[:1] in {"+", "-"}):
        return Outcome(here, note="noted")
    if name in CONTROLS:
        return controls.control(moves, here, name, setting)
    option = step.option(name)
    if option is not None and option.move:
        return controls.control(moves, here, option.move, setting)
    return answering.choose(moves, here, name, setting)


def _words(moves: Moves, here: Draft, text: str, setting: Setting) -> Outcome:
    """Decide typed words: a button's label, a command, a code, or an answer."""
    step = moves.flow.steps[here.aside or here.step]
    shown = card(moves.flow, here, setting)
    if name := button_named(text, shown):
        return _tap(moves, here, Move("tap", name, step.id), setting)
    if name := command_named(text):
        return controls.control(moves, here, name, setting)
    if step.takes_text:
        return answering.write(moves, here, text, setting)
    if code := code_in(text):
        return codes.look_up(here, code, "" if here.aside != "code" else None)
    return Outcome(here, leads=(Lead("not_understood"),))
