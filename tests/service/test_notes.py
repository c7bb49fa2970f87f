"""Staff's notes reach her chat: in her hours, behind her word, once."""

import pytest

from bot.courier import Courier
from sandbox import Fault, FaultKind
from tests.service.running import Service
from tests.service.writing import COVER, FIRST, WORD, at, cards, reachable, rounds, waits, write

TEXT = "Thank you for writing. Would Thursday at 3 suit you?"
MONDAY, TUESDAY, SATURDAY = 0, 1, 5


async def test_a_note_comes_in_her_hours_and_opens_to_her_word(running: Service) -> None:
    """Cover, word, note, Clear: then the store has let it go, and nothing of it is left."""
    phone = await reachable(running, days=["Tuesdays"], hours=["Mornings, 9 to 12"])
    write(running, TEXT)
    await at(running, TUESDAY, 10)
    await rounds(running)
    (cover,) = [m for m in await phone.screen() if m.who == "bot"]
    assert cover.text == COVER
    await running.taps(phone, "Show it")
    assert "Please type your word" in await running.card(phone)
    await running.says(phone, WORD)
    assert (await running.card(phone)).startswith(TEXT)
    assert len(await phone.screen()) == 1
    await running.taps(phone, "Clear this note")
    assert (await running.card(phone)).startswith(FIRST)
    await rounds(running)
    assert waits(running) == 0
    await at(running, TUESDAY, 11)
    await rounds(running)
    assert not any(COVER in card for card in await cards(phone))


@pytest.mark.parametrize(("day", "hour"), [(MONDAY, 10), (TUESDAY, 8), (TUESDAY, 12)])
@pytest.mark.holds("T42")
async def test_nothing_comes_outside_her_hours(running: Service, day: int, hour: int) -> None:
    """On another day, before nine and from twelve on not one message is sent."""
    phone = await reachable(running, days=["Tuesdays"], hours=["Mornings, 9 to 12"])
    await at(running, day, hour)
    write(running, TEXT)
    running.box.history.clear()
    await rounds(running, 5)
    assert not running.box.history.of("sendMessage")
    assert COVER not in await cards(phone)


async def test_nothing_comes_after_the_last_day(running: Service) -> None:
    """Two weeks on the tie and its key are gone; what staff write then stays with them."""
    phone = await reachable(running)
    await running.passes(15 * 24)
    write(running, TEXT)
    running.box.history.clear()
    await at(running, MONDAY, 10)
    await rounds(running)
    assert not running.box.history.of("sendMessage")
    assert running.counts() == (0, 0)
    assert waits(running) == 1
    assert await phone.screen() == ()


async def test_five_wrong_words_end_nothing_and_show_nothing(running: Service) -> None:
    """Each wrong word gets the same calm line and leaves no trace; the right one still opens."""
    phone = await reachable(running)
    write(running, TEXT)
    await at(running, TUESDAY, 10)
    await rounds(running)
    await running.taps(phone, "Show it")
    for number in range(5):
        await running.says(phone, f"wrong{number}")
        (card,) = [m.text for m in await phone.screen()]
        assert card.startswith("That does not open it.")
        assert TEXT not in card
    await running.says(phone, WORD)
    assert (await running.card(phone)).startswith(TEXT)


@pytest.mark.parametrize("way", ["Stop messages", "/stopmessages", "stop messages"])
@pytest.mark.holds("T42")
async def test_she_stops_it(running: Service, way: str) -> None:
    """By button, command or words: row and key are gone, it is said, and nothing comes again."""
    phone = await reachable(running)
    write(running, TEXT)
    await at(running, TUESDAY, 10)
    await rounds(running)
    if way == "Stop messages":
        await running.taps(phone, way)
    else:
        await running.says(phone, way)
    assert (await running.card(phone)).startswith("No messages will come in this chat from now on.")
    assert running.counts() == (0, 0)
    await running.passes(48)
    assert await phone.screen() == ()


async def test_withdrawing_stops_it(running: Service) -> None:
    """Whoever takes the report back is not written to about it."""
    phone = await running.arrived()
    await running.taps(phone, "Ask a person to contact me", "Metropolitan Police (London)", "Skip")
    await running.taps(phone, "I agree", "In this chat", "Yes", "Skip", "Skip", "2 weeks")
    await running.says(phone, WORD)
    await running.taps(phone, "Skip", "Skip", "Send", "More", "Withdraw it", "Yes, withdraw it")
    assert "No messages will come in this chat." in await running.card(phone)
    keys, rows = running.counts()
    assert keys == rows == 1  # the closing row alone


async def test_who_picks_up_the_phone_sees_a_stranger_s_screen(running: Service) -> None:
    """After Not now, Leave and /start the screen is byte for byte one that never had a note."""
    phone, other = await reachable(running, 1), running.box.phone(7_000_000_009)
    await running.says(other, "/start")
    (strange,) = await other.screen()
    for number, way in enumerate(("Not now", "Leave", "/start", "/exit")):
        write(running, f"{TEXT} {number}")
        await at(running, number, 10)
        await rounds(running)
        assert await cards(phone) == [COVER]
        if way.startswith("/"):
            await running.says(phone, way)
        else:
            await running.taps(phone, way)
        (card,) = await phone.screen()
        assert (card.text, card.labels) == (strange.text, strange.labels)
        await running.says(phone, WORD)
        assert TEXT not in await running.card(phone)


