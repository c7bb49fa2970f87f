"""Why staff find no answer: her words were removed, or never asked for, because of a case.

"Not asked" alone would read as if nobody had thought of it, or as if nothing was said.
"""

from collections.abc import Iterable
from dataclasses import replace

from flows.condition import Condition
from flows.draft import Answer, Draft, values_of
from flows.model import Flow, Step

MARK = "removed"
"""The mark that names, parted by spaces, the questions whose words a case took out."""

NOT_ASKED = Answer("not_asked")
REMOVED = Answer("removed")
WITHHELD = Answer("withheld")


def answer_of(flow: Flow, draft: Draft, step: Step) -> Answer:
    """Return the answer to `step`, or one without words that says why there is none."""
    answer = draft.answers.get(step.id)
    if answer is not None:
        return answer
    if step.id in draft.marks.get(MARK, "").split():
        return REMOVED
    return WITHHELD if _only_the_case(flow, draft, step) else NOT_ASKED


def removed(here: Draft, gone: Iterable[Step], after: Draft) -> Draft:
    """Return `after` with the questions noted whose words a case, open or possible, took out."""
    taken = [s.id for s in gone if here.answers[s.id].text and s.id not in after.answers]
    if not taken or "yes" not in values_of(after, "case_open"):
        return after
    known = after.marks.get(MARK, "").split()
    names = " ".join(dict.fromkeys((*known, *taken)))
    return replace(after, marks={**after.marks, MARK: names})


def _only_the_case(flow: Flow, draft: Draft, step: Step) -> bool:
    """Tell whether nothing but a case keeps `step` from being asked."""
    if not _asks(step.when) or "no" in values_of(draft, "case_open"):
        return False
    return all(
        not wanted.isdisjoint(values_of(draft, name)) or _all_of_a_case(flow, name, wanted)
        for name, wanted in step.when.tests
        if name != "case_open"
    )


def _all_of_a_case(flow: Flow, name: str, wanted: frozenset[str]) -> bool:
    """Tell whether the answers that `step` waits for were not offered because of the case."""
    there = flow.steps.get(name)
    options = [o for o in there.options if o.id in wanted] if there else []
    return bool(options) and all(_asks(option.when) for option in options)


def _asks(condition: Condition) -> bool:
    return any(name == "case_open" for name, _ in condition.tests)
