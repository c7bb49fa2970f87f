"""Where someone stands before there is a draft, packed into the buttons themselves.

Until she agrees to a draft nothing is stored: language, card, the answers given
on arrival, and a receipt code she may have typed, travel in each button's data.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from flows.draft import Answer, Draft
from flows.model import Flow
from flows.moves import Moves
from flows.returning import chosen

FIELDS = 7
MARKS: Mapping[str, tuple[str, str]] = {
    "+": ("adding", "yes"),
    "u": ("age_once", "under_18"),
    "s": ("purpose", "status"),
    "a": ("purpose", "add"),
    "w": ("purpose", "withdraw"),
    "q": ("asked", "yes"),
}
CODE_DIGITS = 20
# The step, the card over it, and what a crisis card lies over.
PLACES = 3
LONGEST_LANGUAGE = 11


def prefix(flow: Flow) -> str:
    """Return what a position packed by this very flow begins with.

    Places are counted, so a button of another version could lead to another card: it is
    refused, and the press meets the first card.
    """
    return f"a{flow.hash[:3]}"


def pack(flow: Flow, draft: Draft, option: str) -> str:
    """Return at most 64 bytes that hold the position and the option a button stands for."""
    order = list(flow.steps)
    place = f"{order.index(draft.step)}"
    if draft.aside:
        place += f".{order.index(draft.aside)}"
    if draft.under:
        place += f".{order.index(draft.under)}"
    answers = "".join(_letter(flow, draft, name) for name in travelling(flow))
    marks = "".join(k for k, (name, value) in MARKS.items() if draft.marks.get(name) == value)
    code = draft.waiting if _is_code(draft.waiting) else ""
    return f"{prefix(flow)}:{draft.language}:{place}:{answers}:{marks}:{code}:{option}"


def _is_code(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) == CODE_DIGITS


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
    return str([o.id for o in flow.steps[name].options].index(answer.values[0]))


def unpack(moves: Moves, packed: str, wording: Draft) -> tuple[Draft, str] | None:
    """Return the position and the option in `packed`, or None if it is not ours.

    A modified client can send anything: whatever does not fit the flow is refused.
    `wording` gives the flow version and the language to fall back on.
    """
    flow = moves.flow
    parts = packed.split(":")
    if len(parts) != FIELDS or parts[0] != prefix(flow):
        return None
    _, language, place, letters, marks, code, option = parts
    order = dict(enumerate(flow.steps))
    places = place.split(".")
    step, aside, under = (
        order.get(int(p), "") if p.isascii() and p.isdigit() else "" for p in (*places, "", "")[:3]
    )
    answers = _answers(flow, letters)
    known = all(letter in MARKS for letter in marks) and (not code or _is_code(code))
    if step not in before_a_draft(flow) or answers is None or not known:
        return None
    if not _laid_over(flow, step, (aside, under)[: len(places) - 1]) or len(places) > PLACES:
        return None
    here = replace(
        wording,
        language=language if language.isascii() and len(language) <= LONGEST_LANGUAGE else "",
        step=step,
        aside=aside,
        under=under,
        answers=answers,
        marks=dict(MARKS[letter] for letter in marks),
        waiting=code,
    )
    here = replace(here, language=here.language or wording.language)
    return replace(here, trail=_trail(moves, here)), option


def _laid_over(flow: Flow, step: str, cards: Sequence[str]) -> bool:
    """Tell whether `cards` can lie over `step`: only what a crisis card lies over may be it."""
    names = (name for place, name in enumerate(cards) if not (place and name == step))
    return all(name and flow.steps[name].kind == "aside" for name in names)


def before_a_draft(flow: Flow) -> frozenset[str]:
    """Return the steps that someone can stand on before a draft is held."""
    reached: set[str] = set()
    beginnings = (flow.first, "add_hold", "deleted", "counted")
    waiting = [name for name in beginnings if name in flow.steps]
    while waiting:
        step = flow.steps[waiting.pop()]
        if step.id in reached:
            continue
        reached.add(step.id)
        leads = {way.to for way in step.ways} | {o.to for o in step.options if o.to}
        if step.purpose == "hold_draft":
            leads = {to for to in leads if flow.steps[to].kind == "end"}
        waiting += leads
    return frozenset(reached)


def _answers(flow: Flow, letters: str) -> dict[str, Answer] | None:
    """Return the answers that travelled, or None; their words are put back at consent."""
    found = {}
    names = travelling(flow)
    if len(letters) != len(names):
        return None
    for name, letter in zip(names, letters, strict=True):
        options = flow.steps[name].options
        if letter == "s":
            found[name] = Answer("skipped")
        elif letter.isascii() and letter.isdigit() and int(letter) < len(options):
            option = options[int(letter)]
            found[name] = Answer(option.state, (option.id,))
        elif letter != "-":
            return None
    return found


def _trail(moves: Moves, here: Draft) -> tuple[str, ...]:
    """Walk the answers from the first card, so that Back knows where it came from."""
    walked = replace(here, step=moves.flow.first, aside="", trail=())
    seen: set[str] = set()
    while walked.step not in seen and walked.step != here.step:
        seen.add(walked.step)
        walked = moves.go("go", walked, chosen(walked))
    if walked.step == here.step:
        return walked.trail
    return (moves.flow.first,) if here.step != moves.flow.first else ()
