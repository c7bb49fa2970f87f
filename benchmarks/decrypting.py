"""A thousand reports opened in a real Chromium: seconds, and the longest frame meanwhile.

The page draws on while its worker opens: the longest time between two frames is how long a click
or a key press has to wait at most.
"""

import asyncio
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.async_api import Browser

from intake.envelope import seal
from tests.browser.chromium import PROGRAMS, chromium
from tests.browser.keys_page import answering, keys_page, new_desk
from tests.browser.stored import hold, stored
from tests.intake.sample import Readers, conflict, summary

REPORTS = 1000

_OPEN = """async ([given, count]) => {
  const one = bench.stored(given);
  const reports = Array.from({ length: count }, (_, at) => ({ ...one, id: String(at) }));
  const frames = [];
  let last = performance.now(), going = true, opened = 0;
  const frame = (now) => {
    frames.push(now - last);
    last = now;
    if (going) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  const began = performance.now();
  await client.openMany(reports, {
    told: (step) => { opened += step.opened.filter((one) => one.opened).length; } });
  const seconds = (performance.now() - began) / 1000;
  going = false;
  return { seconds, opened, longest: Math.max(...frames), frames: frames.length };
}"""


async def _measure(browser: Browser) -> dict[str, Any]:
    readers = Readers()
    with tempfile.TemporaryDirectory() as folder:
        async with (
            answering(new_desk(Path(folder)).app()) as url,
            keys_page(browser, url) as page,
        ):
            await hold(page, readers.reader)
            given = stored(seal(summary(), conflict(), readers.recipients))
            measured: dict[str, Any] = await page.evaluate(_OPEN, [given, REPORTS])
            return measured


async def _in_chromium() -> dict[str, Any]:
    async with chromium() as browser:
        return await _measure(browser)


def decrypting_lines() -> Iterator[str]:
    """Yield what was measured, a line each; without a Chromium, that there is none."""
    if not any(map(shutil.which, PROGRAMS)):
        yield "decrypting in the browser: not measured, this machine has no Chromium"
        return
    found = asyncio.run(_in_chromium())
    yield f"decrypting in the browser, {found['opened']} reports   {found['seconds']:9.2f} s"
    yield (
        f"longest frame meanwhile   {found['longest']:9.0f} ms of {found['frames']} frames "
        f"({found['frames'] / found['seconds']:.0f} a second)"
    )
