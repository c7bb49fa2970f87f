"""The phone page in a real Chromium: what it shows, what it takes, and whom it leaves out."""

import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Literal

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect
from telegram import Bot, CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup

from sandbox import FIRST_PHONE, Phone, Sandbox, serve
from tests.browser.chromium import cut_labels, faults_of, phone_page

# One browser serves the module, so everything here runs on the module's event loop.
pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

ENGLISH = (["Yes", "Not sure"], ["No", "It is a work phone"], ["Back", "Help", "Leave"])
URDU = (["ہاں", "نہیں"], ["مدد", "واپس", "چھوڑ دیں"])
URDU_QUESTION = "کیا کوئی اور یہ فون کھول سکتا ہے؟"


def markup(*rows: list[str]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(text, callback_data=text) for text in row] for row in rows]
    )


@pytest_asyncio.fixture(loop_scope="module")
async def box() -> AsyncIterator[Sandbox]:
    async with serve() as started:
        yield started


@pytest_asyncio.fixture(loop_scope="module")
async def bot(box: Sandbox) -> AsyncIterator[Bot]:
    async with Bot(box.token, base_url=box.base_url) as connected:
        yield connected


@pytest_asyncio.fixture(loop_scope="module")
async def page(browser: Browser, box: Sandbox) -> AsyncIterator[Page]:
    """The first phone at 360 px; whatever the browser complains of fails the test."""
    async with phone_page(browser, box.page_url()) as opened:
        yield opened


@pytest_asyncio.fixture(loop_scope="module")
async def phone(box: Sandbox, page: Page) -> Phone:
    """The phone on the page, with Start pressed there."""
    await page.get_by_role("button", name="Start").click()
    shown = box.phone()
    await shown.until(lambda screen: [message.text for message in screen] == ["/start"])
    return shown


async def shows(phone: Phone, count: int) -> None:
    """Wait until the phone shows so many messages."""
    await phone.until(lambda screen: len(screen) == count)


async def test_a_conversation(box: Sandbox, bot: Bot, page: Page, phone: Phone) -> None:
    """A card comes, is tapped, is edited in place, and goes, all without a reload."""
    card = await bot.send_message(phone.user_id, "Is it safe now?", reply_markup=markup(*ENGLISH))
    await page.get_by_role("button", name="Not sure").click()
    await box.until(lambda: box.updates.unconfirmed == 2)
    *_, pressed = await bot.get_updates()
    assert pressed.callback_query
    await pressed.callback_query.answer("Kept.")
    await expect(page.get_by_role("status")).to_have_text("Kept.")
    await card.edit_text("Thank you.")
    await expect(page.get_by_text("Thank you.")).to_be_visible()
    await expect(page.get_by_text("edited")).to_be_visible()
    await expect(page.get_by_role("button", name="Not sure")).to_have_count(0)
    await card.delete()
    await expect(page.get_by_text("Thank you.")).to_have_count(0)


async def test_copying(bot: Bot, box: Sandbox, page: Page, phone: Phone) -> None:
    """A button that copies puts its text on the clipboard, says so, and tells the bot nothing."""
    await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    copies = InlineKeyboardButton("Copy the code", copy_text=CopyTextButton("123456 7890"))
    waiting = box.updates.unconfirmed
    await bot.send_message(
        phone.user_id, "Your code", reply_markup=InlineKeyboardMarkup([[copies]])
    )
    await page.get_by_role("button", name="Copy the code").click()
    await expect(page.get_by_role("status")).to_have_text("Copied")
    assert await page.evaluate("navigator.clipboard.readText()") == "123456 7890"
    assert box.updates.unconfirmed == waiting
    await page.context.clear_permissions()
    await page.evaluate("navigator.clipboard.writeText = () => Promise.reject(Error()); 0")
    await page.get_by_role("button", name="Copy the code").click()
    await expect(page.get_by_role("status")).to_contain_text("does not let the page copy")


async def test_typing_and_changing(page: Page, phone: Phone) -> None:
    """Words are sent with Enter, changed with Edit and taken back with Delete, by keyboard."""
    await page.get_by_role("textbox", name="Message").fill("two\nlines")
    await page.keyboard.press("Enter")
    await phone.until(lambda screen: screen[-1].text == "two\nlines")
    await page.locator("li", has_text="two").get_by_role("button", name="Edit").press("Enter")
    await page.get_by_role("textbox", name="Message").fill("one line")
    await page.get_by_role("button", name="Send", exact=True).click()
    await phone.until(lambda screen: screen[-1].text == "one line" and screen[-1].edited)
    await page.locator("li", has_text="one").get_by_role("button", name="Delete").press("Enter")
    await phone.until(lambda screen: len(screen) == 1)
    await expect(page.get_by_text("one line")).to_have_count(0)


async def test_markup_stays_words(bot: Bot, page: Page, phone: Phone) -> None:
    """Words that look like markup are shown as they are."""
    words = "<img src=x onerror=alert(1)><b>bold</b> &amp; _x_"
    await bot.send_message(phone.user_id, words)
    await expect(page.get_by_text(words)).to_be_visible()


async def test_invented_things(page: Page, phone: Phone) -> None:
    """Everything in the attach menu can be sent."""
    labels = ("Sticker", "Photo", "Voice note", "Document", "Location", "Contact")
    for count, label in enumerate((*labels, "Forwarded message"), start=2):
        await page.locator("#attach summary").click()
        await page.get_by_role("button", name=label).click()
        await shows(phone, count)
    kinds = [shown.kind for shown in await phone.screen()][1:]
    assert kinds == [
        *("sticker", "photo", "voice", "document", "location", "contact"),
        "forward",
    ]


