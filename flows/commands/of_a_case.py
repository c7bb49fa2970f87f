"""What one report can hold where a case is open, and what another can where none is."""

from collections.abc import Iterator
from dataclasses import replace

from flows.cases import OPEN
from flows.condition import Condition
from flows.draft import Draft
from flows.model import Flow


def without_a_case(flow: Flow, names: frozenset[str]) -> Iterator[str]:
    """Yield the questions of `names` that can be asked where no case is open."""
    alone = {name: opening for way in OPEN if len(way) == 1 for name, opening in way.items()}
    for name in names:
        tests = flow.steps[name].when.tests
        if not any(
            asked in names and asked in alone and wanted - {"not_asked"} <= alone[asked]
            for asked, wanted in tests
        ):
            yield name


def without_words(flow: Flow, draft: Draft) -> Draft:
    """Return `draft` with a case open: what may then not be kept is gone."""
    steps = [flow.steps[name] for name in draft.answers]
    kept = {
        step.id: replace(draft.answers[step.id], text="" if _no(step.text_when) else text)
        for step in steps
        for text in [draft.answers[step.id].text]
        if not _no(step.when)
    }
    return replace(draft, answers=kept)


def _no(condition: Condition) -> bool:
    return any(name == "case_open" for name, _ in condition.tests)