async def test_an_unread_cover_goes_after_a_day_and_comes_again(running: Service) -> None:
    """Swept at 24 hours, well before Telegram's 48; the note waits for the next hour allowed."""
    phone = await reachable(running, days=["Tuesdays"], hours=["Mornings, 9 to 12"])
    write(running, TEXT)
    await at(running, TUESDAY, 10)
    await rounds(running)
    assert await cards(phone) == [COVER]
    await running.passes(25)
    assert await phone.screen() == ()
    await at(running, TUESDAY, 10)
    await rounds(running)
    assert await cards(phone) == [COVER]
    assert waits(running) == 1


@pytest.mark.holds("T13")
async def test_not_now_is_not_asked_again_that_day(running: Service) -> None:
    """No reminder: the cover comes on another day of hers, not an hour later."""
    phone = await reachable(running)
    write(running, TEXT)
    await at(running, TUESDAY, 10)
    await rounds(running)
    await running.taps(phone, "Not now")
    running.box.history.clear()
    await running.passes(8)
    assert not running.box.history.of("sendMessage")
    await at(running, 2, 10)
    await rounds(running)
    assert await cards(phone) == [COVER]


async def test_nothing_comes_over_an_open_card(running: Service) -> None:
    """While she answers questions no cover comes; ten quiet minutes later it does."""
    phone = await reachable(running)
    await at(running, TUESDAY, 10)
    await running.says(phone, "/start")
    await running.taps(phone, "Continue")
    write(running, TEXT)
    await rounds(running, 5)
    assert COVER not in await cards(phone)
    await rounds(running, 8)
    assert await cards(phone) == [COVER]


async def test_two_notes_come_one_after_the_other(running: Service) -> None:
    """One cover at a time, the older note first, each shown once."""
    phone = await reachable(running)
    write(running, "first note")
    write(running, "second note")
    await at(running, TUESDAY, 10)
    for text in ("first note", "second note"):
        await rounds(running, 3)
        assert await cards(phone) == [COVER]
        await running.taps(phone, "Show it")
        await running.says(phone, WORD)
        assert (await running.card(phone)).startswith(text)
        await running.taps(phone, "Clear this note")
    await rounds(running, 3)
    assert waits(running) == 0


async def test_a_word_out_of_place_leaves_the_note_on_the_card(running: Service) -> None:
    """While she reads, whatever she types is removed; the note stays for ten quiet minutes."""
    phone = await reachable(running)
    write(running, TEXT)
    await at(running, TUESDAY, 10)
    await rounds(running)
    await running.taps(phone, "Show it")
    await running.says(phone, WORD, "thank you")
    (card,) = await phone.screen()
    assert TEXT in card.text
    await rounds(running, 12)
    (card,) = await phone.screen()
    assert card.text.startswith(FIRST)
    await rounds(running)
    assert waits(running) == 0


async def test_help_while_reading_loses_nothing(running: Service) -> None:
    """Help is one tap away from a note too; the note comes again, for she has not cleared it."""
    phone = await reachable(running)
    write(running, TEXT)
    await at(running, TUESDAY, 10)
    await rounds(running)
    await running.taps(phone, "Show it")
    await running.says(phone, WORD)
    await running.taps(phone, "Help", "Leave")
    await rounds(running, 3)
    assert await cards(phone) == [COVER]


async def test_a_note_is_words_and_never_markup(running: Service) -> None:
    """What staff write is sent as it stands, with no parse mode."""
    phone = await reachable(running)
    write(running, "<b>Hello</b> {code} *you* _there_")
    await at(running, TUESDAY, 10)
    await rounds(running)
    await running.taps(phone, "Show it")
    await running.says(phone, WORD)
    assert (await running.card(phone)).startswith("<b>Hello</b> {code} *you* _there_")


async def test_a_cover_whose_answer_was_lost_is_there_once(running: Service) -> None:
    """Sent, but the connection dropped: the lost one is swept, the note comes again, once."""
    phone = await reachable(running)
    write(running, TEXT)
    await at(running, TUESDAY, 10)
    running.box.faults.plant(Fault(FaultKind.LOSE_ANSWER, "sendMessage", times=4))
    await rounds(running, 1)
    await rounds(running, 6)
    assert await cards(phone) == [COVER]
    await running.taps(phone, "Show it")
    await running.says(phone, WORD)
    assert TEXT in await running.card(phone)


async def test_another_courier_goes_on(running: Service) -> None:
    """A courier that begins anew has nothing to remember: all of it is in the stores."""
    phone = await reachable(running)
    write(running, TEXT)
    await at(running, TUESDAY, 10)
    await rounds(running, 1)
    running.courier = Courier(running.desk, running.courier.telegram)
    running.desk.places.forget(running.desk.machine_key.owner(7_000_000_001))
    await running.says(phone, WORD)
    assert TEXT in await running.card(phone)
