"""One report's page in a real Chromium: opened there, and worked on by the store's rules."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from tests.browser.chromium import faults_of
from tests.browser.report_desk import ReportDesk, report_desk
from tests.intake.sample import ACCOUNT, URDU

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def desk(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[ReportDesk]:
    async with report_desk(tmp_path_factory.mktemp("desk")) as served:
        yield served


async def show(page: Page) -> None:
    """Press what shows the report, and open what is behind a further tap."""
    await page.get_by_role("button", name="Show the report").click()
    await page.get_by_role("heading", name="Making contact safely").wait_for()
    for closed in await page.locator("#account details > summary", has_text="Show this part").all():
        await closed.click()


async def test_the_check_comes_before_the_account(browser: Browser, desk: ReportDesk) -> None:
    """Unchecked, a reader is told to wait, a checker sees the card alone; then both may read."""
    report_id = "1a" * 16
    desk.place(report_id, checked=False)
    async with desk.window(browser, "Ada") as ada, desk.window(browser, "Ben") as ben:
        await desk.unlock(ben, report_id)
        await expect(ben.locator("#account")).to_contain_text("A conflict checker looks first.")
        assert await ben.get_by_role("button", name="Show the report").count() == 0
        await desk.unlock(ada, report_id)
        await ada.get_by_role("button", name="Open the conflict card").click()
        await expect(ada.locator("#account")).to_contain_text("PC Invented")
        assert await faults_of(ada) == []
        assert ACCOUNT.splitlines()[0] not in await ada.inner_text("body")
        assert desk.acts(report_id)[-1] == "conflict_viewed"
        await ada.get_by_role("button", name="No conflict").click()
        await show(ada)
        await expect(ada.locator("#account")).to_contain_text(ACCOUNT.splitlines()[0])
        await ben.reload()
        await show(ben)
        await expect(ben.locator("#account")).to_contain_text(URDU)
        assert await faults_of(ben) == []
        await expect(ada.locator('[data-fact="word"]')).to_have_text("read")
        await ben.screenshot(path="/tmp/report-ben.png", full_page=True)
        await ben.set_viewport_size({"width": 360, "height": 740})
        await ben.screenshot(path="/tmp/report-phone.png", full_page=True)
        assert await ben.title() == "Report - Candour"
