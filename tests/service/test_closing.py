"""The closing row: it goes with the screen that shows it, and nobody finds it afterwards."""

import pytest

from sandbox import Phone
from tests.service.running import Service

FIRST = "This is an automated chat, not a person"


async def adding(running: Service) -> Phone:
    """Return a phone on the consent of an addition, its first report just sent."""
    phone = await running.sent()
    await running.taps(phone, "Continue", "Continue", "Go on", "Add more")
    return phone


async def shows_nothing(running: Service, phone: Phone) -> None:
    """Find only a stranger's screen, whatever is typed."""
    for typed in ("/status", "hello", "/start"):
        await running.says(phone, typed)
        (card,) = await phone.screen()
        assert FIRST in card.text


@pytest.mark.parametrize("begun", [False, True])
async def test_leaving_an_addition_takes_the_receipt(running: Service, *, begun: bool) -> None:
    """Behind a stranger's screen there is no receipt, though the addition was left, not sent."""
    phone = await adding(running)
    if begun:
        await running.taps(phone, "Yes, keep them")
    await running.taps(phone, "Leave")
    assert running.counts() == (int(begun), int(begun))
    if not begun:
        await shows_nothing(running, phone)
    else:
        await running.says(phone, "hello")
        assert "code" not in await running.card(phone)


async def test_ten_quiet_minutes_in_an_addition_take_the_receipt_along(running: Service) -> None:
    """Putting the phone down before the addition begins leaves nothing to be found."""
    phone = await adding(running)
    running.box.advance(11 * 60)
    await running.courier.round()
    assert running.counts() == (0, 0)
    await shows_nothing(running, phone)


async def test_a_receipt_cleared_while_its_report_waits_is_gone_at_once(running: Service) -> None:
    """Cleared before the hand-over: no row, no key, and the report still arrives."""
    phone = await running.sent()
    await running.taps(phone, "Leave")
    assert running.counts() == (0, 0)
    await shows_nothing(running, phone)
    await running.courier.round()
    assert len(running.reports()) == 1
