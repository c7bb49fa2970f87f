"""Messages that Telegram lets the bot delete no more: she is told once, and nobody else is."""

import pytest

from sandbox import Phone
from tests.service.running import OUTLINE, Service

LINE = "I cannot remove them"
OUTAGE = 49 * 3600


async def with_old_words(running: Service) -> Phone:
    """Return a phone on which pieces of her own words have outlived Telegram's 48 hours."""
    phone = await running.arrived()
    await running.taps(phone, *OUTLINE, "Add what happened", "Continue", "In my own words")
    await running.says(phone, "one piece", "another")
    running.box.advance(OUTAGE)
    return phone


async def cards(phone: Phone) -> list[str]:
    return [m.text for m in await phone.screen() if m.who == "bot"]


@pytest.mark.holds("T12")
async def test_she_is_told_once_to_clear_the_chat(running: Service) -> None:
    """The card after the one whose sweep came too late says so, and no card after that."""
    phone = await with_old_words(running)
    await running.taps(phone, "That's all")
    assert LINE not in (await cards(phone))[-1]
    await running.taps(phone, "Skip")
    assert LINE in (await cards(phone))[-1]
    await running.taps(phone, "Skip")
    assert LINE not in (await cards(phone))[-1]


async def test_a_stranger_is_not_told(running: Service) -> None:
    """After Leave no card says that there is more, however the phone is used."""
    phone = await with_old_words(running)
    await running.taps(phone, "Leave")
    for typed in ("hello", "/review", "/help", "/status"):
        await running.says(phone, typed)
        assert not any(LINE in card for card in await cards(phone))
    await running.says(phone, "/start")
    assert LINE in (await cards(phone))[-1]


async def test_what_is_kept_to_tell_her_goes_after_a_day(running: Service) -> None:
    """Where she does not come back, the empty sweep list goes too."""
    phone = await with_old_words(running)
    await running.passes(1)
    assert [m.text for m in await phone.screen() if m.who == "me"] == ["one piece", "another"]
    await running.passes(25)
    with running.desk.store.begin() as tx:
        owner = running.desk.machine_key.owner(phone.user_id)
        assert tx.sweep_of(owner) is None
