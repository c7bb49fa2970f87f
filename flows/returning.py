"""Changing one line of the review: opening its question again, and coming back."""

from dataclasses import replace

from flows.draft import Draft
from flows.model import Step
from flows.moves import Moves


def reopened(moves: Moves, here: Draft, step: Step) -> Draft:
    """Return the draft standing on `step` again, to come back to the review after it."""
    answer = here.answers.get(step.id)
    there = replace(here, step=step.id, aside="", waiting="")
    return replace(
        there,
        trail=(*here.trail, here.step),
        passed=path(moves, there),
        gathered=(),
        picked=answer.values if step.kind == "choices" and answer else (),
    )


def path(moves: Moves, here: Draft) -> tuple[str, ...]:
    """Return the steps that the answers so far lead through, from `here` to the review."""
    walked: list[str] = []
    while here.step not in walked:
        walked.append(here.step)
        here = moves.go("go", here, chosen(here))
    return tuple(walked)


def chosen(here: Draft) -> str:
    """Return the option that was taken on the current step, or "" for none."""
    answer = here.answers.get(here.step)
    return answer.values[0] if answer and answer.values else ""


def returning(moves: Moves, here: Draft) -> Draft:
    """Pass by what she has seen or answered, up to what the change brings up, or the review."""
    walked: set[str] = set()
    while here.step not in walked:
        step = moves.flow.steps[here.step]
        if step.kind == "review":
            return replace(here, passed=())
        if _is_new(step, here):
            return here
        walked.add(here.step)
        here = moves.go("go", here, chosen(here))
    return replace(moves.go("review", here), passed=())


def _is_new(step: Step, here: Draft) -> bool:
    if step.kind == "consent" and not step.skip:
        # By its own answer: two consents can have one purpose, in words for two ages.
        return chosen(replace(here, step=step.id)) != "yes"
    unanswered = step.id not in here.answers
    return step.id not in here.passed and unanswered
