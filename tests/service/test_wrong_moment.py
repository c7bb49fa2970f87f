"""What comes twice, too late, too often or while something is down: nothing lost or doubled."""

from typing import Never

import pytest

from flows.typed import code_in
from intake.boundary import TryLater
from sandbox import Phone
from tests.service.running import ARRIVE, OUTLINE, Service
from tests.service.test_control import FIRST, RISKY

NOTED = "That one is already noted."


class AwayIntake:
    """An intake store that cannot be reached."""

    def away(self, *asked: object) -> Never:
        """Fail as the real one does."""
        del asked
        raise TryLater

    submit = status = withdraw = away


def data(phone: Phone, option: str) -> tuple[int, str]:
    """Return the message and the data of a button on the newest card."""
    card = [m for m in phone.shown() if m.who == "bot"][-1]
    found = (str(b.data) for row in card.rows for b in row)
    return card.id, next(d for d in found if d.endswith(f":{option}"))


async def test_two_devices_press_the_same_card(running: Service) -> None:
    """Two presses on one card count once; the second is told so, and no card is doubled."""
    phone = await running.arrived()
    await running.taps(phone, OUTLINE[0])
    card, yes = data(phone, "self")
    _, saw = data(phone, "witness")
    for press in (yes, saw, yes):
        await phone.press(card, press)
    await running.settled()
    assert [t.text for t in phone.toasts] == [NOTED, NOTED]
    assert "Do you work or volunteer" in await running.card(phone)
    await running.taps(phone, "More", "Review my answers")
    (review,) = await phone.screen()
    assert review.text.count("Yes, to me") == 1
    assert "I saw it" not in review.text


async def test_a_card_of_a_former_draft(running: Service) -> None:
    """A press on a card of a draft that was deleted changes nothing in the one after it."""
    phone = await running.arrived()
    await running.taps(phone, *OUTLINE[:4])
    old = [data(phone, option) for option in ("last_10_days", "older") if option]
    await running.taps(phone, "More", "Delete everything", "Delete everything", "Start again")
    await running.taps(phone, *ARRIVE, *OUTLINE[:2])
    before = await running.card(phone)
    for message, pressed in old:
        for there in {message, data(phone, "help")[0], 1}:
            await phone.press(there, pressed)
            await running.settled()
            assert await running.card(phone) == before
    assert {t.text for t in phone.toasts} == {NOTED}
    await running.taps(phone, "More", "Review my answers")
    assert "When it happened" not in await running.card(phone)


async def test_twenty_messages_on_a_card_of_taps(running: Service) -> None:
    """Twenty messages in a row where a tap was asked for: one card, one line, none kept."""
    phone = await running.arrived()
    for number in range(20):
        await phone.say(f"message {number}")
    await running.settled()
    (card,) = await phone.screen()
    assert card.text.count("I could not use those words") == 1
    assert "message" not in card.text
    assert running.counts() == (1, 1)


@pytest.mark.holds("T51")
async def test_while_the_intake_is_down(running: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sent while the intake store is away: said as it is, kept, and handed over once."""
    with monkeypatch.context() as away:
        away.setattr(running.desk, "intake", AwayIntake())
        phone = await running.sent()
        await running.courier.round()
        assert "waiting to be handed over" in await running.card(phone)
        await running.taps(phone, "Continue", "Continue")
        code = next(filter(code_in, (await running.card(phone)).splitlines()))
        await running.says(phone, "/status")
        assert "waiting to be handed over" in await running.card(phone)
        other = running.box.phone(7_000_000_009)
        await running.says(other, f"/status {code}")
        assert "I cannot look that up just now" in await running.card(other)
        await running.says(other, "hello")
        assert running.reports() == []
    for _ in range(3):
        running.box.advance(700)
        await running.courier.round()
    assert len(running.reports()) == 1
    await running.says(other, f"/status {code}")
    assert "It has arrived" in await running.card(other)


async def test_five_wrong_words(running: Service) -> None:
    """Five wrong resume words show what any words show; the right one opens it still."""
    phone, never = running.box.phone(7_000_000_001), running.box.phone(7_000_000_002)
    for one in (phone, never):
        await one.start()
        await running.settled()
    await running.taps(phone, *RISKY)
    await running.says(phone, "kingfisher")
    await running.taps(phone, *OUTLINE[:3], "Leave")
    for word in ("heron", "kingfishers", "king fisher", "fisher", "k1ngfisher"):
        await running.says(phone, word)
        await running.says(never, word)
        assert await running.card(phone) == await running.card(never)
        assert FIRST in await running.card(phone)
    await running.says(phone, "KINGFISHER")
    assert "Would you like to carry on" in await running.card(phone)
    await running.taps(phone, "Carry on")
    assert "Which police force" in await running.card(phone)


@pytest.mark.parametrize("place", [0, 5, 6, 19])
async def test_one_digit_wrong(running: Service, place: int) -> None:
    """With one digit wrong a code finds nothing and changes nothing; the right one does."""
    phone = await running.sent()
    await running.taps(phone, "Continue", "Continue")
    code = code_in(next(filter(code_in, (await running.card(phone)).splitlines())))
    await running.courier.round()
    wrong = f"{code[:place]}{(int(code[place]) + 1) % 10}{code[place + 1 :]}"
    other = running.box.phone(7_000_000_009)
    for asked in (f"/status {wrong}", f"/withdraw {wrong}"):
        await running.says(other, asked)
    await running.taps(other, "Yes, withdraw it")
    assert "withdrawn" not in await running.card(other)
    (report,) = running.reports()
    assert report.stored.withdrawn is None
    running.box.advance(3600)
    await running.says(other, f"/status {code}")
    assert "It has arrived" in await running.card(other)
