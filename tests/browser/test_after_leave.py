"""The whole service behind the phone page: what is left on a screen, and what old cards do."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from sandbox import MovedClock, serve
from tests.browser.chromium import faults_of, phone_page
from tests.browser.hand import LEAVE, Hand
from tests.browser.reports import ACCOUNT, arrive
from tests.browser.walking import through
from tests.service.running import Service, environment, service

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

FIRST_CARD = "This is an automated chat"
OWN_WORDS = [line.step for line in ACCOUNT].index("own_words")
CONDUCT = OWN_WORDS + 1


@pytest_asyncio.fixture(loop_scope="module")
async def running(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Service]:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    async with serve(clock=MovedClock()) as box:
        for name, value in environment(tmp_path, box.url).items():
            monkeypatch.setenv(name, value)
        async with service(tmp_path, box) as started:
            yield started


@pytest_asyncio.fixture(loop_scope="module")
async def page(browser: Browser, running: Service) -> AsyncIterator[Page]:
    async with phone_page(browser, running.box.page_url()) as opened:
        yield opened


async def test_a_hundred_messages_go(page: Page, running: Service) -> None:
    """After Leave the first card is all there is, though a hundred messages stood there."""
    hand = Hand(page)
    await through(hand, ACCOUNT[:OWN_WORDS])
    phone = running.box.phone()
    messages = [f"w{number}" for number in range(100)]
    await running.says(phone, *messages)
    await expect(page.locator("li.me")).to_have_count(100)
    assert await hand.own() == messages
    await hand.tap(LEAVE)
    await hand.alone()
    assert FIRST_CARD in (await hand.card()).words
    assert len(await phone.screen()) == 1
    assert await faults_of(page) == []


@pytest.mark.holds("T50")
async def test_axe_on_the_cards(page: Page) -> None:
    """An empty phone, and the card with the most options, ticked: axe finds nothing."""
    await page.get_by_role("button", name="Start", exact=True).wait_for()
    assert await faults_of(page) == []
    hand = Hand(page)
    await through(hand, ACCOUNT[:CONDUCT])
    await hand.tap("Kept contacting me")
    assert len(hand.cards[-1].labels) > 20
    assert await faults_of(page) == []


async def test_typed_answers_go(page: Page) -> None:
    """A typed answer goes from the screen at once, and the card moves on."""
    hand = Hand(page)
    await through(hand, arrive("No", "18 or over", "Answer some questions first"))
    await hand.tap("Yes, to me", "No")
    await hand.type("Swansea")
    await hand.alone()
    await hand.tap("South Wales Police", "Carry on")
    await hand.type("کل رات")
    await hand.alone()
    assert "Is it still happening" in hand.cards[-1].words
    assert "کل رات" not in hand.cards[-1].words


async def test_old_cards(page: Page, running: Service) -> None:
    """A press on a card that has moved on changes nothing, and says so for a moment."""
    hand = Hand(page)
    await through(hand, arrive("No", "18 or over", "Answer some questions first"))
    phone = running.box.phone()
    (card,) = await phone.screen()
    old = next(b.data for row in card.rows for b in row if b.text == "I saw it or know of it")
    await hand.tap("Yes, to me")
    assert old
    press = await phone.press(card.id, old)
    await expect(page.get_by_role("status")).to_have_text("That one is already noted.")
    await running.settled()
    assert phone.answered(press)
    assert await hand.card() == hand.cards[-1]
    await hand.tap("No")
    assert "Which police force" in hand.cards[-1].words
