"""The worker of pages with decrypted words: where it comes from, and what else cannot run there."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser

from tests.browser.keys_page import Desk, answering, fault_of, keys_page, new_desk

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return new_desk(tmp_path_factory.mktemp("desk"))


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def url(desk: Desk) -> AsyncIterator[str]:
    async with answering(desk.app()) as address:
        yield address


async def test_the_page_makes_its_own_worker_and_nothing_else(
    browser: Browser, url: str, desk: Desk
) -> None:
    """The one policy makes the address of our worker; no other script, and no markup at all."""
    refused = ("Trusted", "candour-worker")
    async with keys_page(browser, url, expected=refused) as page:
        for address in (
            "https://elsewhere.example/static/worker-0123456789abcdef.js",
            "/static/other-0123456789abcdef.js",
            "/reports/static/worker-0123456789abcdef.js",
            desk.worker + "?planted",
            "data:text/javascript,1",
        ):
            await page.evaluate(
                "(to) => { document.querySelector('meta[name]').content = to; }", address
            )
            assert await fault_of(page, "new bench.Client().lock()") == "no_worker"
        for planted in (
            f"new Worker({desk.worker!r})",
            "document.body.innerHTML = '<b>planted</b>'",
            "document.createElement('script').src = '/static/x.js'",
            "trustedTypes.createPolicy('another', {})",
            "trustedTypes.createPolicy('candour-worker', {})",
        ):
            told = await page.evaluate(
                f"() => {{ try {{ {planted}; }} catch (error) {{ return error.name; }} }}"
            )
            assert told == "TypeError", planted


@pytest.mark.parametrize(
    "planted",
    [
        "document.body.append(Object.assign(new Image(), { src: 'http://127.0.0.1:9/x.png' }))",
        "document.body.setAttribute('style', 'color: red')",
        "console.warn('planted')",
    ],
)
async def test_a_planted_complaint_fails_the_page(browser: Browser, url: str, planted: str) -> None:
    """The page of these tests fails for a report of the policy, and for whatever is logged."""

    async def plant() -> None:
        async with keys_page(browser, url) as page:
            await page.evaluate(f"() => {{ {planted}; }}")
            await page.wait_for_timeout(100)

    with pytest.raises(AssertionError, match=r"x\.png|style|planted"):
        await plant()


async def test_a_worker_that_does_not_come_is_told(browser: Browser, url: str) -> None:
    """If the worker's script is gone from the server, the page says so at every asking."""
    async with keys_page(browser, url, expected=("404", "MIME")) as page:
        gone = "/static/worker-" + "0" * 16 + ".js"
        await page.evaluate("(to) => { document.querySelector('meta[name]').content = to; }", gone)
        await page.evaluate("globalThis.client = new bench.Client()")
        for _ in range(2):
            assert await fault_of(page, "client.publicKeys()") == "no_worker"


async def test_closing_ends_what_is_under_way(browser: Browser, url: str) -> None:
    """A page that is left ends its worker; nothing hangs."""
    async with keys_page(browser, url) as page:
        asked = "(() => { const made = client.publicKeys(); client.close(); return made; })()"
        assert await fault_of(page, asked) == "cancelled"
        assert await fault_of(page, "client.publicKeys()") == "cancelled"
