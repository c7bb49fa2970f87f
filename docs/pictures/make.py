"""Take the README's pictures anew: `python -m docs.pictures.make`. Needs Chromium.

The demonstration runs as `make run` starts it; everything on the pictures is invented.
"""
# ruff: noqa: INP001 - a script beside the pictures it takes; docs is no package

import asyncio
import tempfile
from pathlib import Path

from playwright.async_api import Browser, Page

from tests.browser.chromium import chromium, phone_page
from tests.browser.demonstration import Demonstration, demonstration
from tests.browser.hand import Hand
from tests.browser.reports import SEND, arrive, skip, tap, write
from tests.browser.walking import through

HERE = Path(__file__).parent
SCALE = 2

REPORT = [
    *arrive("No", "18 or over", "Answer some questions first"),
    tap("relation", "Yes, to me"),
    tap("police_work", "No"),
    tap("body", "Metropolitan Police (London)"),
    tap("when_first", "2025"),
    tap("when_first", "That is near enough"),
    tap("ongoing", "It happened once"),
    tap("was_minor", "No"),
    tap("in_contact", "It could happen"),
    tap("linked", "None"),
    tap("letter", "A letter"),
    skip("outcome_letter_date"),
    tap("solicitor", "No"),
    tap("", "Add what happened"),
    tap("", "Continue"),
    tap("tell", "In my own words"),
]
OWN_WORDS = (
    "He kept writing to me.",
    "It began when he came about a break-in. I did not answer.",
)
REST = [
    tap("role", "Police officer"),
    tap("duty", "Both"),
    tap("", "Carry on"),
    tap("agree", "I agree"),
    write("officer", "PC Example, shoulder number 0000"),
    tap("method", "Phone"),
    write("value_phone", "07700 900123"),
    tap("reach_when", "Evenings", "That's all"),
    tap("voicemail", "Neither"),
    tap("code_phrase", "Just ring off"),
    write("name_to_use", "Sam"),
    skip("needs"),
    skip("hopes"),
]


async def main() -> None:
    """Take both pictures."""
    with tempfile.TemporaryDirectory() as folder:
        async with chromium() as browser, demonstration(Path(folder) / "var") as running:
            async with phone_page(browser, running.url, SCALE) as page:
                await send(page)
            await staff(browser, running)


async def send(page: Page) -> None:
    """Walk a report; the picture is taken while her own words are on the screen."""
    hand = Hand(page)
    await through(hand, REPORT)
    await hand.type(OWN_WORDS[0])
    await page.mouse.move(0, 0)
    await page.screenshot(path=HERE / "phone.png")
    await hand.type(*OWN_WORDS[1:])
    await hand.tap("That's all")
    for line in REST:
        await hand.type(*line.words)
        await hand.tap(*line.taps)
    await hand.tap(SEND)


async def staff(browser: Browser, running: Demonstration) -> None:
    """Open what has arrived as a staff member would, and take the exported page's picture."""
    report = (await running.arrived())["report_id"]
    page = await browser.new_page(
        viewport={"width": 760, "height": 900}, device_scale_factor=SCALE, color_scheme="light"
    )
    await page.set_content(await running.opened("export", report, "--html"))
    await page.screenshot(path=HERE / "staff.png")
    await page.close()


if __name__ == "__main__":
    asyncio.run(main())
