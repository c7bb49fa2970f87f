"""From Start on the phone page in a real Chromium to the summary that staff open."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from tests.browser.chromium import phone_page
from tests.browser.demonstration import Demonstration, alive, demonstration
from tests.browser.hand import Hand, OnScreen
from tests.browser.reports import (
    ACCOUNT,
    CONSENTS,
    CONTACT_ONLY,
    NO_ANSWER,
    OWN_WORDS,
    SEND,
    WALKS,
    Line,
    Walk,
)
from tests.browser.walking import through

# One browser and one demonstration serve the module, so all runs on the module's event loop.
pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

# From Start to Send, as the design promises.
MOST_TAPS = 12

REAL_LOOKING = "123456789:AAE-looks-real-but-is-not-0123456789ab"
Report = dict[str, Any]


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def running(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Demonstration]:
    """The demonstration, started where a real token and a real server are set."""
    data = tmp_path_factory.mktemp("demonstration") / "var"
    real = {"TELEGRAM_BOT_TOKEN": REAL_LOOKING, "TELEGRAM_API_URL": "https://api.telegram.org"}
    async with demonstration(data, **real) as started:
        yield started


def answers(report: Report) -> dict[str, Report]:
    """Return the answers of a summary by step, leaving out what was not asked."""
    return {
        answer["step"]: answer
        for block in report["blocks"]
        for answer in block["answers"]
        if answer["state"] != "not_asked"
    }


def compare(report: Report, lines: list[Line], shown: list[OnScreen]) -> None:
    """Hold a decrypted summary against what was tapped, typed and shown, letter by letter."""
    found, card = answers(report), report["conflict_card"]
    asked = [(line, card) for line, card in zip(lines, shown, strict=False) if line.step]
    assert set(found) == {line.step for line, _ in asked if line.step not in NO_ANSWER}
    for line, screen in asked:
        if line.step in NO_ANSWER:
            continue
        answer = found[line.step]
        assert (answer["state"], answer["labels"]) == (line.state, line.labels), line.step
        assert screen.words.endswith(answer["question"]), line.step
        if line.step in card:
            assert card[line.step]["text"] == line.text
            assert card[line.step]["labels"] == line.labels
        apart = line.step == "officer"
        assert answer["text"] == ("" if apart else line.text)
        assert answer["sealed_apart"] is (apart and bool(line.text))
    consents = [(one["given"], one["text"]) for one in report["consents"]]
    shown_texts = [screen.words for line, screen in asked if line.step in CONSENTS]
    assert [given for given, _ in consents] == [True, True]
    assert all(s.endswith(text) for s, (_, text) in zip(shown_texts, consents, strict=True))


@pytest.mark.parametrize("walk", WALKS.values(), ids=WALKS.keys())
async def test_a_report(browser: Browser, running: Demonstration, walk: Walk) -> None:
    """What was tapped and typed on the phone is what staff read, and no word is elsewhere."""
    async with phone_page(browser, f"{running.url}?phone={walk.phone}") as page:
        hand = Hand(page)
        shown = await through(hand, walk.lines)
        assert "This is what will be sent" in hand.cards[-1].words
        await hand.tap(SEND)
        assert "sealed, and waiting" in hand.cards[-1].words
        await hand.alone()
    triage = await running.arrived()
    report_id = triage["report_id"]
    exported, read, printed = await asyncio.gather(
        running.opened("export", report_id, "--json"),
        running.opened("open", report_id),
        running.opened("export", report_id, "--html", "--by", "Ada Invented"),
    )
    report: Report = json.loads(exported)
    compare(report, walk.lines, shown)
    assert report["contact"] == walk.contact
    assert report["route"]["queue"] == walk.queue
    assert {key: triage[key] for key in report["triage"]} == report["triage"]
    typed = [line.text for line in walk.lines if line.step not in NO_ANSWER and line.text]
    await on_paper(browser, printed, typed)
    flat = " ".join(read.split())
    assert all(" ".join(words.split()) in flat for text in typed for words in text.split("\n"))
    assert not [text for text in typed if text in "".join(running.said)]


async def on_paper(browser: Browser, html: str, typed: list[str]) -> None:
    """See every typed text on the exported page, as text and whole."""
    page = await browser.new_page()
    await page.set_content(html)
    words = await page.locator("dd").all_text_contents()
    assert [text for text in typed if text not in words] == []
    assert await page.locator("b, script").count() == 0
    await page.close()


async def test_earliest_send(browser: Browser, running: Demonstration) -> None:
    """A person can be asked to get in touch with at most 12 taps and nothing typed."""
    async with phone_page(browser, f"{running.url}?phone=4") as page:
        hand = Hand(page)
        await through(hand, CONTACT_ONLY)
        await hand.tap(SEND)
        assert "sealed, and waiting" in hand.cards[-1].words
        before_sending = len(hand.cards) - 1
        assert hand.taps <= MOST_TAPS
        assert before_sending <= MOST_TAPS
        assert hand.typed == 0
    await running.arrived()


async def test_own_words_stay_until_they_are_done(browser: Browser, running: Demonstration) -> None:
    """Her messages stand on the screen until "That's all", then only the card is left."""
    upto = [line.step for line in ACCOUNT].index("own_words")
    async with phone_page(browser, f"{running.url}?phone=5") as page:
        hand = Hand(page)
        await through(hand, ACCOUNT[:upto])
        await hand.type(*OWN_WORDS)
        assert await hand.own() == list(OWN_WORDS)
        sides = await page.locator("li.me .words").evaluate_all(
            "all => all.map((one) => getComputedStyle(one).direction)"
        )
        assert sides == ["ltr", "rtl", "ltr"]
        await hand.tap("That's all")
        await hand.alone()


async def test_a_real_token_is_ignored(running: Demonstration) -> None:
    """The demonstration says that it ignores a real token, and never shows it."""
    assert "A Telegram token is set. It is ignored" in running.said[0]
    assert REAL_LOOKING not in "".join(running.said)


async def test_second_run(browser: Browser, tmp_path: Path) -> None:
    """Ctrl-C ends it with 0 and leaves no process; the next run finds phone and report again."""
    async with demonstration(tmp_path / "var") as first:
        async with phone_page(browser, first.url) as page:
            hand = Hand(page)
            await through(hand, CONTACT_ONLY)
            await hand.tap(SEND, "Continue", "Continue")
            receipt = hand.cards[-1].words
        report_id = (await first.arrived())["report_id"]
        children = await first.children()
        assert len(children) == 3
        assert await first.interrupt() == 0
        assert [pid for pid in children if alive(pid)] == []
        assert not [line for line in first.said if "Traceback" in line]
    async with demonstration(tmp_path / "var") as second:
        async with phone_page(browser, second.url) as page:
            await expect(page.locator("li.bot .words")).to_have_text(receipt)
            status = await Hand(page).tap("More", "Has it arrived?")
            assert "It has arrived" in status.words
        assert [one["report_id"] for one in await second.arrivals()] == [report_id]
