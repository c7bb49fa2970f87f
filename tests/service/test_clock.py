"""What the moved clock shows: everything ends when it was said to."""

import pytest

from flows.typed import code_in
from tests.service.running import OUTLINE, Service
from tests.service.test_nothing_stored import rows

ALLOWED = {"seen", "account"}


async def test_a_day_after_sending_nothing_ties_her_to_the_report(running: Service) -> None:
    """+24 h after sending with only the code: no row for her, and an empty phone."""
    phone = await running.sent()
    await running.passes(24.2)
    assert running.counts() == (0, 0)
    assert {t for t, n in rows(running).items() if n} <= ALLOWED
    assert await phone.screen() == ()
    assert len(running.reports()) == 1


async def test_the_receipt_stays_for_more_than_ten_minutes(running: Service) -> None:
    """The code is not swept by the ten quiet minutes; Clear this chat takes it."""
    phone = await running.sent()
    await running.taps(phone, "Continue", "Continue")
    code = next(filter(code_in, (await running.card(phone)).splitlines()))
    await running.passes(1)
    assert code in (await running.card(phone)).splitlines()
    await running.taps(phone, "Go on", "Clear this chat")
    (card,) = await phone.screen()
    assert card.text.startswith("This is an automated chat")
    assert running.counts() == (0, 0)


async def test_what_an_ending_says_goes_after_ten_minutes(running: Service) -> None:
    """Ten minutes after deleting, and after being counted, the phone shows a stranger's screen."""
    phone = await running.arrived()
    await running.taps(phone, *OUTLINE[:4], "More", "Delete everything", "Delete everything")
    assert "That is deleted" in await running.card(phone)
    await running.passes(0.2)
    (card,) = await phone.screen()
    assert card.text.startswith("This is an automated chat")
    other = await running.sent(2)
    await running.taps(other, "Continue", "Continue", "Go on", "Add more", "Yes, keep them")
    await running.taps(other, "None", "About me", "Yes, ask me", "Woman", *["Skip"] * 5)
    await running.taps(other, "Count these answers")
    assert "That is counted now" in await running.card(other)
    await running.passes(0.2)
    (card,) = await other.screen()
    assert card.text.startswith("This is an automated chat")


@pytest.mark.holds("T15")
async def test_an_unsent_draft_ends(running: Service) -> None:
    """+37 h after the last touch there is no draft, no key, and an empty phone."""
    phone = await running.arrived()
    await running.taps(phone, *OUTLINE[:4])
    await running.passes(35)
    assert running.counts() == (1, 1)
    await running.passes(2)
    assert running.counts() == (0, 0)
    assert await phone.screen() == ()


@pytest.mark.holds("T12")
async def test_messages_go_before_telegram_stops_deleting(running: Service) -> None:
    """However long a chat goes on, no message stays past the 48 h of Telegram."""
    phone = await running.arrived()
    for _ in range(30):
        await running.passes(2)
        await running.says(phone, "/start")
        now = running.box.clock()
        assert all(now - m.date < 30 * 3600 for m in await phone.screen())


@pytest.mark.holds("T13", "T42")
async def test_nobody_is_written_to_unasked(running: Service) -> None:
    """Thirty days after sending not one new message has been sent."""
    await running.sent()
    running.box.history.clear()
    await running.passes(48)
    running.box.advance(28 * 86400)
    await running.courier.round()
    assert not running.box.history.of("sendMessage")


@pytest.mark.holds("T15")
async def test_a_break_can_be_longer(running: Service) -> None:
    """A draft that she asked to keep for 7 days is there after 6 days and gone after 8."""
    phone = await running.arrived()
    await running.taps(phone, *OUTLINE[:4], "More", "Take a break")
    await running.taps(phone, "Choose how long", "7 days", "Leave for now")
    await running.passes(6 * 24)
    assert running.counts() == (1, 1)
    await running.says(phone, "/start")
    await running.taps(phone, "Carry on")
    await running.passes(8 * 24)
    assert running.counts() == (0, 0)