async def test_commands(bot: Bot, page: Page, phone: Phone) -> None:
    """The commands that the bot has set can be chosen from a menu, with the keyboard alone."""
    await bot.set_my_commands([("help", "Where to find help")])
    menu = page.locator("#commands summary")
    await menu.press("Enter")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await phone.until(lambda screen: screen[-1].text == "/help")


async def test_focus_survives_an_edit(bot: Bot, page: Page, phone: Phone) -> None:
    """Whoever walks by keyboard keeps their place when the card is edited under them."""
    card = await bot.send_message(phone.user_id, "One", reply_markup=markup(["Skip", "Help"]))
    await page.get_by_role("button", name="Help").focus()
    await card.edit_text("Two", reply_markup=markup(["Skip", "Help"]))
    await expect(page.get_by_text("Two")).to_be_visible()
    await expect(page.get_by_role("button", name="Help")).to_be_focused()


async def test_several_phones(browser: Browser, box: Sandbox, page: Page, phone: Phone) -> None:
    """A second phone is another person with an empty chat."""
    assert await page.get_by_role("link", name="Open phone 2").get_attribute("href") == "/?phone=2"
    second = await browser.new_page()
    await second.goto(f"{box.url}/?phone=2")
    await second.get_by_role("button", name="Start").click()
    await box.phone(FIRST_PHONE + 1).until(lambda screen: len(screen) == 1)
    assert len(await phone.screen()) == 1


async def test_alert(bot: Bot, page: Page, phone: Phone) -> None:
    """An answer that asks for it stays until it is closed."""
    press = await phone.press(1, "x")
    await bot.answer_callback_query(press, "Please read this.", show_alert=True)
    await expect(page.get_by_role("dialog")).to_contain_text("Please read this.")
    await page.get_by_role("button", name="OK").click()
    await expect(page.get_by_role("dialog")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
async def test_axe_finds_nothing(
    bot: Bot, page: Page, phone: Phone, scheme: Literal["light", "dark"], width: int
) -> None:
    """Empty, full, in Urdu, with an open menu or an alert: axe finds nothing to complain of."""
    await page.emulate_media(color_scheme=scheme)
    await page.set_viewport_size({"width": width, "height": 800})
    await bot.set_my_description("What an empty chat shows.")
    await phone.clear()
    await expect(page.get_by_text("What an empty chat shows.")).to_be_visible()
    assert await faults_of(page) == []
    await phone.send_photo("with words")
    await bot.send_message(phone.user_id, "Is it safe now?", reply_markup=markup(*ENGLISH))
    await bot.send_message(phone.user_id, URDU_QUESTION, reply_markup=markup(*URDU))
    await bot.answer_callback_query(await phone.press(1, "x"), "A line for a moment.")
    await page.locator("#attach summary").click()
    await page.locator("li.me").first.click()
    await expect(page.get_by_role("status")).to_have_text("A line for a moment.")
    assert await faults_of(page) == []
    await bot.answer_callback_query(await phone.press(1, "x"), "Read.", show_alert=True)
    await expect(page.get_by_role("dialog")).to_be_visible()
    assert await faults_of(page) == []


async def test_axe_finds_a_planted_fault(page: Page, phone: Phone) -> None:
    """The same check finds a button without a name."""
    await page.evaluate("document.querySelector('main').append(document.createElement('button'))")
    assert await faults_of(page) == ["button-name"]
    assert phone.chat.open


async def test_direction_and_width(bot: Bot, page: Page, phone: Phone) -> None:
    """Right-to-left words stand right, long words wrap, and nothing is wider than 360 px."""
    await bot.send_message(phone.user_id, URDU_QUESTION, reply_markup=markup(*URDU))
    await bot.send_message(phone.user_id, "w" * 300, reply_markup=markup(["x" * 60, "y" * 60]))
    words = page.locator("li.bot").first.locator(".words")
    assert await words.evaluate("e => getComputedStyle(e).direction") == "rtl"
    yes = await page.get_by_role("button", name="ہاں").bounding_box()
    no = await page.get_by_role("button", name="نہیں").bounding_box()
    assert yes
    assert no
    assert yes["x"] > no["x"]
    assert await page.evaluate("document.documentElement.scrollWidth") == 360
    for button in await page.locator(".row button").all():
        box = await button.bounding_box()
        assert box
        assert box["height"] >= 44


async def test_long_labels_are_cut(bot: Bot, page: Page, phone: Phone) -> None:
    """A label longer than its button is cut, as on the phone; one that fits is not."""
    await bot.send_message(phone.user_id, "Cut?", reply_markup=markup(["y" * 60], ["Yes", "No"]))
    await page.get_by_role("button", name="Yes").wait_for()
    assert await cut_labels(page) == ["y" * 60]


async def test_policy_is_enforced(browser: Browser, box: Sandbox) -> None:
    """The page has no way to turn words into markup: its policy refuses it."""
    page = await browser.new_page()
    await page.goto(box.page_url())
    with pytest.raises(Exception, match=re.compile("TrustedHTML|Trusted Type")):
        await page.evaluate("document.body.innerHTML = '<p>x</p>'")


async def test_second_start(browser: Browser, tmp_path: Path) -> None:
    """A page that was left open finds its chat again when the sandbox is started again."""
    page = await browser.new_page()
    async with serve(home=tmp_path) as first:
        await first.phone().say("said before")
        await page.goto(first.page_url())
        await expect(page.get_by_text("said before")).to_be_visible()
        port = int(first.url.rpartition(":")[2])
    await expect(page.get_by_text("waiting for the sandbox")).to_be_visible()
    async with serve(home=tmp_path, port=port) as second:
        await second.phone().say("said after")
        await expect(page.get_by_text("said after")).to_be_visible()
        await expect(page.get_by_text("said before")).to_be_visible()
    await page.close()
