"""No button of any card is too narrow for its words on a phone of 360 px."""

from datetime import date

import pytest
from playwright.async_api import Browser

from flows.commands.walking import INVENTED
from flows.loading import load_flow
from flows.setting import Languages, Setting
from flows.wording import wording
from locales import ANY, offered
from sandbox import FIRST_PHONE, serve
from sandbox.messages import Button
from tests.browser.chromium import cut_labels, phone_page
from tests.browser.every_card import every_card

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

FLOW = load_flow().flow
# Whatever the sandbox offers: every catalog that is whole, drafts too.
LANGUAGES = offered({ANY}, wording(FLOW))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.holds("T50")
async def test_no_label_is_cut(browser: Browser, language: str) -> None:
    """In every language, every button of every card shows its whole label on one line."""
    names = {name: catalog.name for name, catalog in LANGUAGES.items()}
    setting = Setting(date(2026, 11, 2), INVENTED, Languages(LANGUAGES), names)
    async with serve() as box:
        chat = box.phone().chat
        for shown in every_card(FLOW, setting, language):
            rows = tuple(tuple(Button(one.label, "x") for one in row) for row in shown.rows)
            box.world.chats.post(
                chat, FIRST_PHONE, f"{shown.step}\n{shown.text}", from_bot=True, keyboard=rows
            )
        async with phone_page(browser, box.page_url()) as page:
            await page.locator("li.bot").last.wait_for()
            assert await page.locator("li.bot").count() == len(chat.messages) > len(FLOW.steps)
            assert sorted(set(await cut_labels(page))) == []
