"""From a report on the phone page to its end in the console, in a real Chromium.

The bot and its courier run in this process, so that time can pass; the console is its own process.
"""

import json
import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, expect

from tests.browser.chromium import phone_page
from tests.browser.hand import Hand
from tests.browser.keyboard import press_on, tab_to
from tests.browser.two_lawyers import Office, show, two_lawyers, unlock
from tests.intake.reading_pdf import text_of_pdf
from tests.service.running import ARRIVE, OUTLINE
from tests.service.writing import at, rounds

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.asyncio(loop_scope="module"),
]

OFFICER, WORD, TUESDAY = "PC Invented 4711", "harbour", 1
MESSAGE = "Thank you. Would Thursday at three suit you?"
MORE = "There is one more thing: <i>he kept the number</i>."


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def office(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Office]:
    async with two_lawyers(browser, tmp_path_factory.mktemp("whole")) as made:
        yield made


async def report(hand: Hand) -> str:
    """Send a report whose reporter may be written to in the chat; return its code."""
    await hand.start()
    await hand.tap(*ARRIVE, *OUTLINE[:-1], "Skip", "Send what I have", "I agree")
    await hand.type(OFFICER)
    await hand.tap("In this chat", "Yes", "Skip", "Skip", "2 weeks")
    await hand.type(WORD)
    await hand.tap("Yes")
    await hand.type("Ash")
    await hand.tap("Skip", "Skip", "Send", "Continue")
    found = re.search(r"\d{6} \d{7} \d{7}", hand.cards[-1].words)
    assert found
    await hand.tap("Go on", "Clear this chat")
    return found[0]


def newest(page: Page) -> Locator:
    """Return the rows that came into the list without a reload."""
    return page.locator("tr.arrived")


async def test_from_the_phone_to_the_end(browser: Browser, office: Office) -> None:
    """Sent, seen without a reload, checked, opened, answered, added to, copied, closed, audited."""
    running, ada, origin = office.whole.running, office.ada, office.whole.origin
    await ada.goto(f"{origin}/queue")
    async with phone_page(browser, office.whole.box.page_url()) as phone:
        hand = Hand(phone)
        code = await report(hand)
        await running.courier.round()
        await expect(newest(ada)).to_have_count(1, timeout=30_000)
        await newest(ada).get_by_role("link").click()
        report_id = ada.url.rpartition("/")[2]
        await checked_and_read(office)
        await message(ada)
        await at(running, TUESDAY, 10)
        await rounds(running)
        await read_the_note(hand)
        await running.courier.round()
        await ada.goto(f"{origin}/queue")
        await added(hand, code)
        await running.courier.round()
        await expect(newest(ada)).to_have_count(1, timeout=30_000)
        await addition(office)
    await two_people(office, report_id)
    await ada.goto(f"{origin}/reports/{report_id}")
    await unlock(ada, office.passphrase)
    await show(ada)
    await copies(ada)
    await close(ada)
    told = await office.whole.command("intake", "audit", "verify")
    assert "whole" in told.lower(), told


async def checked_and_read(office: Office) -> None:
    """Ben has to wait for the check; Ada makes it, with a key of its own, and both may read."""
    ada, ben = office.ada, office.ben
    await ben.goto(ada.url)
    await unlock(ben, "")
    await expect(ben.locator("#account")).to_contain_text("A conflict checker looks first.")
    await unlock(ada, office.passphrase)
    await ada.get_by_role("button", name="Open the conflict card").click()
    await expect(ada.locator("#account")).to_contain_text(OFFICER)
    await ada.get_by_role("button", name="No conflict").click()
    await show(ada)
    await expect(ada.locator("#account")).to_contain_text("Metropolitan Police")
    await expect(ada.locator("#account")).not_to_contain_text(OFFICER)
    await ben.reload()
    await show(ben)


async def message(page: Page) -> None:
    """Write to the reporter who asked to be reached in the chat."""
    await page.get_by_role("textbox", name="Message").fill(MESSAGE)
    await page.get_by_role("button", name="Send to the chat").click()
    await expect(page.locator("#opened")).to_contain_text("Not shown yet: 1")


async def read_the_note(hand: Hand) -> None:
    """A neutral line first; her word opens what staff wrote."""
    await hand.page.get_by_text("There is a note for you here.").wait_for()
    assert MESSAGE not in await hand.page.inner_text("body")
    await hand.tap("Show it")
    await hand.type(WORD)
    assert hand.cards[-1].words.startswith(MESSAGE)
    await hand.tap("Clear this note")


async def added(hand: Hand, code: str) -> None:
    """She adds something, by her code."""
    await hand.tap("More", "I have a code")
    await hand.type(code)
    await hand.tap("Add more", "No", "Yes", "18 or over", "Yes, keep them")
    await hand.tap("None", "What happened", "Continue", "In my own words")
    await hand.type(MORE)
    await hand.tap("That's all", "Skip", "Skip", "Carry on", "I agree", "Send")


