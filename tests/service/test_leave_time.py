"""Leave with more than a hundred messages on the screen: one edit away, then empty without a wait.

The figures in seconds are printed here and by `make bench`; what is asserted is how few
calls stand between the tap and the screen, which no busy machine changes.
"""

import sys

import pytest

from tests.service.leaving_time import FIRST, MESSAGES, Left, every_third_fails, full_phone, leave
from tests.service.running import Service

BATCHES = 2  # a hundred ids in one call, the rest in another


def told(what: str, left: Left) -> None:
    """Print what was measured."""
    figures = f"{left.to_screen:.2f} s to the screen, {left.to_empty:.2f} s to an empty chat"
    sys.stdout.write(f"\nLeave, {MESSAGES} messages, {what}: {figures}, {len(left.calls)} calls\n")


async def test_a_hundred_messages_go_in_two_deletions(running: Service) -> None:
    """The stranger's screen is the first thing done; two calls empty the chat, no round needed."""
    phone = await full_phone(running)
    assert len(await phone.screen()) == MESSAGES + 1
    left = await leave(running, phone)
    told("nothing fails", left)
    deletions = ["deleteMessages"] * BATCHES
    assert [*left.calls] == ["answerCallbackQuery", "editMessageText", *deletions]
    (card,) = await phone.screen()
    assert FIRST in card.text


@pytest.mark.parametrize("before", range(3))
@pytest.mark.holds("T12")
async def test_every_third_deletion_fails_at_first(running: Service, before: int) -> None:
    """What fails is asked for again at once: no courier, no pause, one call more."""
    phone = await full_phone(running)
    fault = every_third_fails(running, before)
    left = await leave(running, phone)
    told(f"deletion {3 - before} fails", left)
    assert left.calls[:2] == ("answerCallbackQuery", "editMessageText")
    struck = (before + BATCHES) // fault.every
    # Where one fails, the card is edited once more before the rest is deleted; never more.
    assert left.calls.count("deleteMessages") == BATCHES + struck
    assert len(left.calls) <= 2 + BATCHES + 2 * struck
