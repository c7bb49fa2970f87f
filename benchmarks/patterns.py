"""The pattern page over a thousand reports in a real Chromium: seconds, and the longest frame.

Everything as staff do it: fetched page by page, opened, officers compared pair by pair, counted,
drawn. What is measured lasts from the button to the last words of the page.
"""

import asyncio
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.async_api import Browser

from tests.browser.chromium import PROGRAMS, chromium
from tests.browser.pattern_reports import place_many
from tests.browser.report_desk import PASSPHRASE, ReportDesk, report_desk

REPORTS = 1000
# A slow machine is no fault: what it takes is what is told.
PATIENCE_MS = 600_000

_OPEN = """async (count) => {
  const told = document.getElementById("progress-words");
  const frames = [];
  let last = performance.now(), going = true;
  const frame = (now) => {
    frames.push(now - last);
    last = now;
    if (going) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  const began = performance.now();
  const ended = new Promise((resolve) => new MutationObserver(() => {
    if (told.textContent.startsWith(`${count} reports are open`)) resolve();
  }).observe(told, { childList: true }));
  document.getElementById("open").click();
  await ended;
  const seconds = (performance.now() - began) / 1000;
  await new Promise(requestAnimationFrame);
  going = false;
  return { seconds, longest: Math.max(...frames), frames: frames.length,
    links: document.querySelectorAll("#links tbody tr").length };
}"""


async def _measure(browser: Browser, desk: ReportDesk) -> dict[str, Any]:
    place_many(desk, REPORTS)
    async with desk.window(browser, "Ada") as page:
        page.set_default_timeout(PATIENCE_MS)
        await page.goto(f"{desk.office.origin}/patterns")
        await page.get_by_label("Passphrase of your key").fill(PASSPHRASE)
        await page.get_by_role("button", name="Unlock", exact=True).click()
        await page.get_by_role("button", name="Ask a second person").click()
        look = page.get_by_role("button", name="Look again")
        await look.wait_for()
        desk.agree()
        await look.click()
        await page.get_by_text("Sue agreed.").wait_for()
        await page.locator("#open").wait_for()
        measured: dict[str, Any] = await page.evaluate(_OPEN, REPORTS)
        return measured


async def _in_chromium() -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        async with chromium() as browser, report_desk(Path(folder)) as desk:
            return await _measure(browser, desk)


def pattern_lines() -> Iterator[str]:
    """Yield what was measured, a line each; without a Chromium, that there is none."""
    if not any(map(shutil.which, PROGRAMS)):
        yield "patterns in the browser: not measured, this machine has no Chromium"
        return
    found = asyncio.run(_in_chromium())
    yield (
        f"patterns page, {REPORTS} reports opened, compared, counted   {found['seconds']:9.2f} s, "
        f"{found['links']} likenesses"
    )
    yield (
        f"longest frame meanwhile   {found['longest']:9.0f} ms of {found['frames']} frames "
        f"({found['frames'] / found['seconds']:.0f} a second)"
    )
