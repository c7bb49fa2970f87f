"""The auditor's page: with scripts it changes in place, without them it is the same page."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from console.office import Office
from intake.audit import record
from tests.browser.chromium import faults_of
from tests.browser.keyboard import press_on
from tests.browser.served_console import served_console, window
from tests.browser.test_sign_in import enrol
from tests.console.staffing import Clock

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

LINKS = 230
"""More than two pages of them."""


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest_asyncio.fixture(loop_scope="module")
async def office(tmp_path: Path, clock: Clock) -> AsyncIterator[Office]:
    async with served_console(tmp_path, clock) as served:
        with served.engine.begin() as connection:
            for number in range(LINKS):
                record(
                    connection,
                    served.now(),
                    "terminal",
                    "listed" if number % 2 else "viewed",
                    count=number,
                )
        yield served


async def audit(page: Page, office: Office) -> None:
    """Come to the page as an auditor; a mark in it is gone once it is loaded anew."""
    await enrol(page, office, "Dai", "auditor")
    await page.goto(f"{office.origin}/audit")
    await page.wait_for_selector("#older [data-htmx-powered]")
    await page.evaluate("globalThis.sameLoading = true")


async def numbers(page: Page) -> list[int]:
    """Return the numbers of the links that are shown."""
    return [int(one) for one in await page.locator("#links tbody th").all_inner_texts()]


async def test_older_links_are_added_below(browser: Browser, office: Office) -> None:
    """Older links come under those she reads, told aloud, with the focus where she reads on."""
    async with window(browser, office) as page:
        await audit(page, office)
        first = await numbers(page)
        await press_on(page, "link", "Older")
        await expect(page.locator("#links tbody tr")).to_have_count(200)
        shown = await numbers(page)
        assert shown[:100] == first
        assert shown == list(range(shown[0], shown[0] - 200, -1))
        await expect(page.locator("#told")).to_have_text(
            f"Links {shown[100]} to {shown[199]}, the newest first."
        )
        assert await page.locator("#told").get_attribute("role") == "status"
        await expect(page.locator("#links tbody tr").nth(100)).to_be_focused()
        assert await faults_of(page) == []
        await press_on(page, "link", "Older")
        await expect(page.get_by_role("link", name="Older")).to_have_count(0)
        assert (await numbers(page))[-1] == 1
        assert await page.evaluate("globalThis.sameLoading")
        assert page.url == f"{office.origin}/audit"


async def test_filters_change_the_list_alone(browser: Browser, office: Office) -> None:
    """The list is exchanged, the address is that of the plain form, and back leads back."""
    async with window(browser, office) as page:
        await audit(page, office)
        await page.get_by_text("Filters", exact=True).click()
        await page.get_by_label("Did what").select_option("listed")
        await press_on(page, "button", "Show")
        await expect(page.locator("#told")).to_contain_text(f"Links {LINKS} to ")
        await expect(page.get_by_role("button", name="Show")).to_be_focused()
        assert page.url == f"{office.origin}/audit?who=&act=listed&about="
        shown = await page.locator("#links tbody td:nth-of-type(3)").all_inner_texts()
        assert set(shown) == {"looked at the list of reports"}
        assert await page.evaluate("globalThis.sameLoading")
        assert await faults_of(page) == []
        await page.get_by_label("Did what").select_option("deleted")
        await page.get_by_role("button", name="Show").click()
        await expect(page.locator("#told")).to_have_text("Nothing fits.")
        await page.go_back()
        await expect(page.locator("#links tbody tr")).to_have_count(100)
        await expect(page.get_by_label("Did what")).to_have_value("listed")
        await page.go_back()
        await expect(page.get_by_label("Did what")).to_have_value("")
        assert page.url == f"{office.origin}/audit"


async def test_signed_out_meanwhile(browser: Browser, office: Office, clock: Clock) -> None:
    """What is refused is no part of a list: the browser goes where the link leads."""
    async with window(browser, office, expected=("status of 401",)) as page:
        await audit(page, office)
        clock.at += 16 * 60
        await page.get_by_role("link", name="Older").click()
        await page.wait_for_url(f"{office.origin}/sign-in")


async def test_without_scripts(browser: Browser, office: Office) -> None:
    """The same links and the same form, page by page."""
    async with window(browser, office) as page:
        await audit(page, office)
        state = await page.context.storage_state()
        context = await browser.new_context(java_script_enabled=False, storage_state=state)
        plain = await context.new_page()
        await plain.goto(f"{office.origin}/audit")
        newest = await numbers(plain)
        await plain.get_by_role("link", name="Older").click()
        await plain.wait_for_url(f"**/audit?before={newest[-1]}")
        assert (await numbers(plain))[0] == newest[-1] - 1
        await plain.get_by_text("Filters", exact=True).click()
        await plain.get_by_label("Did what").select_option("viewed")
        await plain.get_by_role("button", name="Show").click()
        await plain.wait_for_url("**/audit?who=&act=viewed&about=")
        assert len(await numbers(plain)) == 100
        await context.close()
