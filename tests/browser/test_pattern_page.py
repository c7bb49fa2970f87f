"""The pattern page in a real Chromium: forty reports opened, compared, counted, told apart."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect
from sqlalchemy import update

from intake.tables import approvals
from tests.browser.chromium import faults_of
from tests.browser.pattern_reports import OFFICERS, Placed, place_forty
from tests.browser.report_desk import PASSPHRASE, ReportDesk, report_desk
from tests.browser.served_console import PHONE
from tests.console.staffing import START, invited

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

OPEN, DIFFER = "Open the reports", "Not the same"
WIDER = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def desk(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[ReportDesk]:
    async with report_desk(tmp_path_factory.mktemp("desk")) as opened:
        yield opened


@pytest.fixture(scope="module")
def placed(desk: ReportDesk) -> list[Placed]:
    return place_forty(desk)


def agree(desk: ReportDesk) -> None:
    """Let a second person say yes to whatever was asked."""
    second, _ = invited(desk.office, "Sue", "supervisor")
    given = {"answered_by": second, "answered": START, "granted": True, "expires": START + 40_000}
    with desk.office.engine.begin() as connection:
        connection.execute(update(approvals).values(**given))


async def unlock(page: Page, desk: ReportDesk) -> None:
    """Go to the page and unlock the key there."""
    await page.goto(f"{desk.office.origin}/patterns")
    await page.get_by_label("Passphrase of your key").fill(PASSPHRASE)
    await page.get_by_role("button", name="Unlock", exact=True).click()
    await page.get_by_role("button", name=OPEN).wait_for(timeout=60_000)


async def open_all(page: Page) -> None:
    """Open the reports."""
    await page.get_by_role("button", name="Open the").click()
    await expect(page.locator("#progress-words")).to_have_text("41 reports are open.")


async def test_alone_she_counts_and_compares_nobody(
    browser: Browser, desk: ReportDesk, placed: list[Placed]
) -> None:
    """A reader sees timeline and counts; no officer's name is on her page."""
    assert len(placed) == 40
    async with desk.window(browser, "Ben", PHONE) as page:
        await unlock(page, desk)
        await open_all(page)
        await expect(page.locator("#charts .chart")).to_have_count(4)
        words = await page.locator("main").inner_text()
        assert "Halloran" not in words
        assert "conflict checkers only" in words
        assert not await page.evaluate(WIDER)
        assert await faults_of(page) == []


async def test_with_a_second_person_officers_are_compared(
    browser: Browser, desk: ReportDesk, placed: list[Placed]
) -> None:
    """The six reports hang together, each pair with its reasons; the other Halloran does not."""
    names = {one.report_id[:8]: one.name for one in placed}
    async with desk.window(browser, "Ada") as page:
        await unlock(page, desk)
        await open_all(page)
        assert await page.locator("#links table").count() == 0
        await page.get_by_role("button", name="Ask a second person").click()
        await page.get_by_role("button", name="Look again").wait_for()
        agree(desk)
        await page.get_by_role("button", name="Look again").click()
        await expect(page.get_by_text("Sue agreed.")).to_be_visible()
        await open_all(page)
        await expect(page.get_by_text("6 reports, joined link by link")).to_be_visible()
        # The addition is compared as one with the report it adds to.
        await expect(page.get_by_text("40 reports compared")).to_be_visible()
        await expect(page.get_by_text("registration begins alike (QX19)")).to_be_visible()
        linked = {names[one] for one in await page.locator("#links code").all_inner_texts()}
        assert linked == set(OFFICERS) - {"rowan"}
        await expect(page.get_by_text("same number 4471").first).to_be_visible()
        await expect(page.get_by_text("names sound alike: Mark Hall").first).to_be_visible()
        assert await faults_of(page) == []
        await _tell_apart(page)
        await _filter_and_copy(page)


async def _tell_apart(page: Page) -> None:
    """Saying "not the same" takes one pair away for good, until somebody takes it back."""
    before = await page.locator("#links tbody tr").count()
    await page.get_by_role("button", name=DIFFER).last.click()
    await page.get_by_role("dialog").get_by_role("button", name=DIFFER).click()
    await expect(page.locator("#links tbody tr")).to_have_count(before - 1)
    await expect(page.get_by_text("Left out: 1 of which somebody said")).to_be_visible()
    await page.get_by_text("Pairs that were left out").click()
    await page.get_by_role("button", name="Take “not the same” back").click()
    await expect(page.locator("#links tbody tr")).to_have_count(before)
    await expect(page.get_by_text("Left out:")).to_have_count(0)
    await page.get_by_role("button", name=DIFFER).last.click()
    await page.get_by_role("dialog").get_by_role("button", name=DIFFER).click()
    await expect(page.locator("#links tbody tr")).to_have_count(before - 1)
    await page.get_by_role("button", name="Open them again").click()
    await expect(page.locator("#progress-words")).to_have_text("41 reports are open.")
    await expect(page.locator("#links tbody tr")).to_have_count(before - 1)


async def _filter_and_copy(page: Page) -> None:
    """A filter counts anew, and the sentence says what was counted."""
    await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await page.locator("#filter").get_by_label("Force").select_option(label="Metropolitan Police")
    await expect(page.locator("#copy-text")).to_contain_text("name Metropolitan Police")
    await page.get_by_role("button", name="Copy").click()
    await expect(page.get_by_role("button", name="Copied")).to_be_visible()
    copied = await page.evaluate("navigator.clipboard.readText()")
    assert copied == await page.locator("#copy-text").inner_text()
    assert "not a sample, and not findings" in copied


async def test_a_report_that_does_not_open_is_named_and_not_counted(
    browser: Browser, desk: ReportDesk, placed: list[Placed]
) -> None:
    """A damaged envelope stops nothing: the page says which one, and goes on."""
    desk.alter(placed[-1].report_id, envelope=b"age-encryption.org/v1\n" + bytes(17_000))
    async with desk.window(browser, "Ben") as page:
        await unlock(page, desk)
        await page.get_by_role("button", name=OPEN).click()
        words = "40 reports are open. 1 could not be opened."
        await expect(page.locator("#progress-words")).to_have_text(words)
        await expect(page.locator("#told")).to_contain_text("are not counted")
