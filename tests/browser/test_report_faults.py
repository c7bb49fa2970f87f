"""What cannot be opened, or is not what it was: named on the page, and nothing half-shown."""

import json
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from intake import age
from intake.boundary import envelope_hash
from intake.envelope import seal
from tests.browser.report_desk import ReportDesk, report_desk
from tests.intake.sample import ACCOUNT, Readers, conflict, summary, triage

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]
WORDS = (ACCOUNT.splitlines()[0], "020 7946 0018", "PC Invented")


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def desk(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[ReportDesk]:
    async with report_desk(tmp_path_factory.mktemp("desk")) as served:
        yield served


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def page(browser: Browser, desk: ReportDesk) -> AsyncIterator[Page]:
    """Ben's window, his key unlocked."""
    async with desk.window(browser, "Ben") as window:
        desk.place("ab" * 16)
        await desk.unlock(window, "ab" * 16)
        yield window


def sealed(desk: ReportDesk, report_id: str, **changes: object) -> bytes:
    """Return this report, sealed to the team."""
    return seal(summary(triage(report_id), **changes), conflict(), desk.recipients)


async def told(page: Page, desk: ReportDesk, report_id: str) -> str:
    """Try to show a report; return what the page says on top of it."""
    await page.goto(f"{desk.office.origin}/reports/{report_id}")
    await page.get_by_role("button", name="Show the report").click()
    alarm = page.locator("#alarm")
    await expect(alarm).to_contain_text("eport")
    return await alarm.inner_text()


async def nothing_is_shown(page: Page) -> None:
    """See that no part of the report stands anywhere on the page."""
    text = await page.inner_text("body")
    assert [one for one in WORDS if one in text] == []
    assert "Making contact safely" not in text
    assert await page.get_by_role("button", name="Save as HTML").count() == 0


async def test_a_wrong_passphrase(browser: Browser, desk: ReportDesk) -> None:
    """It is named, the key stays locked, and the right one still works."""
    desk.place("cd" * 16)
    async with desk.window(browser, "Ada") as window:
        await window.goto(f"{desk.office.origin}/reports/{'cd' * 16}")
        await window.get_by_label("Passphrase of your key").fill("not these words at all")
        await window.get_by_role("button", name="Unlock", exact=True).click()
        wrong = window.get_by_text("This passphrase does not open the key.")
        await expect(wrong.first).to_be_visible(timeout=30_000)
        await nothing_is_shown(window)
        await desk.unlock(window, "cd" * 16)
        await window.get_by_role("button", name="Show the report").click()
        await expect(window.locator("#account")).to_contain_text("When")


async def test_what_does_not_open(page: Page, desk: ReportDesk) -> None:
    """Another's key, damage, another's envelope, a later version: each has its sentence."""
    ids = [f"{number:032x}" for number in range(1, 6)]
    for one in ids:
        desk.place_sealed(triage(one), sealed(desk, one))
    whole = sealed(desk, ids[1])
    keys = [one.key for one in desk.recipients.queue]
    later = json.dumps({**summary(triage(ids[3])), "schema_version": 2}).encode().ljust(16384)
    stranger = Readers().recipients
    for report_id, envelope, sentence in (
        (
            ids[0],
            seal(summary(triage(ids[0])), conflict(), stranger),
            "not sealed to this identity",
        ),
        (ids[1], whole[:-9] + bytes([whole[-9] ^ 1]) + whole[-8:], "is damaged"),
        (ids[2], sealed(desk, "ee" * 16), "another report's"),
        (ids[3], age.seal_to(keys, later), "newer version"),
        (ids[4], whole[:400], "is damaged"),
    ):
        desk.alter(report_id, envelope=envelope, envelope_hash=envelope_hash(envelope))
        said = await told(page, desk, report_id)
        assert "This report cannot be opened" in said
        assert sentence in said, said
        await nothing_is_shown(page)


async def test_columns_that_were_altered(page: Page, desk: ReportDesk) -> None:
    """A changed priority is told on top, by name, beside the report that was sealed."""
    report_id = "fa" * 16
    desk.place(report_id)
    desk.alter(report_id, priority=4)
    said = await told(page, desk, report_id)
    assert "Do not rely on this report yet" in said
    assert "priority: the store says 4, the sealed report says 2." in said


async def test_an_envelope_changed_after_it_was_taken_in(page: Page, desk: ReportDesk) -> None:
    """The hash of the day it arrived gives a changed envelope away, though it opens."""
    report_id = "fb" * 16
    desk.place(report_id)
    desk.alter(report_id, envelope=sealed(desk, report_id, priority=1))
    assert "is damaged" in await told(page, desk, report_id)
    await nothing_is_shown(page)
