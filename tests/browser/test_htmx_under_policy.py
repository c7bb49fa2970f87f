"""htmx on a page without decrypted words: it swaps what the server rendered and runs no script."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect
from starlette.applications import Starlette
from starlette.responses import HTMLResponse
from starlette.routing import Route

from console import headers
from console.assets import url
from console.bundling import bundle
from console.files import file_routes
from tests.browser.keys_page import answering

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>List</title>
<link rel="icon" href="/icon"><script type="module" src="{script}"></script></head><body>
<button id="get" hx-get="/part" hx-target="#list">Get</button>
<button id="evil" hx-get="/evil" hx-target="#list">Get a script</button>
<button id="inline" hx-on:click="globalThis.planted = true">Inline</button>
<ul id="list"></ul></body></html>"""
PART = "<li hx-get='/part' hx-trigger='click' hx-target='#list'>one</li><li>two</li>"
EVIL = "<li>three</li><script>globalThis.planted = true</script><img src=x onerror=planted()>"
"""What a page would get if somebody could put markup into what the server renders."""


def _answer(html: str) -> HTMLResponse:
    response = HTMLResponse(html)
    headers.put_on(response.headers)
    return response


@pytest_asyncio.fixture(loop_scope="module")
async def page(browser: Browser) -> AsyncIterator[tuple[Page, list[str]]]:
    """A page under the console's own headers, and what the browser complained of."""
    bundle()
    texts = {"/": PAGE.format(script=url("htmx.js")), "/part": PART, "/evil": EVIL, "/icon": ""}
    routes = [Route(path, lambda _, text=text: _answer(text)) for path, text in texts.items()]
    complaints: list[str] = []
    async with answering(Starlette(routes=[*routes, *file_routes()])) as address:
        context = await browser.new_context()
        opened = await context.new_page()
        opened.on("console", lambda line: complaints.append(line.text))
        opened.on("pageerror", lambda error: complaints.append(str(error)))
        await opened.goto(address)
        await opened.wait_for_function("globalThis.htmx !== undefined")
        await opened.wait_for_selector("[data-htmx-powered]")
        yield opened, complaints
        await context.close()


async def test_a_part_is_swapped_in(page: tuple[Page, list[str]]) -> None:
    """What the server rendered takes its place, again and again, and no policy is broken."""
    opened, complaints = page
    for _ in range(2):
        await opened.locator("#get").click()
        await expect(opened.locator("#list li")).to_have_text(["one", "two"])
        await opened.locator("#list li").first.click()
        await expect(opened.locator("#list li")).to_have_text(["one", "two"])
    assert complaints == []


async def test_no_script_comes_with_a_part(page: tuple[Page, list[str]]) -> None:
    """A script in an answer, and one in an attribute, do not run: the browser complains instead."""
    opened, complaints = page
    await opened.locator("#inline").click()
    await opened.locator("#evil").click()
    await opened.wait_for_timeout(300)
    assert await opened.evaluate("globalThis.planted") is None
    assert complaints
