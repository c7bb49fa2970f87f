"""Moves that are not answers: skip, back, leave, pause, review, send, delete, codes.

Buttons, slash commands and typed words all end here under the same names.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from flows import answering, codes, leaving, one_line, sending
from flows.draft import Answer, Draft
from flows.moves import Moves
from flows.outcome import Outcome
from flows.screen import Lead
from flows.setting import Setting

Control = Callable[[Moves, Draft, Setting], Outcome]

# Cards that are only laid over the conversation.
ASIDES = frozenset({"help", "services", "quiet", "more", "privacy", "language", "change"})
NEEDS_DRAFT = frozenset({"pause", "review", "send"})


def control(moves: Moves, here: Draft, name: str, setting: Setting, argument: str = "") -> Outcome:
    """Do what `name` says; a name that means nothing here changes nothing."""
    if name in codes.PURPOSES:
        return codes.by_code(moves, here, name, argument)
    if name in ASIDES:
        return Outcome(replace(here, aside=name))
    if name in NEEDS_DRAFT and here.stage != "held":
        return leaving.nothing_here(moves, here)
    made = CONTROL.get(name)
    return made(moves, here, setting) if made else Outcome(here, leads=(Lead("not_understood"),))


def _start(moves: Moves, here: Draft, setting: Setting) -> Outcome:
    if here.stage == "arrive":
        fresh = leaving.first(moves, setting, here.language)
        return Outcome(fresh)
    return Outcome(replace(here, aside="resume" if here.left else "", left=False))


def _skip(moves: Moves, here: Draft, setting: Setting) -> Outcome:
    if here.aside and here.aside != "too_long":
        return _back(moves, here, setting)
    step = moves.flow.steps[here.step]
    if step.kind in {"notice", "end"}:
        return Outcome(answering.advance(moves, here))
    if not step.skip:
        return Outcome(here, leads=(Lead("not_understood"),))
    here = replace(here, aside="", waiting="")
    if step.kind == "word":
        return Outcome(answering.advance(moves, here))
    return answering.record(moves, here, Answer("skipped"), setting)


def _back(moves: Moves, here: Draft, setting: Setting) -> Outcome:
    del setting
    if here.aside:
        return Outcome(replace(here, aside="", waiting=""))
    if not here.trail:
        return Outcome(here)
    step = moves.flow.steps[here.trail[-1]]
    answer = here.answers.get(step.id)
    picked = answer.values if answer and step.kind == "choices" else ()
    return Outcome(
        replace(here, step=step.id, trail=here.trail[:-1], picked=picked, gathered=(), waiting="")
    )


def _done(moves: Moves, here: Draft, setting: Setting) -> Outcome:
    return answering.finish(moves, here, setting)


def _carry_on(moves: Moves, here: Draft, setting: Setting) -> Outcome:
    del moves, setting
    return Outcome(replace(here, aside="", left=False))


def _type_body(moves: Moves, here: Draft, setting: Setting) -> Outcome:
    del moves, setting
    return Outcome(replace(here, waiting=""), leads=(Lead("type_body"),))


def _pause(moves: Moves, here: Draft, setting: Setting) -> Outcome:
    del moves, setting
    return Outcome(replace(here, aside="pause"))


CONTROL: Mapping[str, Control] = {
    "start": _start,
    "skip": _skip,
    "back": _back,
    "return": _back,
    "done": _done,
    "carry_on": _carry_on,
    "type_body": _type_body,
    "pause": _pause,
    "leave": leaving.leave,
    "delete": leaving.delete,
    "erase": leaving.erase,
    "clear": leaving.clear,
    "review": sending.review,
    "send": sending.send,
    "post": sending.post,
    "restart": sending.restart,
    "change_hidden": one_line.change_hidden,
    "remove_hidden": one_line.remove_hidden,
    "show_hidden": one_line.show_hidden,
    "shorten": one_line.shorten,
    "first_part": one_line.first_part,
    "code": lambda _moves, here, _setting: codes.ask(here),
    "copy": lambda _moves, here, _setting: Outcome(here, note="code_copied"),
    "withdraw_now": lambda _moves, here, _setting: codes.withdraw_now(here),
}


def known_moves() -> frozenset[str]:
    """Return every name that an option's `move` may have."""
    return frozenset({*CONTROL, *ASIDES, *codes.PURPOSES})
