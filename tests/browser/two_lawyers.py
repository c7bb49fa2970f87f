"""A deployment brought up from nothing, as an operator and two lawyers do, and their windows."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.async_api import Browser, Locator, Page, expect

from sandbox import MovedClock, serve
from tests.browser.served_console import window_at
from tests.browser.whole import Whole, make_key, whole
from tests.service.running import environment, service

# What Chromium itself says of an answer that is no success.
REFUSALS = ("status of 401", "status of 403")


@dataclass(slots=True)
class Office:
    """The deployment, with the windows of two lawyers."""

    whole: Whole
    ada: Page
    ben: Page
    passphrase: str = field(repr=False)


@asynccontextmanager
async def two_lawyers(browser: Browser, folder: Path) -> AsyncIterator[Office]:
    """Let an administrator in, then two lawyers; make their keys, name them in the team file."""
    async with AsyncExitStack() as stack:
        patch = stack.enter_context(pytest.MonkeyPatch().context())
        patch.setenv("PTB_TIMEDELTA", "1")
        box = await stack.enter_async_context(serve(clock=MovedClock()))
        for name, value in environment(folder, box.url).items():
            patch.setenv(name, value)
        made = await stack.enter_async_context(whole(folder, box))
        links = await invited(browser, made)
        windows = [
            await stack.enter_async_context(window_at(browser, made.origin, expected=REFUSALS))
            for _ in links
        ]
        ada, ben = windows
        for page, link in zip(windows, links, strict=True):
            await enrolled(page, made, link)
        passphrase = await make_key(ada, made.origin, "reader")
        await make_key(ada, made.origin, "conflict")
        await make_key(ben, made.origin, "reader")
        made.add_to_team(*[await page.locator("#lines").inner_text() for page in windows])
        await made.stop()
        await made.start()
        team = made.team_file.read_text(encoding="utf-8")
        made.service = await stack.enter_async_context(service(folder, box, team))
        await ada.reload()
        await expect(ada.get_by_text("The team file names all of these keys")).to_be_visible()
        yield Office(made, ada, ben, passphrase)


async def invited(browser: Browser, made: Whole) -> list[str]:
    """Let the first administrator in from the terminal; she invites the others from her page."""
    links = []
    async with window_at(browser, made.origin) as cleo:
        await enrolled(cleo, made, await made.invite("Cleo", "administrator"))
        for name, role in (("Ada", "supervisor"), ("Ben", "caseworker")):
            await cleo.goto(f"{made.origin}/people")
            await cleo.get_by_label("Name", exact=True).fill(name)
            await cleo.get_by_label("Role", exact=True).select_option(role)
            await cleo.get_by_role("button", name="Make a one-time link").click()
            links.append((await cleo.locator("#link").inner_text()).strip())
    return links


async def enrolled(page: Page, made: Whole, link: str) -> None:
    """Use a one-time link; the passkey dialog of a changed mind is answered wherever it comes."""
    await page.goto(link)
    await page.get_by_role("button", name="Make my passkey").click()
    await page.wait_for_url(f"{made.origin}/account")
    fresh = page.get_by_role("button", name="Use my passkey", exact=True)
    await page.add_locator_handler(fresh, _press)


async def _press(button: Locator) -> None:
    await button.click()


async def unlock(page: Page, passphrase: str) -> None:
    """Unlock her keys on a report's page, if they are not open from the page before."""
    button = page.get_by_role("button", name="Unlock", exact=True)
    told = page.get_by_text("Your key is unlocked.")
    await button.or_(told).first.wait_for(state="attached")
    if await button.count():
        await page.get_by_label("Passphrase of your key").fill(passphrase)
        await button.click()
    await told.wait_for(state="attached")


async def show(page: Page) -> None:
    """Read the notice, then show the report and what is behind a further tap."""
    await page.get_by_role("button", name="Show the report").click()
    await page.get_by_role("heading", name="Making contact safely").wait_for()
    for closed in await page.locator("#account details > summary", has_text="Show this part").all():
        await closed.click()
