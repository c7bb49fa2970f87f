"""What does not open whole is named plainly on the page, and nothing of it is shown."""

import json
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from intake import age
from intake.envelope import seal
from intake.recipients import Recipient, Recipients
from tests.browser.report_desk import ReportDesk, report_desk
from tests.intake.sample import ACCOUNT, conflict, summary, triage

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

WORDS = ACCOUNT.splitlines()[0]
ALTERED, DAMAGED, WRONG_KEY, FUTURE, SWAPPED = (
    "4a" * 16,
    "4b" * 16,
    "4c" * 16,
    "4d" * 16,
    "4e" * 16,
)


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def desk(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[ReportDesk]:
    async with report_desk(tmp_path_factory.mktemp("desk")) as served:
        yield served


def _place(desk: ReportDesk) -> None:
    """Put a report of each kind into the store."""
    desk.place(ALTERED)
    desk.alter(ALTERED, priority=4, due_week=None)
    desk.place(DAMAGED)
    desk.alter(DAMAGED, envelope=seal(summary(triage(DAMAGED)), conflict(), desk.recipients))
    stranger = Recipient("Stranger", age.new_identity().public_key)
    spare = Recipient("Spare", age.new_identity().public_key, recovery=True)
    others = Recipients((stranger, spare), (stranger, spare))
    sealed = seal(summary(triage(WRONG_KEY)), conflict(), others)
    desk.place_sealed(triage(WRONG_KEY), sealed)
    later = {**summary(triage(FUTURE)), "schema_version": 2}
    keys = [one.key for one in desk.recipients.queue]
    desk.place_sealed(triage(FUTURE), age.seal_to(keys, json.dumps(later).encode().ljust(16384)))
    desk.place_sealed(
        triage(SWAPPED), seal(summary(triage("4f" * 16)), conflict(), desk.recipients)
    )


async def test_each_fault_is_named_and_nothing_is_half_shown(
    browser: Browser, desk: ReportDesk
) -> None:
    """Damaged, another key, the future, another report's: each has its sentence and no word."""
    _place(desk)
    async with desk.window(browser, "Ben") as page:
        await desk.unlock(page, ALTERED)
        await _ask(page)
        warning = page.get_by_role("alert").filter(has_text="Do not rely on this report yet")
        await expect(warning).to_contain_text(
            "priority: the store says 4, the sealed report says 2."
        )
        await expect(warning).to_contain_text("due_week: the store says nothing")
        await expect(page.locator("#account")).to_contain_text("2 differ: see above")
        for report_id, words in (
            (DAMAGED, "This file is damaged"),
            (WRONG_KEY, "not sealed to this identity"),
            (FUTURE, "made by a newer version"),
            (SWAPPED, "another report's"),
        ):
            await page.goto(f"{desk.office.origin}/reports/{report_id}")
            await _ask(page)
            told = page.get_by_role("alert").filter(has_text="This report cannot be opened")
            await expect(told).to_contain_text(words)
            body = await page.inner_text("body")
            assert WORDS not in body
            assert "020 7946 0018" not in body
            assert await page.get_by_role("button", name="Save as JSON").count() == 0


async def test_a_wrong_passphrase_says_so(browser: Browser, desk: ReportDesk) -> None:
    """A wrong passphrase opens nothing and tells so; the right one still does."""
    desk.place("5a" * 16)
    async with desk.window(browser, "Ada") as page:
        await page.goto(f"{desk.office.origin}/reports/{'5a' * 16}")
        await page.get_by_label("Passphrase of your key").fill("not the one that it is")
        await page.get_by_role("button", name="Unlock", exact=True).press("Enter")
        told = page.get_by_role("alert").filter(has_text="does not open the key")
        await expect(told).to_be_visible(timeout=60_000)
        await desk.unlock(page, "5a" * 16)
        await _ask(page)
        await expect(page.locator("#account")).to_contain_text("Which of these were part of it?")


async def _ask(page: Page) -> None:
    await page.get_by_role("button", name="Show the report").click()
