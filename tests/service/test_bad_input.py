"""What is not an answer gets a kind line, is swept, and the same question stays."""

import pytest

from sandbox import Phone
from tests.service.running import OUTLINE, Service

KINDS = {
    "voice": "Voice notes and pictures cannot be kept here",
    "photo": "Voice notes and pictures cannot be kept here",
    "sticker": "Voice notes and pictures cannot be kept here",
    "document": "I have removed that from this chat",
    "location": "I have removed that from this chat",
    "contact": "I have removed that from this chat",
}


@pytest.mark.parametrize(("kind", "line"), KINDS.items())
@pytest.mark.holds("T46")
async def test_what_cannot_be_kept_is_removed(running: Service, kind: str, line: str) -> None:
    """A file, a voice note or a place is removed and answered; getFile is never called."""
    phone = await running.arrived()
    await phone.send(kind, caption="words that come with it" if kind == "photo" else "")
    await running.settled()
    (card,) = await phone.screen()
    assert line in card.text
    assert "What would you like to do" in card.text
    assert not running.box.history.of("getFile")


@pytest.mark.holds("T46")
async def test_a_forwarded_message_is_removed(running: Service) -> None:
    """A forwarded message is not kept."""
    phone = await running.arrived()
    await phone.forward("somebody else's words")
    await running.settled()
    (card,) = await phone.screen()
    assert "I have removed that" in card.text


async def test_a_text_of_4096_characters_is_answered_kindly(running: Service) -> None:
    """The longest text Telegram sends gets the kind line on a card that takes no text."""
    phone = await running.arrived()
    await running.says(phone, "a" * 4096)
    (card,) = await phone.screen()
    assert "I could not use those words" in card.text


async def test_an_over_long_account_is_never_cut(running: Service) -> None:
    """Over 600 characters nothing is cut: she chooses what becomes of it."""
    phone = await own_words(running)
    await running.says(phone, "b" * 4096)
    assert "nothing has been cut" in await running.card(phone)
    await running.taps(phone, "I will shorten it")
    await running.says(phone, "short")
    await running.taps(phone, "That's all")
    assert "What role did the person from" in await running.card(phone)
    assert len(await phone.screen()) == 1


async def own_words(running: Service) -> Phone:
    """Return a phone on the card for her own words."""
    phone = await running.arrived()
    await running.taps(phone, *OUTLINE, "Add what happened", "Continue", "In my own words")
    return phone


async def test_the_bot_leaves_groups(running: Service) -> None:
    """Added to a group, the bot leaves and keeps nothing."""
    group = running.box.group()
    await group.add_bot(7_000_000_001)
    await running.box.until(lambda: not group.has_bot)
    assert await group.texts_of_bot() == ()
    assert running.counts() == (0, 0)