async def addition(office: Office) -> None:
    """What she added is a line of its own, and her words are text."""
    ada = office.ada
    await newest(ada).get_by_role("link").click()
    await unlock(ada, office.passphrase)
    open_card = ada.get_by_role("button", name="Open the conflict card")
    show_it = ada.get_by_role("button", name="Show the report")
    await open_card.or_(show_it).first.wait_for()
    if await open_card.count():
        await open_card.click()
        await ada.get_by_role("button", name="No conflict").click()
    await show(ada)
    await expect(ada.locator("#account")).to_contain_text(MORE)


async def two_people(office: Office, report_id: str) -> None:
    """Ben asks to see the officer's details, Ada agrees; neither could alone."""
    ada, ben = office.ada, office.ben
    for page in (ben, ada):
        await page.goto(f"{office.whole.origin}/reports/{report_id}")
        await unlock(page, office.passphrase)
    await ben.get_by_text("Ask: see the officer's details").click()
    await ben.get_by_role("button", name="Ask a second person").first.click()
    await expect(ben.locator("#work")).to_contain_text("Waits for a second person.")
    await ada.reload()
    await ada.get_by_role("button", name="Agree", exact=True).click()
    await expect(ada.locator("#work")).to_contain_text("Agreed: Ada")
    await ben.reload()
    await expect(ben.locator("#work")).to_contain_text("Open the officer's details")


async def copies(page: Page) -> None:
    """JSON and HTML are downloads, the PDF is what the page prints; each bears who and when."""
    mark = re.compile(r"Copy made 20..-..-.., ..:.. UTC, by Ada")
    for button in ("Save as JSON", "Save as HTML"):
        async with page.expect_download() as saved:
            await page.get_by_role("button", name=button).click()
        text = read(await (await saved.value).path())
        assert mark.search(text)
        assert "Outline for making contact." in text
        assert OFFICER not in text
        if button.endswith("JSON"):
            assert json.loads(text)["report"]["contact"]["name_to_use"] == "Ash"
    await page.evaluate("globalThis.print = () => {}")
    await page.get_by_role("button", name="Print, or save as PDF").click()
    await page.locator("body.copying").wait_for()
    words = " ".join(text_of_pdf(await page.pdf()).split())
    assert mark.search(words)
    assert "Ash" in words
    assert "Outline for making contact. Not a witness statement." in words
    await page.evaluate("globalThis.dispatchEvent(new Event('afterprint'))")
    assert "Ash" not in text_of_pdf(await page.pdf())


def read(path: Path) -> str:
    """Return what was downloaded."""
    return path.read_text(encoding="utf-8")


async def close(page: Page) -> None:
    """Closed, with a reason from the list."""
    await page.get_by_label("New status").select_option("closed")
    await page.get_by_label("Reason", exact=True).first.select_option("finished")
    await page.get_by_role("button", name="Change the status").click()
    await expect(page.locator('[data-fact="status"]')).to_have_text("closed: finished")


async def test_with_the_keyboard_alone(office: Office) -> None:
    """Sign in, find a report, check it, read it, write a note, close it: no mouse is needed."""
    running, page = office.whole.running, office.ada
    await running.sent(2)
    await running.courier.round()
    await page.goto(f"{office.whole.origin}/queue")
    await press_on(page, "button", "Sign out")
    await page.wait_for_url("**/sign-in")
    await press_on(page, "button", "Sign in with a passkey")
    await page.wait_for_url("**/monday")
    await press_on(page, "link", "Reports")
    await page.wait_for_url("**/queue")
    newest = page.locator("tbody tr", has_text="not read").first
    short = await newest.get_by_role("link").inner_text()
    await press_on(page, "link", short)
    await page.wait_for_url("**/reports/*")
    await tab_to(page, "textbox", "Passphrase of your key")
    await page.keyboard.type(office.passphrase)
    await page.keyboard.press("Enter")
    await press_on(page, "button", "Open the conflict card")
    await press_on(page, "button", "No conflict")
    await press_on(page, "button", "Show the report")
    await page.get_by_role("heading", name="Making contact safely").wait_for()
    await tab_to(page, "textbox", "Note")
    await page.keyboard.type("Rang once. No answer.")
    await press_on(page, "button", "Keep the note")
    await expect(page.locator("#work")).to_contain_text("Rang once. No answer.")
    await tab_to(page, "combobox", "New status")
    await page.keyboard.type("closed")
    await tab_to(page, "combobox", "Reason")
    await page.keyboard.press("ArrowDown")
    await press_on(page, "button", "Change the status")
    await expect(page.locator('[data-fact="status"]')).to_contain_text("closed")
