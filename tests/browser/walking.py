"""Going through the cards of a report with a hand on the page."""

from tests.browser.hand import Hand, OnScreen
from tests.browser.reports import Line


async def through(hand: Hand, lines: list[Line]) -> list[OnScreen]:
    """Press Start and go through `lines`; return each line's card as it was first shown."""
    shown = [await hand.start()]
    for line in lines:
        if line.words:
            await hand.type(*line.words)
        if line.taps:
            await hand.tap(*line.taps)
        shown.append(hand.cards[-1])
    return shown
