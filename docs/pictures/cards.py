"""Take twelve cards in every language: `python -m docs.pictures.cards`. Needs Chromium.

Each is walked to, shown on the phone page at 360 pixels, and put on one sheet a language.
"""
# ruff: noqa: INP001 - a script beside the pictures it takes; docs is no package

import asyncio
import base64
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from playwright.async_api import Browser

from flows.commands.walking import Walk
from flows.loading import load_flow
from flows.outcome import Move
from flows.screen import Card
from flows.wording import wording
from locales import ANY, offered
from sandbox import FIRST_PHONE, serve
from sandbox.messages import Button
from tests.browser.chromium import chromium, phone_page

HERE = Path(__file__).parent
TWELVE = (
    *("what", "phone", "safe", "readers", "ways", "body"),
    *("in_contact", "before_account", "own_words", "review", "help", "more"),
)
TAPS = {
    "what": "go", "phone": "no", "safe": "yes", "age": "adult", "readers": "go", "hold": "yes",
    "ways": "questions", "relation": "self", "police_work": "no", "linked": "none",
    "body": "ew-metropolitan-police-service", "in_contact": "possible", "letter": "letter",
    "solicitor": "no", "after_outline": "account", "before_account": "go", "tell": "words",
    "breather": "go", "agree": "yes", "method": "i_will_contact",
}  # fmt: skip
LAID_OVER = ("help", "more")
LONGEST = 80


def cards(language: str) -> Iterator[Card]:
    """Yield the twelve cards in `language`, in the order in which someone meets them."""
    moves = load_flow()
    walk = Walk(moves, date(2026, 11, 22), offered({ANY}, wording(moves.flow)))
    walk.here = replace(walk.here, language=language)
    turn = walk.show()
    shown = {}
    for _ in range(LONGEST):
        shown.setdefault(turn.card.step, turn.card)
        if turn.card.step == "review":
            break
        names = [button.option for row in turn.card.rows for button in row]
        tap = TAPS.get(turn.card.step, "skip")
        if turn.card.step == "own_words" and not walk.here.gathered:
            turn = walk.take(Move("words", "It began with messages. I did not answer."))
        elif turn.card.step == "own_words":
            shown["own_words"] = turn.card
            turn = walk.tap("done")
        else:
            turn = walk.tap(tap if tap in names else next(n for n in (*names, "skip") if n))
    for name in LAID_OVER:
        walk.here = replace(walk.here, aside=name)
        shown[name] = walk.show().card
    yield from (shown[name] for name in TWELVE)


async def sheet(browser: Browser, language: str) -> None:
    """Take the cards of one language and put them on a sheet."""
    taken = []
    for card in cards(language):
        async with serve() as box:
            rows = tuple(tuple(Button(one.label, "x") for one in row) for row in card.rows)
            chat = box.phone().chat
            box.world.chats.post(chat, FIRST_PHONE, card.text, from_bot=True, keyboard=rows)
            async with phone_page(browser, box.page_url()) as page:
                # Tall enough for the longest card: nothing of the page may lie over it.
                await page.set_viewport_size({"width": 360, "height": 2000})
                await page.locator("li.bot").last.wait_for()
                picture = await page.locator("li.bot").last.screenshot()
                taken.append(base64.b64encode(picture).decode())
    page = await browser.new_page(viewport={"width": 1080, "height": 800})
    pictures = "".join(f'<img src="data:image/png;base64,{one}">' for one in taken)
    await page.set_content(
        "<style>body{margin:12px;display:grid;grid-template-columns:repeat(4,1fr);gap:12px;"
        "align-items:start;background:#dfe5ea}img{width:100%;border-radius:8px}</style>" + pictures
    )
    await page.screenshot(path=HERE / f"cards-{language}.png", full_page=True)
    await page.close()


async def main() -> None:
    """Take a sheet in every language that the demonstration offers."""
    flow = load_flow().flow
    async with chromium() as browser:
        for language in offered({ANY}, wording(flow)):
            await sheet(browser, language)


if __name__ == "__main__":
    asyncio.run(main())
