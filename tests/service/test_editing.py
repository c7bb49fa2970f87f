"""What she edits on her phone while it is still on the screen."""

from sandbox import Phone
from tests.service.running import OUTLINE, Service


async def in_own_words(running: Service) -> Phone:
    """Return a phone on the card for her own words, with two pieces typed."""
    phone = await running.arrived()
    await running.taps(phone, *OUTLINE, "Add what happened", "Continue", "In my own words")
    await running.says(phone, "It began with messages.", "Then it went on.")
    return phone


async def hers(phone: Phone) -> list[tuple[int, str]]:
    """Return her own messages on the screen: number and text."""
    return [(m.id, m.text) for m in await phone.screen() if m.who != "bot"]


async def test_an_edited_message_changes_the_answer_it_gave(running: Service) -> None:
    """The edited piece replaces the first one, in its place, and nothing is said twice."""
    phone = await in_own_words(running)
    first, _ = (number for number, _ in await hers(phone))
    await phone.edit(first, "It began with letters.")
    await running.settled()
    assert "Kept so far: 2" in await running.card(phone)
    assert [text for _, text in await hers(phone)] == ["It began with letters.", "Then it went on."]
    await running.taps(phone, "That's all")
    await running.says(phone, "/review")
    card = await running.card(phone)
    assert "It began with letters.\nThen it went on." in card
    assert "messages" not in card.partition("In your own words")[2].partition("\n")[0]
    assert await hers(phone) == []


async def test_an_edit_that_grows_too_long_is_never_cut(running: Service) -> None:
    """An edit beyond the limit asks what to do; shortening loses only that message."""
    phone = await in_own_words(running)
    first, _ = (number for number, _ in await hers(phone))
    await phone.edit(first, "Long. " * 120)
    await running.settled()
    assert "nothing has been cut" in await running.card(phone)
    await running.taps(phone, "I will shorten it", "That's all")
    await running.says(phone, "/review")
    assert "In your own words: Then it went on." in await running.card(phone)


async def test_an_edit_elsewhere_changes_nothing(running: Service) -> None:
    """With no such piece on the card, an edit is answered calmly and keeps every answer."""
    phone = await running.arrived()
    number = await phone.say("good evening")
    await phone.edit(number, "good night")
    await running.settled()
    assert running.counts() == (1, 1)
    assert "good" not in await running.card(phone)
