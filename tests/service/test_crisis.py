"""The crisis card in the running service: what is stored, and what stays on the screen."""

from tests.service.running import OUTLINE, Service

PHRASE = "I want to end it all"
CARD = "no person answers here now"


async def test_before_consent_nothing_is_stored_of_it(running: Service) -> None:
    """The card comes over the first card; no draft and no key begin, and Carry on leads back."""
    phone = running.box.phone(7_000_000_001)
    await phone.start()
    await running.settled()
    await running.says(phone, PHRASE)
    assert CARD in await running.card(phone)
    assert running.counts() == (0, 0)
    await running.taps(phone, "Carry on")
    assert "This is an automated chat" in await running.card(phone)
    assert running.counts() == (0, 0)


async def test_outside_her_account_the_words_leave_the_chat(running: Service) -> None:
    """The words are taken off the screen, and only the card is there."""
    phone = await running.arrived()
    await running.taps(phone, *OUTLINE[:3])
    await running.says(phone, PHRASE)
    screen = await phone.screen()
    assert [CARD in m.text for m in screen] == [True]
    assert PHRASE not in screen[0].text
    await running.taps(phone, "Carry on")
    assert "What you typed last is not kept" in await running.card(phone)
