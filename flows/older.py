"""Drafts begun with an older version of the questions: nothing answered is lost."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from flows.draft import Answer, Draft
from flows.model import Step
from flows.moves import Moves
from flows.returning import chosen, path


@dataclass(frozen=True, slots=True)
class Renamed:
    """Today's names of steps, by the names that they had, and of each step's options."""

    steps: Mapping[str, str]
    options: Mapping[str, Mapping[str, str]]

    def step(self, name: str) -> str:
        """Return what the step `name` is called today."""
        return self.steps.get(name, name)

    def values(self, step: str, values: Iterable[str]) -> tuple[str, ...]:
        """Return what the options `values` of today's step `step` are called today."""
        names = self.options.get(step, {})
        return tuple(names.get(value, value) for value in values)


def brought_up(moves: Moves, draft: Draft) -> Draft:
    """Return `draft` on today's steps: what was renamed follows, what was removed is passed by.

    An answer whose step is gone stays in the draft, and stands in the review and the summary;
    so do the words and ticks of a card that takes none any more.
    """
    steps = moves.flow.steps
    renamed = Renamed(
        {old: step.id for step in steps.values() for old in step.was},
        {s.id: {old: o.id for o in s.options for old in o.was} for s in steps.values()},
    )
    step, aside, under = (renamed.step(n) for n in (draft.step, draft.aside, draft.under))
    there = steps.get(step)
    unfinished = _unfinished(there, draft)
    answers = {renamed.step(name): answer for name, answer in draft.answers.items()}
    answers |= {step: unfinished} if unfinished else {}
    answers |= _ticks_gone(there, renamed.values(step, draft.picked))
    on = replace(
        draft,
        flow=moves.flow.version,
        step=step,
        aside=aside if aside in steps and there else "",
        under=under if under in steps and there else "",
        answers={n: replace(a, values=renamed.values(n, a.values)) for n, a in answers.items()},
        marks=dict(_marks(renamed, draft.marks)),
        trail=tuple(name for old in draft.trail if (name := renamed.step(old)) in steps),
        picked=_picked(moves, there, renamed.values(step, draft.picked)),
        waiting=renamed.step(draft.waiting) if aside else draft.waiting,
        gathered=() if unfinished else draft.gathered,
        pieces=() if unfinished else draft.pieces,
        passed=(),
        asked=tuple(renamed.step(name) for name in draft.asked),
    )
    if there is None:
        on = _passed_by(moves, on)
    return replace(on, passed=path(moves, on)) if draft.passed and on.stage == "held" else on


def _unfinished(there: Step | None, draft: Draft) -> Answer | None:
    """Return as an answer what was gathered or ticked on a card that takes no such thing now."""
    kind = there.kind if there else ""
    gathered = draft.gathered if kind != "gather" else ()
    searched = draft.waiting if not draft.aside and kind != "lookup" else ""
    ticked = draft.picked if kind not in {"choices", "lookup", "date"} and not searched else ()
    text = "\n".join((*gathered, *([searched] if searched else [])))
    if not (text or ticked) or draft.stage != "held":
        return None
    before = draft.answers.get(draft.step)
    labels = tuple(value.replace("_", " ") for value in ticked)
    asked = (before.question, before.language) if before else ("", draft.language)
    return Answer("answered", ticked, text, labels, *asked)


def _ticks_gone(there: Step | None, picked: tuple[str, ...]) -> dict[str, Answer]:
    """Return what is ticked on a card that is still there and has no such option any more."""
    if there is None or there.kind != "choices":
        return {}
    gone = tuple(name for name in picked if there.option(name) is None)
    labels = tuple(name.replace("_", " ") for name in gone)
    return {f"{there.id}_before": Answer("answered", gone, labels=labels)} if gone else {}


def _picked(moves: Moves, there: Step | None, picked: tuple[str, ...]) -> tuple[str, ...]:
    """Return what is ticked, or was found, and can still be."""
    if there is None or there.kind not in {"choices", "lookup"}:
        return ()
    listed = moves.flow.bodies if there.kind == "lookup" else {}
    return tuple(name for name in picked if name in listed or there.option(name))


def _marks(renamed: Renamed, marks: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    for name, value in marks.items():
        step = renamed.step(name.removesuffix("_once"))
        if name.endswith("_once"):
            yield f"{step}_once", renamed.values(step, [value])[0]
        else:
            yield name, value


def _passed_by(moves: Moves, draft: Draft) -> Draft:
    """Go on from the last card she came from that is still there; without one, to the review."""
    held = draft.stage == "held"
    if held and draft.trail:
        *earlier, last = draft.trail
        from_there = replace(draft, step=last, trail=tuple(earlier), waiting="")
        return moves.go("go", from_there, chosen(from_there))
    place = {"held": "review", "sent": "sent"}.get(draft.stage, moves.flow.first)
    return replace(draft, step=place, waiting="")
