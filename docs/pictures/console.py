"""Take the console's pages anew: `python -m docs.pictures.console [NAME ...]`. Needs Chromium.

Each picture shows one page four times: on a desk and on a phone, in light and in dark. Everybody
and everything on them is the demonstration's, and invented.
"""
# ruff: noqa: INP001 - a script beside the pictures it takes; docs is no package

import asyncio
import base64
import sys
import tempfile
from pathlib import Path

from playwright.async_api import Browser, FloatRect, Page

from tests.browser.chromium import chromium
from tests.browser.console_states import STATES
from tests.browser.console_windows import NARROW, SCHEMES, WIDE, Windows
from tests.browser.demonstration_console import demonstration_console

HERE = Path(__file__).parent
TALLEST = {1600: 1500, 360: 1750}
"""Pixels of a page that are shown: below it is more of the same."""

PARTS = {"patterns": ("figures", "#figures")}
"""What stands below that: by page a second picture's name, and the part that it shows."""

SHEET = """<style>
  body { margin: 16px; display: grid; grid-template-columns: 5fr 2fr 2fr; gap: 16px;
    align-items: start; background: #c9ced3; }
  div { display: grid; gap: 16px; }
  img { width: 100%; display: block; border-radius: 4px; }
</style>"""


async def picture(browser: Browser, page: Page, name: str, part: str = "") -> None:
    """Take one page, or a part, at both widths in both schemes, and put the four on a sheet."""
    taken = []
    for size in (WIDE, NARROW):
        await page.set_viewport_size(size)
        for scheme in SCHEMES:
            await page.emulate_media(color_scheme=scheme)
            taken.append(base64.b64encode(await _taken(page, size["width"], part)).decode())
    sheet = await browser.new_page(viewport={"width": 1180, "height": 300})
    desk, dark_desk, *phones = (f'<img src="data:image/png;base64,{one}">' for one in taken)
    await sheet.set_content(f"{SHEET}<div>{desk}{dark_desk}</div>{''.join(phones)}")
    await sheet.screenshot(scale="css", path=HERE / f"console-{name}.png", full_page=True)
    await sheet.close()


async def _taken(page: Page, width: int, part: str) -> bytes:
    if part:
        top, tall = await page.locator(part).evaluate(
            "(one) => [one.getBoundingClientRect().top + scrollY, one.offsetHeight]"
        )
        high = min(tall, TALLEST[width])
        clip: FloatRect = {"x": 0, "y": top, "width": width, "height": high}
        return await page.screenshot(full_page=True, clip=clip)
    await page.evaluate("scrollTo(0, 0)")
    height = await page.evaluate("document.documentElement.scrollHeight")
    high = min(height, TALLEST[width])
    # The window as tall as what is shown: what sticks to its edge then stands where it belongs.
    await page.set_viewport_size({"width": width, "height": high})
    return await page.screenshot()


async def main(names: list[str]) -> None:
    """Take the pictures of these names, or all."""
    wanted = [one for one in STATES if one.picture and (not names or one.name in names)]
    with tempfile.TemporaryDirectory() as folder:
        async with chromium() as browser, demonstration_console(Path(folder) / "var") as origin:
            windows = Windows(browser, origin)
            for state in wanted:
                page = await windows.at(state)
                await picture(browser, page, state.name)
                if state.name in PARTS:
                    await picture(browser, page, *PARTS[state.name])
            await windows.close()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))
