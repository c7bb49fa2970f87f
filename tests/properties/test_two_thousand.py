"""Two thousand random conversations of sixty moves, in every language: what always holds."""

import multiprocessing
import sys
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace

import pytest

from flows import cards, controls
from flows.buttons import buttons
from flows.draft import Draft
from flows.model import Flow
from flows.moves import Moves
from flows.outcome import Outcome
from flows.screen import Button
from flows.setting import Setting
from tests.properties.wandering import MOVES, Figures, wander
from tests.stories.languages import every_language
from tests.stories.telling import shipped

CONVERSATIONS, AT_ONCE, PROCESSES = 2_000, 125, 2
FEW = range(40)  # enough to meet a fault that stands on a card near the beginning


@pytest.mark.slow
def test_two_thousand_conversations() -> None:
    """No exception, no dead end, no envelope unasked, no banned word, no card over its limits."""
    found = Figures()
    parts = [range(n, n + AT_ONCE) for n in range(0, CONVERSATIONS, AT_ONCE)]
    with ProcessPoolExecutor(PROCESSES, multiprocessing.get_context("spawn")) as pool:
        for figures in pool.map(wander, parts):
            found.add(figures)
    sys.stdout.write(told(found))
    assert not found.faults, "\n".join(found.faults[:20])
    assert (found.conversations, found.moves) == (CONVERSATIONS, CONVERSATIONS * MOVES)
    assert found.sent > CONVERSATIONS // 10
    assert {language for language, _ in found.cards} == {*every_language()}


def told(found: Figures) -> str:
    """Return the figures as they are printed."""
    steps = {step for _, step in found.cards}
    languages = len({language for language, _ in found.cards})
    return (
        f"\n{found.conversations} conversations, {found.moves} moves in {languages} languages: "
        f"{len(steps)} of {len(shipped().flow.steps)} cards seen, {found.held} drafts begun, "
        f"{found.sent} reports sent, {len(found.faults)} faults\n"
    )


def says(more: str) -> Moves:
    """Return the flow with something added to the question of the police body."""
    flow = shipped().flow
    body = replace(flow.steps["body"], say=f"{flow.steps['body'].say} {more}")
    return Moves(replace(flow, steps={**flow.steps, "body": body}))


def meets(faults: Iterable[str], words: str) -> bool:
    """Say whether one of the faults is this one."""
    return any(words in fault for fault in faults)


def test_a_card_without_leave_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """One card without Leave is met and named."""

    def without(flow: Flow, draft: Draft, setting: Setting) -> list[Button]:
        shown = buttons(flow, draft, setting)
        return [b for b in shown if b.option != "leave" or draft.step != "body"]

    monkeypatch.setattr(cards, "buttons", without)
    assert meets(wander(FEW).faults, "body has no Leave")


def test_a_card_that_is_too_long_is_found() -> None:
    """A question of over sixty words is met and named."""
    assert meets(wander(FEW, says("and so on " * 20)).faults, "words; 60 at most")


def test_a_banned_word_is_found() -> None:
    """A legal label on one card is met and named."""
    assert meets(wander(FEW, says("Was the victim there?")).faults, '"victim" is not said here')


def test_an_envelope_without_agree_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that sends from anywhere, agreed or not, is found out."""

    def reckless(moves: Moves, here: Draft, setting: Setting) -> Outcome:
        del moves
        sent = replace(here, stage="sent", step="sent", aside="", code=setting.code)
        return Outcome(sent, "send", sent=here, code=setting.code)

    monkeypatch.setattr(controls, "CONTROL", {**controls.CONTROL, "send": reckless})
    assert meets(wander(FEW).faults, "an envelope without agree")


def test_an_exception_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """A turn that fails is met and named with its card."""

    def fails(moves: Moves, here: Draft, setting: Setting) -> Outcome:
        del moves, setting
        raise KeyError(here.step)

    monkeypatch.setattr(controls, "CONTROL", {**controls.CONTROL, "pause": fails})
    assert meets(wander(FEW).faults, "KeyError on ")
