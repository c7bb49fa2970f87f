"""Moves that are not answers: skip, back, leave, pause, review, send, delete, codes.

Buttons, slash commands and typed words all end here under the same names.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from flows import codes, counting, crisis_card, leaving, notes, one_line, places, sending, writing
from flows.date_cards import opened
from flows.dating import stop, up
from flows.draft import Answer, Draft
from flows.keeping import settled
from flows.moves import Moves
from flows.outcome import Outcome
from flows.screen import Lead
from flows.setting import Setting

Control = Callable[[Moves, Draft, Setting], Outcome]

# Cards that are only laid over the conversation.
ASIDES = frozenset({"help", "services", "quiet", "more", "privacy", "language", "pause_longer"})
BEHIND = {notes.OFFER: notes.OPEN}
NEEDS_DRAFT = frozenset({"pause", "review", "send", "change", "mydata"})


def control(moves: Moves, here: Draft, name: str, setting: Setting, argument: str = "") -> Outcome:
    """Do what `name` says; a name that means nothing here changes nothing."""
    if name in codes.PURPOSES:
        return codes.by_code(moves, here, name, argument)
    if name in NEEDS_DRAFT and here.stage != "held":
        return leaving.nothing_here(moves, here)
    if name in ASIDES or (name in NEEDS_DRAFT and name not in CONTROL):
        return Outcome(replace(here, aside=name))
    made = CONTROL.get(name)
    return made(moves, here, setting) if made else Outcome(here, leads=(Lead("not_understood"),))


def _start(moves: Moves, here: Draft, setting: Setting) -> Outcome:
    if here.stage == "arrive":
        return Outcome(leaving.first(moves, setting, here.language))
    return Outcome(replace(here, aside="resume" if here.left else "", left=False))


def _skip(moves: Moves, here: Draft, setting: Setting) -> Outcome:
    """Skip the question; on a card that asks nothing, go on or back."""
    if here.aside and here.aside != "too_long":
        return _back(moves, here, setting)
    step = moves.flow.steps[here.step]
    if step.kind in {"notice", "end"}:
        return Outcome(here, go="go")
    if not step.skip:
        return Outcome(here, leads=(Lead("not_understood"),))
    if (not here.aside and opened(step, here)) or here.gathered:
        # What she has said so far was told to be kept.
        return _as_far_as_said(moves, replace(here, aside=""), setting)
    here = replace(here, aside="", waiting="")
    if step.kind == "word":
        return Outcome(here, go="go")
    return Outcome(here, answer=Answer("skipped"), reply=step.skip_reply, go="go")


def _as_far_as_said(moves: Moves, here: Draft, setting: Setting) -> Outcome:
    if moves.flow.steps[here.step].kind == "date":
        return stop(moves, here, setting)
    return writing.finish(moves, replace(here, waiting=""), setting)


def _back(moves: Moves, here: Draft, setting: Setting) -> Outcome:
    """Close the card laid over the question, or return to the question before it."""
    steps = moves.flow.steps
    if here.under:
        return crisis_card.carry_on(moves, here, setting)
    if here.aside == notes.OFFER or steps[here.aside or here.step].needs:
        # From the services for someone in particular back to the list of whom there are some for;
        # from what a note asks back to the note.
        return Outcome(replace(here, aside=BEHIND.get(here.aside, "particular")))
    if here.aside:
        over = here.aside != "too_long" and len(here.waiting) > steps[here.step].limit > 0
        searching = here.aside in ASIDES and steps[here.step].kind == "lookup"
        dating = here.aside != "too_long" and steps[here.step].kind == "date"
        waiting = here.waiting if over or searching or dating else ""
        return Outcome(replace(here, aside="too_long" if over else "", waiting=waiting))
    if opened(steps[here.step], here):
        return Outcome(up(here))
    here = settled(moves, here, setting)
    trail = here.trail
    while trail and not steps[trail[-1]].when(here):
        trail = trail[:-1]
    if not trail:
        return Outcome(replace(here, trail=trail) if here.trail else here)
    step = steps[trail[-1]]
    answer = here.answers.get(step.id)
    ticked = answer.values if answer and step.kind == "choices" else ()
    picked = tuple(v for v in ticked if v != "typed")
    return Outcome(
        replace(
            sending.not_yet(here),
            step=step.id,
            trail=trail[:-1],
            picked=picked,
            gathered=(),
            waiting="",
        )
    )


def _carry_on(moves: Moves, here: Draft, setting: Setting) -> Outcome:
    del moves, setting
    return Outcome(replace(here, aside="", left=False))


def _type_body(moves: Moves, here: Draft, setting: Setting) -> Outcome:
    del moves, setting
    return Outcome(replace(here, waiting=""), leads=(Lead("type_body"),))


CONTROL: Mapping[str, Control] = {
    "start": _start,
    "skip": _skip,
    "back": _back,
    "return": _back,
    "done": writing.finish,
    "carry_on": _carry_on,
    "type_body": _type_body,
    "pause": leaving.pause,
    **{f"keep_{hours}": leaving.keeping_for(hours) for hours in leaving.HOURS},
    "leave": leaving.leave,
    "delete": leaving.delete,
    "erase": leaving.erase,
    "clear": leaving.clear,
    "review": sending.review,
    "send": sending.send,
    "post": sending.post,
    "count": counting.count,
    "restart": sending.restart,
    "change_line": one_line.change,
    "remove_line": one_line.remove,
    "show_hidden": one_line.show_hidden,
    "shorten": one_line.shorten,
    "first_part": one_line.first_part,
    "keep_place": places.keep,
    "leave_place": places.leave,
    "code": codes.ask,
    "copy": codes.copied,
    "show_note": notes.ask_for_word,
    "answer_some": notes.answer,
    "stop_messages": notes.stop,
    "withdraw_now": codes.withdraw_now,
}


def known_moves() -> frozenset[str]:
    """Return every name that an option's `move` may have."""
    return frozenset({*CONTROL, *ASIDES, *NEEDS_DRAFT, *codes.PURPOSES})
