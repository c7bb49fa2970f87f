"""When things fail: nothing is lost, nothing is doubled, she reads what is true."""

import asyncio

import pytest

from bot import receiving, reception
from bot.desk import Desk
from bot.reading import Said
from bot.reply import Reply
from sandbox import Fault, FaultKind
from tests.service.running import OUTLINE, Service


@pytest.mark.holds("T51")
async def test_an_update_that_always_fails_is_parked(
    running: Service, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """After three tries it is acknowledged, owned up to, and the others go on."""
    phone, other = await running.arrived(1), await running.arrived(2)
    receive = reception.receive

    def poisoned(desk: Desk, said: Said) -> Reply:
        if said.move.value == "poison":
            raise ValueError("poison")
        return receive(desk, said)

    monkeypatch.setattr(receiving, "receive", poisoned)
    await phone.say("poison")
    await running.says(other, "/help")
    await running.settled()
    assert "That was our mistake" in await running.card(phone)
    assert "999 reaches the police" in await running.card(other)
    assert "poison" not in caplog.text
    await running.taps(phone, "Carry on")
    assert "What would you like to do" in await running.card(phone)
    assert len(await phone.screen()) == 1


async def test_a_card_whose_answer_was_lost_is_not_left_twice(running: Service) -> None:
    """Sent, but the connection dropped: one card is on the phone in the end."""
    phone = running.box.phone()
    running.box.faults.plant(Fault(FaultKind.LOSE_ANSWER, "sendMessage"))
    await phone.start()
    await running.settled()
    running.box.advance(120)
    await running.courier.round()
    assert [m.text[:9] for m in await phone.screen() if m.who == "bot"] == ["This is a"]


@pytest.mark.holds("T12")
async def test_leave_empties_the_phone_though_every_third_deletion_fails(running: Service) -> None:
    """What could not be deleted at first goes a little later."""
    phone = await running.arrived()
    await running.taps(phone, *OUTLINE, "Add what happened", "Continue", "In my own words")
    for number in range(8):
        await running.says(phone, f"piece {number}")
    running.box.faults.plant(Fault(FaultKind.SERVER_ERROR, "deleteMessages", times=None, every=3))
    await running.says(phone, "/exit")
    for _ in range(4):
        running.box.advance(60)
        await running.courier.round()
    (card,) = await phone.screen()
    assert card.text.startswith("This is an automated chat")


async def test_too_many_requests_are_waited_out(running: Service) -> None:
    """After 429 the same card comes when Telegram says so, once."""
    phone = await running.arrived()
    running.box.faults.plant(Fault(FaultKind.TOO_MANY, "editMessageText", seconds=1))
    await running.taps(phone, "Ask a person to contact me")
    await asyncio.sleep(0)
    assert "Which police force" in await running.card(phone)
    assert len(await phone.screen()) == 1


@pytest.mark.holds("T51")
async def test_every_update_delivered_three_times_counts_once(running: Service) -> None:
    """Redelivery shows again and never applies again."""
    running.box.updates.duplicates = 2
    phone = await running.arrived()
    await running.taps(phone, *OUTLINE, "Add what happened", "Continue", "In my own words")
    await running.says(phone, "said a single time")
    await running.taps(phone, "That's all", "More", "Review my answers")
    assert (await running.card(phone)).count("said a single time") == 1
    assert running.counts() == (1, 1)


async def test_someone_who_blocks_the_bot_is_let_go(running: Service) -> None:
    """Blocked: nothing is tried again and again; the draft's time goes on."""
    phone = await running.arrived()
    await phone.block()
    running.box.history.clear()
    await running.passes(30)
    assert len(running.box.history.of("editMessageText")) <= 2
    await running.passes(8)
    assert running.counts() == (0, 0)


async def test_twenty_messages_in_two_seconds_get_one_card(running: Service) -> None:
    """Own words in a quick row: all stay on the screen, in order, under one card."""
    phone = await running.arrived()
    await running.taps(phone, *OUTLINE, "Add what happened", "Continue", "In my own words")
    pieces = [f"piece {number}" for number in range(20)]
    for piece in pieces:
        await phone.say(piece)
    await running.settled()
    screen = await phone.screen()
    assert [m.text for m in screen if m.who == "me"] == pieces
    (card,) = [m for m in screen if m.who == "bot"]
    assert "Kept so far: 20" in card.text
    assert screen[-1] == card
    await running.taps(phone, "That's all")
    assert len(await phone.screen()) == 1
    await running.taps(phone, "More", "Review my answers")
    assert "\n".join(pieces) in await running.card(phone)
