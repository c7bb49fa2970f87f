"""Drafts begun with an older version of the questions: nothing answered is lost."""

from dataclasses import replace

from flows.draft import Draft
from flows.moves import Moves


def brought_up(moves: Moves, draft: Draft) -> Draft:
    """Return `draft` on today's steps: renamed ones follow, a removed one leads to the review.

    An answer whose step is gone stays in the draft, and stands in the review and the summary.
    """
    steps = moves.flow.steps
    renamed = {old: step.id for step in steps.values() for old in step.was}
    step, aside = renamed.get(draft.step, draft.step), renamed.get(draft.aside, draft.aside)
    under = renamed.get(draft.under, draft.under)
    lost = step not in steps
    place = {"held": "review", "sent": "sent"}.get(draft.stage, moves.flow.first)
    return replace(
        draft,
        flow=moves.flow.version,
        step=place if lost else step,
        aside="" if lost or aside not in steps else aside,
        under="" if lost or under not in steps else under,
        answers={renamed.get(name, name): answer for name, answer in draft.answers.items()},
        trail=tuple(name for old in draft.trail if (name := renamed.get(old, old)) in steps),
        passed=(),
    )
