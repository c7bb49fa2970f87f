from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from console.office import Office
from console.signin.invitation import link
from tests.browser.chromium import faults_of
from tests.browser.served_console import DESK, PHONE, served_console, window
from tests.console.staffing import Clock, invited

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]
# What Chromium itself says of an answer that is no success.
REFUSALS = ("status of 401", "status of 403")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest_asyncio.fixture(loop_scope="module")
async def office(tmp_path: Path, clock: Clock) -> AsyncIterator[Office]:
    async with served_console(tmp_path, clock) as served:
        yield served


async def enrol(page: Page, office: Office, name: str = "Ada", role: str = "caseworker") -> str:
    """Use a one-time link; return her staff id. She is signed in then."""
    staff_id, token = invited(office, name, role)  # type: ignore[arg-type]  # a role's name
    await page.goto(link(office.origin, token))
    await page.get_by_role("button", name="Make my passkey").click()
    await page.wait_for_url(f"{office.origin}/account")
    return staff_id


@pytest.mark.parametrize("size", [PHONE, DESK])
async def test_from_the_link_to_signing_in_again(
    browser: Browser, office: Office, size: tuple[int, int]
) -> None:
    """A link makes a passkey; signed out, the passkey signs in. The secret leaves the address."""
    async with window(browser, office, size) as page:
        staff_id, token = invited(office)
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url + str(request.headers)))
        await page.goto(link(office.origin, token))
        assert await faults_of(page) == []
        assert page.url == f"{office.origin}/invitation"
        await page.get_by_role("button", name="Make my passkey").press("Enter")
        await page.wait_for_url(f"{office.origin}/account")
        assert not any(token in one for one in asked)
        assert staff_id == await page.locator('meta[name="candour-person"]').get_attribute("content")
        await page.get_by_role("button", name="Sign out").click()
        await page.wait_for_url(f"{office.origin}/sign-in")
        assert await faults_of(page) == []
        await page.get_by_role("button", name="Sign in with a passkey").press("Enter")
        await page.wait_for_url(lambda url: "/sign-in" not in url)


async def test_a_used_link_says_so(browser: Browser, office: Office) -> None:
    """Whoever opens a link that was used, or half a link, reads what to do."""
    async with window(browser, office, expected=REFUSALS) as page:
        _, token = invited(office)
        await page.goto(link(office.origin, token))
        await page.get_by_role("button", name="Make my passkey").click()
        await page.wait_for_url(f"{office.origin}/account")
        await page.goto(link(office.origin, token))
        await page.get_by_role("button", name="Make my passkey").click()
        await expect(page.get_by_role("alert")).to_contain_text("This link does not work any more")
        await page.goto(f"{office.origin}/invitation")
        await page.reload()
        await expect(page.get_by_role("alert")).to_contain_text("This address is not whole")
