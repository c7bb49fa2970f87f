"""Two cards about one line: officer details that stay hidden, and words that are too long."""

from dataclasses import replace

from flows import answering
from flows.draft import Answer, Draft
from flows.moves import Moves
from flows.outcome import Outcome
from flows.setting import Setting
from flows.typed import cut_to


def change_hidden(moves: Moves, here: Draft, setting: Setting) -> Outcome:
    del setting
    if here.waiting not in here.answers:
        return Outcome(replace(here, aside="", waiting=""))
    return Outcome(answering.reopened(here, moves.flow.steps[here.waiting]))


def remove_hidden(moves: Moves, here: Draft, setting: Setting) -> Outcome:
    del moves, setting
    if here.waiting not in here.answers:
        return Outcome(replace(here, aside="", waiting=""))
    answers = dict(here.answers)
    answers[here.waiting] = Answer("skipped", question=here.answers[here.waiting].question)
    return Outcome(replace(here, answers=answers, aside="", waiting=""))


def show_hidden(moves: Moves, here: Draft, setting: Setting) -> Outcome:
    del moves, setting
    return Outcome(replace(here, aside="hidden_shown"))


def shorten(moves: Moves, here: Draft, setting: Setting) -> Outcome:
    del setting
    step = moves.flow.steps[here.step]
    return Outcome(replace(here, aside="", waiting=""), gathering=step.kind == "gather")


def first_part(moves: Moves, here: Draft, setting: Setting) -> Outcome:
    step = moves.flow.steps[here.step]
    pieces = cut_to((*here.gathered, here.waiting), step.limit)
    kept = replace(here, aside="", waiting="", gathered=pieces)
    if step.kind == "gather":
        return answering.finish(moves, kept, setting)
    return answering.write(moves, replace(kept, gathered=()), pieces[-1], setting)
