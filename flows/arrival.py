"""Where someone stands before there is a draft, packed into the buttons themselves.

Until she agrees to a draft nothing is stored: language, card, the answers given
on arrival, and a receipt code she may have typed, travel in each button's data.
"""

from dataclasses import replace

from flows.draft import Answer, Draft
from flows.model import Flow
from flows.moves import Moves

PREFIX = "a"
# Marks that may travel: who adds to a report, and an age that was changed.
ADDING, AGE_ONCE, PURPOSES = "+", "u", {"s": "status", "a": "add", "w": "withdraw"}


def pack(flow: Flow, draft: Draft, option: str) -> str:
    """Return at most 64 bytes that hold the position and the option a button stands for."""
    order = list(flow.steps)
    place = f"{order.index(draft.step)}"
    if draft.aside:
        place += f".{order.index(draft.aside)}"
    answers = "".join(_letter(flow, draft, name) for name in travelling(flow))
    marks = (ADDING if draft.marks.get("adding") else "") + (
        AGE_ONCE if draft.marks.get("age_once") else ""
    )
    marks += next((k for k, v in PURPOSES.items() if v == draft.marks.get("purpose")), "")
    code = draft.waiting if draft.waiting.isdigit() else ""
    return f"{PREFIX}:{draft.language}:{place}:{answers}:{marks}:{code}:{option}"


def travelling(flow: Flow) -> tuple[str, ...]:
    """Return the steps whose answers travel: those asked before a draft may be held."""
    names = []
    for step in flow.steps.values():
        if step.purpose == "hold_draft":
            break
        if step.kind == "choice":
            names.append(step.id)
    return tuple(names)


def _letter(flow: Flow, draft: Draft, name: str) -> str:
    answer = draft.answers.get(name)
    if answer is None:
        return "-"
    if not answer.values:
        return "s"
    options = [o.id for o in flow.steps[name].options]
    return str(options.index(answer.values[0]))


def unpack(moves: Moves, packed: str, wording: Draft) -> tuple[Draft, str] | None:
    """Return the position and the option in `packed`, or None if it is not ours.

    A modified client can send anything: whatever does not fit the flow is refused.
    `wording` gives the flow version and the language to fall back on.
    """
    flow = moves.flow
    parts = packed.split(":")
    if len(parts) != 7 or parts[0] != PREFIX:  # noqa: PLR2004 - the seven fields of `pack`
        return None
    _, language, place, letters, marks, code, option = parts
    order = list(flow.steps)
    places = place.split(".")
    if not all(p.isascii() and p.isdigit() and int(p) < len(order) for p in places):
        return None
    step = order[int(places[0])]
    aside = order[int(places[1])] if len(places) > 1 else ""
    early = flow.steps[step].block == "arrive" and step not in _held_steps(flow)
    if not early or (aside and flow.steps[aside].kind != "aside"):
        return None
    here = replace(
        wording,
        language=language,
        step=step,
        aside=aside,
        answers=_answers(flow, letters, language),
        marks=_marks(marks),
        waiting=code if code.isdigit() and code.isascii() else "",
    )
    return replace(here, trail=_trail(moves, here)), option


def _held_steps(flow: Flow) -> frozenset[str]:
    """Return the arrival steps that come only after a draft is held."""
    names = list(flow.steps)
    begun = names.index("resume_word")
    return frozenset(n for n in names[begun:] if n not in {"add_hold", "no_draft", "deleted"})


def _answers(flow: Flow, letters: str, language: str) -> dict[str, Answer]:
    found = {}
    for name, letter in zip(travelling(flow), letters, strict=False):
        step = flow.steps[name]
        if letter == "s":
            found[name] = Answer("skipped", question=step.say, language=language)
        elif letter.isdigit() and int(letter) < len(step.options):
            option = step.options[int(letter)]
            found[name] = Answer(
                option.state, (option.id,), labels=(option.label,), question=step.say
            )
    return found


def _marks(letters: str) -> dict[str, str]:
    marks = {}
    if ADDING in letters:
        marks["adding"] = "yes"
    if AGE_ONCE in letters:
        marks["age_once"] = "under_18"
    for letter, purpose in PURPOSES.items():
        if letter in letters:
            marks["purpose"] = purpose
    return marks


def _trail(moves: Moves, here: Draft) -> tuple[str, ...]:
    """Walk the answers from the first card, so that Back knows where it came from."""
    walked = replace(here, step=moves.flow.first, aside="")
    trail: list[str] = []
    for _ in moves.flow.steps:
        if walked.step == here.step:
            return tuple(trail)
        trail.append(walked.step)
        onward = moves.go("go", walked)
        if onward == walked.step:
            break
        walked = replace(walked, step=onward)
    return (moves.flow.first,) if here.step != moves.flow.first else ()
