"""Cards about one line: change it, remove it, show what stays hidden, words that are too long."""

from dataclasses import replace

from flows import writing
from flows.draft import Answer, Draft
from flows.keeping import keep
from flows.moves import Moves
from flows.outcome import Outcome
from flows.returning import reopened
from flows.screen import Lead
from flows.setting import Setting
from flows.typed import cut_to


def change(moves: Moves, here: Draft, setting: Setting) -> Outcome:
    """Ask for the line again."""
    del setting
    if here.waiting not in here.answers:
        return Outcome(replace(here, aside="", waiting=""))
    return Outcome(reopened(moves, here, moves.flow.steps[here.waiting]))


def remove(moves: Moves, here: Draft, setting: Setting) -> Outcome:
    """Remove the line: its question counts as skipped, and what hung on it goes too, named."""
    if here.waiting not in here.answers:
        return Outcome(replace(here, aside="", waiting=""))
    there = replace(here, step=here.waiting, aside="", waiting="")
    reply = moves.flow.steps[there.step].skip_reply
    kept = keep(moves, Outcome(there, answer=Answer("skipped"), reply=reply), setting)
    return Outcome(replace(kept.draft, step=here.step), leads=(Lead("line_removed"), *kept.leads))


def show_hidden(moves: Moves, here: Draft, setting: Setting) -> Outcome:
    """Show the hidden line's words, because she asked."""
    del moves, setting
    return Outcome(replace(here, aside="hidden_shown"))


def shorten(moves: Moves, here: Draft, setting: Setting) -> Outcome:
    """Go back to the question without the long words; they are not kept."""
    del setting
    gathering = moves.flow.steps[here.step].kind == "gather"
    return Outcome(replace(here, aside="", waiting=""), gathering=gathering)


def first_part(moves: Moves, here: Draft, setting: Setting) -> Outcome:
    """Keep as much as fits, because she chose that."""
    step = moves.flow.steps[here.step]
    pieces = cut_to((*here.gathered, here.waiting), step.limit)
    kept = replace(here, aside="", waiting="")
    if step.kind == "gather":
        return writing.finish(moves, replace(kept, gathered=pieces), setting)
    return writing.write(moves, kept, pieces[-1], setting)
