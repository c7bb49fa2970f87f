"""Staff tick two skipped questions; the phone asks them behind her word, in a real Chromium."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from tests.browser.chromium import phone_page
from tests.browser.hand import Hand
from tests.browser.test_phone_to_console import newest
from tests.browser.two_lawyers import Office, show, two_lawyers, unlock
from tests.service.running import ARRIVE, OUTLINE
from tests.service.writing import at, rounds

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.asyncio(loop_scope="module"),
]

WORD, TUESDAY, TEXT = "harbour", 1, "Thank you. Two more answers would help."


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def office(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Office]:
    async with two_lawyers(browser, tmp_path_factory.mktemp("asked")) as made:
        yield made


async def sent(hand: Hand) -> None:
    """Send a report with three questions skipped; the team may ask her more in the chat."""
    await hand.start()
    await hand.tap(*ARRIVE, *OUTLINE[:5], "Skip", *OUTLINE[6:-2], "Skip", "Skip")
    await hand.tap("Send what I have", "I agree", "I don't know it", "In this chat", "Yes")
    await hand.tap("Skip", "Skip", "2 weeks")
    await hand.type(WORD)
    await hand.tap("Yes", "Skip", "Nothing", "That's all", "To be heard", "That's all", "Send")
    await hand.tap("Continue", "Go on", "Clear this chat")


async def arrived(office: Office) -> None:
    """Open the report that has just come into the list, check it and read it."""
    ada = office.ada
    await office.whole.running.courier.round()
    await expect(newest(ada)).to_have_count(1, timeout=30_000)
    await newest(ada).get_by_role("link").click()
    await unlock(ada, office.passphrase)
    card = ada.get_by_role("button", name="Open the conflict card")
    await card.or_(ada.get_by_role("button", name="Show the report")).first.wait_for()
    if await card.count():
        await card.click()
        await ada.get_by_role("button", name="No conflict").click()
    await show(ada)


async def ask(office: Office) -> None:
    """Tick two of what she skipped; her name, which she skipped too, is not there to tick."""
    ada = office.ada
    skipped = ada.get_by_role("group", name="Ask again what was skipped")
    labels = await skipped.get_by_role("checkbox").count()
    assert labels == len(("ongoing", "letter", "solicitor"))
    await skipped.get_by_label("Still happening").check()
    await skipped.get_by_label("Solicitor").check()
    await ada.get_by_role("textbox", name="Message").fill(TEXT)
    await ada.get_by_role("button", name="Send to the chat").click()
    await expect(ada.locator("#opened")).to_contain_text("Not shown yet: 1")


async def answer_one(hand: Hand) -> None:
    """A plain line, her word, the note, the offer; then one answer and one skip."""
    body = hand.page.locator("body")
    await hand.page.get_by_text("There is a note for you here.").wait_for()
    await hand.tap("Show it")
    assert "question" not in await body.inner_text()
    await hand.type(WORD)
    assert hand.cards[-1].words.startswith(TEXT)
    await hand.tap("Go on")
    assert "The team asks about 2 questions that you skipped." in hand.cards[-1].words
    await hand.tap("Answer some", "No", "Yes", "18 or over", "Yes, keep them", "None")
    await hand.tap("It has stopped")
    assert hand.cards[-1].words.startswith("Do you have a solicitor?")
    await hand.tap("Skip", "I agree")
    assert "Metropolitan" not in hand.cards[-1].words
    await hand.tap("Send", "Continue", "Clear this chat")


async def test_two_skipped_questions_come_back(browser: Browser, office: Office) -> None:
    """Ticked in the console, answered on the phone, read in the console beside the first."""
    ada, running = office.ada, office.whole.running
    queue = f"{office.whole.origin}/queue"
    await ada.goto(queue)
    async with phone_page(browser, office.whole.box.page_url()) as phone:
        hand = Hand(phone)
        await sent(hand)
        await arrived(office)
        first = ada.url.rpartition("/")[2]
        await ask(office)
        await at(running, TUESDAY, 10)
        await rounds(running)
        await ada.goto(queue)
        await answer_one(hand)
        await arrived(office)
    account = ada.locator("#account")
    await expect(account).to_contain_text("It has stopped")
    await expect(account).not_to_contain_text("Metropolitan")
    await expect(ada.locator(f'a[href$="/reports/{first}"]').first).to_be_visible()
