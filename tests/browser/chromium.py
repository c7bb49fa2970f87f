"""A real Chromium that can reach nothing but this machine, and what is asked of its pages."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files
from typing import Any

from playwright.async_api import Browser, Page, async_playwright

from tests.conftest import need_program

FLAGS = [
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
]
PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
HERE = "http://127.0.0.1:"
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """Run the machine's Chromium for as long as the block lasts."""
    program = need_program(*PROGRAMS)
    async with async_playwright() as playwright:
        started = await playwright.chromium.launch(executable_path=program, args=FLAGS)
        try:
            yield started
        finally:
            await started.close()


@asynccontextmanager
async def phone_page(browser: Browser, url: str, scale: float = 1) -> AsyncIterator[Page]:
    """Open a phone page at 360 by 740; whatever the browser complains of fails the test."""
    context = await browser.new_context(
        viewport={"width": 360, "height": 740},
        reduced_motion="reduce",
        device_scale_factor=scale,
        locale="en-GB",
    )
    page = await context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "console",
        lambda line: complaints.append(line.text) if line.type in {"error", "warning"} else None,
    )
    page.on(
        "request",
        lambda asked: None if asked.url.startswith(HERE) else complaints.append(asked.url),
    )
    await page.goto(url)
    yield page
    await context.close()
    assert complaints == []


async def faults_of(page: Page) -> list[str]:
    """Return the ids of what axe finds; injected, as the policy blocks a script tag."""
    await page.evaluate(AXE)
    found: dict[str, Any] = await page.evaluate("axe.run()")
    return [violation["id"] for violation in found["violations"]]


async def cut_labels(page: Page) -> list[str]:
    """Return the labels of buttons that are too narrow for them."""
    cut: list[str] = await page.evaluate(_CUT)
    return cut


_CUT = """() => [...document.querySelectorAll(".row > *")]
  .filter((button) => button.scrollWidth > button.clientWidth)
  .map((button) => button.textContent)"""
