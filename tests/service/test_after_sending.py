"""After sending: the code, its status words, adding, withdrawing."""

import pytest

from flows.typed import code_in
from sandbox import Phone
from tests.service.running import Service


async def code_on(running: Service, phone: Phone) -> str:
    """Walk to the receipt and return its code as shown."""
    await running.taps(phone, "Continue", "Continue")
    return next(filter(code_in, (await running.card(phone)).splitlines()))


@pytest.mark.holds("T51")
async def test_the_code_says_when_it_has_arrived(running: Service) -> None:
    """Before the hand-over it waits, afterwards it has arrived; both by the same code."""
    phone = await running.sent()
    code = await code_on(running, phone)
    await running.says(phone, "/status")
    assert "waiting to be handed over" in await running.card(phone)
    await running.courier.round()
    await running.says(phone, "/status")
    assert "It has arrived" in await running.card(phone)
    other = running.box.phone(7_000_000_009)
    await running.says(other, f"/status {code}")
    assert "It has arrived" in await running.card(other)


@pytest.mark.holds("T44")
async def test_a_wrong_code_reveals_nothing(running: Service) -> None:
    """A code with a digit wrong and a code of nobody read the same."""
    phone = await running.sent()
    code = (await code_on(running, phone)).replace(" ", "")
    await running.courier.round()
    wrong = code[:-1] + str((int(code[-1]) + 1) % 10)
    cards = []
    for number, tried in ((8, wrong), (9, "12345678901234567890")):
        other = running.box.phone(7_000_000_000 + number)
        await running.says(other, f"/status {tried}")
        cards.append(await running.card(other))
    assert cards[0] == cards[1]
    assert "I found nothing under that code" in cards[0]


@pytest.mark.holds("T49")
async def test_a_withdrawn_report_is_marked_for_staff(running: Service) -> None:
    """Withdraw asks once, says honestly what it does, and staff see it."""
    phone = await running.sent()
    code = await code_on(running, phone)
    await running.courier.round()
    other = running.box.phone(7_000_000_009)
    await running.says(other, f"/withdraw {code}")
    assert "Shall I ask the team" in await running.card(other)
    await running.taps(other, "Yes, withdraw it")
    assert "They may have to keep some" in await running.card(other)
    (report,) = running.reports()
    assert report.stored.withdrawn is not None


CLOSE = (
    "Answer some questions first",
    "Yes, to me",
    "No",
    "Metropolitan Police (London)",
    "Skip",
    "It happened once",
    "No",
    "We live together",
    "Continue",
    "None",
    "Neither",
    "No",
    "Send what I have",
    "I agree",
    "I don't know it",
    "I'll contact you",
    "Skip",
    "Skip",
    "Send",
)
"""From the arrival to a report sent by somebody who lives with the person from the police."""


async def test_what_was_never_handed_over_is_taken_back(running: Service) -> None:
    """Withdrawn before the hand-over, a report never leaves."""
    phone = await running.sent()
    await running.taps(phone, "More", "Withdraw it", "Yes, withdraw it")
    await running.courier.round()
    assert running.reports() == []


async def test_an_addition_is_a_report_of_its_own(running: Service) -> None:
    """Added with the code from another day: a second envelope that adds to the first."""
    phone = await running.sent()
    code = await code_on(running, phone)
    await running.courier.round()
    await running.taps(phone, "Go on", "Clear this chat")
    await running.says(phone, f"/add {code}")
    await running.taps(phone, "No", "Yes", "18 or over", "Yes, keep them")
    await running.taps(phone, "None", "What happened", "Continue", "In my own words")
    await running.says(phone, "one more thing")
    await running.taps(phone, "That's all", "Skip", "Skip", "Carry on", "I agree", "Send")
    await running.courier.round()
    first, second = sorted(running.reports(), key=lambda r: r.summary["adds_to"] is not None)
    assert second.summary["adds_to"] == first.summary["record_id"]
    assert running.counts()[0] == running.counts()[1]
    await running.taps(phone, "Continue")
    assert code in (await running.card(phone)).splitlines()


async def test_add_more_before_the_card_is_closed(running: Service) -> None:
    """From the farewell card an addition begins without typing the code."""
    phone = await running.sent()
    await code_on(running, phone)
    await running.taps(phone, "Go on", "Add more", "Yes, keep them", "None")
    assert "What would you like to add?" in await running.card(phone)


async def test_who_lives_with_someone_close_is_offered_a_word_for_an_addition(
    running: Service,
) -> None:
    """Leaving deletes what she adds, too, as long as there is no word: the card says so first."""
    phone = await running.arrived()
    await running.taps(phone, *CLOSE)
    await running.taps(phone, "Continue", "Continue", "Go on", "Add more", "Yes, keep them")
    assert "With no word, Leave deletes them" in await running.card(phone)
    await running.taps(phone, "No word", "None", "Leave")
    assert running.counts() == (0, 0)
