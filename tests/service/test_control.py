"""She is in control: leaving, coming back, pausing, deleting, and whoever picks up the phone."""

import pytest

from tests.service.running import OUTLINE, Service

FIRST = "This is an automated chat, not a person"
RISKY = ("Continue", "Yes", "Continue", "Yes", "18 or over", "Continue", "Yes, keep them")


async def only_first_card(running: Service, number: int = 1) -> bool:
    screen = await running.box.phone(7_000_000_000 + number).screen()
    return len(screen) == 1 and screen[0].text.startswith(FIRST)


@pytest.mark.parametrize("word", ["/exit", "/stop", "stop", "exit", "Leave"])
@pytest.mark.holds("T12")
async def test_leave_shows_the_screen_of_a_stranger(running: Service, word: str) -> None:
    """One word leaves only the first screen, with nothing else on the phone."""
    phone = await running.arrived()
    await running.taps(phone, *OUTLINE[:3])
    await running.says(phone, word)
    assert await only_first_card(running)


@pytest.mark.parametrize("asked", ["/start", "start"])
@pytest.mark.holds("T14")
async def test_start_offers_to_carry_on_without_showing_an_answer(
    running: Service, asked: str
) -> None:
    """On a phone of her own, /start after Leave offers to carry on and shows no answer."""
    phone = await running.arrived()
    await running.taps(phone, *OUTLINE[:5], "Leave")
    await running.says(phone, asked)
    card = await running.card(phone)
    assert "Would you like to carry on" in card
    assert "Metropolitan" not in card
    await running.taps(phone, "Carry on")
    assert "Is it still happening" in await running.card(phone)


@pytest.mark.parametrize("asked", ["/start", "/review", "/status", "/send", "wrongword"])
@pytest.mark.holds("T14")
async def test_only_her_word_opens_a_draft_on_a_shared_phone(running: Service, asked: str) -> None:
    """After Leave on a shared phone everything but her word shows the first screen."""
    phone = running.box.phone(7_000_000_001)
    await phone.start()
    await running.settled()
    await running.taps(phone, *RISKY)
    await running.says(phone, "kingfisher")
    assert all("kingfisher" not in m.text for m in await phone.screen())
    await running.taps(phone, *OUTLINE[:3], "Leave")
    await running.says(phone, asked)
    screen = await phone.screen()
    assert len(screen) == 1
    if asked != "wrongword":
        assert screen[0].text.startswith(FIRST)
    await running.says(phone, "Kingfisher")
    assert "Would you like to carry on" in await running.card(phone)


async def test_without_a_word_leaving_a_shared_phone_deletes_the_draft(running: Service) -> None:
    """Where others can open the phone and no word was chosen, Leave deletes draft and key."""
    phone = running.box.phone(7_000_000_001)
    await phone.start()
    await running.settled()
    await running.taps(phone, *RISKY)
    assert "Leave deletes them" in await running.card(phone)
    await running.taps(phone, "No word", *OUTLINE[:2])
    assert running.counts() == (1, 1)
    await running.taps(phone, "Leave")
    assert running.counts() == (0, 0)
    assert await only_first_card(running)


async def test_ten_quiet_minutes_are_as_if_she_had_left(running: Service) -> None:
    """After ten minutes without a move the card becomes the first screen, with no new message."""
    phone = await running.arrived()
    await running.taps(phone, *OUTLINE[:4])
    running.box.history.clear()
    running.box.advance(9 * 60)
    await running.courier.round()
    assert not await only_first_card(running)
    running.box.advance(2 * 60)
    await running.courier.round()
    assert await only_first_card(running)
    assert not running.box.history.of("sendMessage")
    await running.says(phone, "/start")
    assert "Would you like to carry on" in await running.card(phone)


@pytest.mark.holds("T11", "T49")
async def test_delete_asks_once_and_leaves_no_key(running: Service) -> None:
    """Delete everything asks once; then neither draft nor key is left."""
    phone = await running.arrived()
    await running.taps(phone, *OUTLINE[:4], "More", "Delete everything")
    assert running.counts() == (1, 1)
    await running.taps(phone, "Delete everything")
    assert running.counts() == (0, 0)
    assert "is deleted" in await running.card(phone)
    assert len(await phone.screen()) == 1


async def test_a_tap_on_an_old_card_changes_nothing(running: Service) -> None:
    """A late, double or forged press is answered gently and shows the current card."""
    phone = await running.arrived()
    await running.taps(phone, *OUTLINE[:3])
    (card,) = await phone.screen()
    before = card.text
    forged = ("h:relation:2:self", "h:body:0:not_sure", "a:en:1:---:::yes", "h:x:y", "", "\u00e9")
    for data in forged:
        press = await phone.press(card.id, data)
        await running.box.until(lambda press=press: phone.answered(press))  # type: ignore[misc]
        await running.settled()
        (card,) = await phone.screen()
        assert card.text == before
    assert phone.toasts[-1].text == "That one is already noted."


async def test_two_people_do_not_meet(running: Service) -> None:
    """Two phones walk side by side, each with its own answers."""
    one, two = await running.arrived(1), await running.arrived(2)
    await running.taps(one, "Ask a person to contact me")
    await running.taps(two, "Answer some questions first")
    assert "Which police force" in await running.card(one)
    assert "happen to you" in await running.card(two)
    assert running.counts() == (2, 2)
