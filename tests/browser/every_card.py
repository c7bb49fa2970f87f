"""Every card that the flow can show, as drafts standing on it: what a phone must have room for."""

from collections.abc import Iterator
from dataclasses import replace

from flows.cards import card
from flows.dates import AHEAD
from flows.draft import Answer, Draft, Stage
from flows.model import Flow
from flows.screen import Card
from flows.setting import Setting

TALKERS: tuple[dict[str, str], ...] = ({}, {"them": "yes"})
STAGES: tuple[Stage, ...] = ("arrive", "held", "sent")

# The cards under a date question, each with its longest labels.
UNDER_A_DATE = (
    (("older", "../2016"), ""),
    (("older", "../2016", "2000/2009"), ""),
    (("y1", "2025"), ""),
    (("y1", "2025", "seasons"), ""),
    (("y1", "2025", "months"), ""),
    *((("y1", "2025", "months", f"2025-{month:02}"), "") for month in range(1, 13)),
    (("g.2025-09-28/2025-12-29", "g.[2024-09,2025-09]", "g.2024-24/.."), "words"),
    (("this_week", "2026-10-30/2026-11-01"), ""),
    (("later", "2027-01/.."), ""),
)


def every_card(flow: Flow, setting: Setting, language: str) -> Iterator[Card]:
    """Yield every card in `language`, ticks set, once for her and once for somebody else.

    Cards that differ in nothing are yielded once.
    """
    seen = set()
    for draft in _drafts(flow, language):
        shown = card(flow, draft, setting)
        if (shown.text, shown.rows) not in seen:
            seen.add((shown.text, shown.rows))
            yield shown


def _drafts(flow: Flow, language: str) -> Iterator[Draft]:
    answered = {name: Answer("answered", ("x",)) for name, step in flow.steps.items() if step.label}
    somewhere = Draft(flow.version, language, code="1" * 20, answers=answered, trail=("what",))
    for marks in TALKERS:
        for stage in STAGES:
            for step in flow.steps.values():
                ticks = tuple(o.id for o in step.options) if step.kind == "choices" else ()
                here = replace(somewhere, stage=stage, marks=marks, gathered=("x",))
                aside = step.id if step.kind == "aside" else ""
                place = "own_words" if aside else step.id
                for picked in ((), ticks):
                    yield replace(here, step=place, aside=aside, picked=picked)
    for step in flow.steps.values():
        for picked, words in UNDER_A_DATE:
            if step.kind != "date" or (not words and (picked[0] in AHEAD) != step.ahead):
                continue
            yield replace(somewhere, stage="held", step=step.id, picked=picked, waiting=words)
    looking = next(step for step in flow.steps.values() if step.kind == "lookup")
    for body in flow.bodies.values():
        yield replace(
            somewhere, stage="held", step=looking.id, waiting=body.name, picked=(body.id,)
        )
