"""Hostile words in every decrypted field: each is shown as text, and nothing of them runs."""

import json
import re
from collections.abc import AsyncIterator, Iterable

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Error, Page, expect

from intake import age
from intake.boundary import Triage
from intake.casework.desk import Desk
from intake.casework.notes import add_note, add_translation
from intake.casework.tasks import add_task
from intake.envelope import seal
from tests.browser.hostile import hostile, markup
from tests.browser.hostile_reports import (
    Placed,
    hostile_cards,
    hostile_reports,
    line_report,
    pattern_reports,
)
from tests.browser.report_desk import TODAY, ReportDesk, report_desk
from tests.intake.sample import answer, triage

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.asyncio(loop_scope="module"),
]

WORDS = hostile()
# Runs before any script of the page: what ran, and what the policy had to stop.
WATCH = """
  globalThis.found = [];
  globalThis.ran = (n) => found.push(`ran ${n}`);
  for (const ask of ["alert", "confirm", "prompt"]) globalThis[ask] = () => found.push(ask);
  addEventListener("securitypolicyviolation", (one) => found.push(one.violatedDirective));
"""
_OURS = (
    "article section nav div p h1 h2 h3 dl dt dd ul li a code span strong aside details summary "
    "form label input select option textarea fieldset legend button table caption thead tbody tr "
    "th td template noscript br progress svg g rect line text title path desc bdi"
)
# What stands on the page and is not of our making, or could run.
FOREIGN = """(ours) => [...document.querySelectorAll("main *")].filter((one) =>
  !ours.split(" ").includes(one.localName) || [...one.attributes].some((at) =>
    /^(on|srcdoc|style)/.test(at.name)
    || (/href|src|action/.test(at.name) && /^\\s*(javascript|data|vbscript):/i.test(at.value))))
  .map((one) => one.outerHTML.slice(0, 200))"""

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_OVERRIDES = re.compile(r"[\u202a-\u202e\u2066-\u2069]")


def visible(text: str) -> str:
    """Return a text as pages show it: no control signs, no overrides of its direction."""
    return _OVERRIDES.sub("", _CONTROL.sub("\ufffd", text))


def plain(text: str) -> str:
    """Return it as it is compared: keys of the flow are shown with spaces and a capital."""
    return visible(text).replace("_", " ").lower()


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def desk(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[ReportDesk]:
    async with report_desk(tmp_path_factory.mktemp("desk")) as served:
        yield served


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def page(browser: Browser, desk: ReportDesk) -> AsyncIterator[Page]:
    """Ada's window, watched, her keys unlocked; the window itself fails on outside requests."""
    async with desk.window(browser, "Ada") as window:
        await window.context.add_init_script(WATCH)
        desk.place("ab" * 16)
        await desk.unlock(window, "ab" * 16)
        asked: list[str] = []
        window.on("request", lambda request: asked.append(request.url))
        yield window
        assert [one for one in asked if "ran" in one.removeprefix(desk.office.origin)] == []


def put(desk: ReportDesk, one: Placed, *, checked: bool = True) -> None:
    """Seal a report and put it into the store."""
    sealed = seal(one.summary, one.card, desk.recipients)
    desk.place_sealed(triage(one.report_id), sealed, checked=checked)


async def nothing_ran(page: Page) -> None:
    """See that no string ran, was stopped from running, or became an element."""
    await page.mouse.move(200, 300)
    assert await page.evaluate("globalThis.found") == []
    assert await page.evaluate(FOREIGN, _OURS) == []


async def are_shown(page: Page, words: Iterable[str], within: str = "main") -> None:
    """See every string, whole, among the words of the page."""
    text = plain(str(await page.locator(within).evaluate("(one) => one.textContent")))
    assert [one for one in words if plain(one) not in text] == []


async def show(page: Page, desk: ReportDesk, report_id: str) -> None:
    """Open a report's page, and the report."""
    await page.goto(f"{desk.office.origin}/reports/{report_id}")
    await page.get_by_role("button", name="Show the report").click()
    await page.get_by_role("heading", name="Making contact safely").wait_for()


async def test_every_field_of_a_report(page: Page, desk: ReportDesk) -> None:
    """500 strings in answers, questions, labels, gaps, contact, consents, dates, limits, route."""
    for one in hostile_reports(WORDS):
        put(desk, one)
        await show(page, desk, one.report_id)
        await are_shown(page, one.shown)
        await nothing_ran(page)


async def test_the_conflict_card(page: Page, desk: ReportDesk) -> None:
    """The same in the card that is opened first."""
    for one in hostile_cards(WORDS):
        put(desk, one, checked=False)
        await page.goto(f"{desk.office.origin}/reports/{one.report_id}")
        await page.get_by_role("button", name="Open the conflict card").click()
        await page.get_by_role("button", name="No conflict").wait_for()
        await are_shown(page, one.shown, "#account")
        await nothing_ran(page)


async def test_words_of_staff(page: Page, desk: ReportDesk) -> None:
    """The same in notes, in words beside a task, and in a translation."""
    desk.place("cd" * 16)
    readers = [desk.ada.public_key, desk.ben.public_key]

    def write(at: Desk) -> None:
        for start in range(0, len(WORDS), 100):
            words = {"text": "\n".join(WORDS[start : start + 100]), "version": 1}
            sealed = age.seal_to(readers, json.dumps(words).encode())
            add_note(at, "cd" * 16, "note", sealed)
            add_task(at, "cd" * 16, "other", TODAY, sealed)
            about, step = "cd" * 16, "own_words"
            add_translation(at, about, step, language="en", made_by="human", sealed=sealed)

    desk.act_as("Ben", write)
    await show(page, desk, "cd" * 16)
    for place in ("#work", "#account"):
        await expect(page.locator(place)).to_contain_text(visible(WORDS[0]))
        await are_shown(page, WORDS, place)
    await nothing_ran(page)


async def test_sixty_thousand_bytes_of_markup(page: Page, desk: ReportDesk) -> None:
    """One answer as large as an envelope allows is text too."""
    columns = triage("ef" * 16)
    blocks = [{"id": "account", "title": "", "answers": [answer("own_words", "", text=markup())]}]
    desk.place("ef" * 16, blocks=blocks, triage=columns.as_dict())
    await show(page, desk, "ef" * 16)
    await are_shown(page, [markup()])
    await nothing_ran(page)


async def test_lines_of_the_list(page: Page, desk: ReportDesk) -> None:
    """The same in the line that stands under a report in the list."""
    one = line_report(WORDS)
    columns = Triage.from_dict({**triage(one.report_id).as_dict(), "priority": 0})
    sealed = seal({**one.summary, "triage": columns.as_dict()}, one.card, desk.recipients)
    desk.place_sealed(columns, sealed)
    await page.goto(f"{desk.office.origin}/queue")
    await page.get_by_role("button", name="Show a line of each report").click()
    line = f'tr[data-report="{one.report_id}"]'
    await expect(page.locator(line)).to_contain_text(visible(WORDS[0]))
    await are_shown(page, one.shown, line)
    await nothing_ran(page)


async def test_patterns(page: Page, desk: ReportDesk) -> None:
    """The same where officers are compared and what is told is counted."""
    for one in pattern_reports(WORDS):
        put(desk, one)
    await page.goto(f"{desk.office.origin}/patterns")
    await page.get_by_role("button", name="Ask a second person").click()
    await page.get_by_role("button", name="Look again").wait_for()
    desk.agree()
    await page.get_by_role("button", name="Look again").click()
    await page.get_by_role("button", name="Open the reports").click()
    await expect(page.locator("#progress-words")).to_contain_text("reports are open")
    await expect(page.locator("#links")).to_contain_text("same number 4471")
    await nothing_ran(page)


async def test_a_page_that_trusts_words_is_caught(browser: Browser, desk: ReportDesk) -> None:
    """The same watch sees a script that runs, and one that only the policy stops."""
    relaxed = await browser.new_context(bypass_csp=True)
    await relaxed.add_init_script(WATCH)
    trusting = await relaxed.new_page()
    await trusting.goto(f"{desk.office.origin}/sign-in")
    asked: list[str] = []
    trusting.on("request", lambda request: asked.append(request.url))
    into = "(words) => { document.querySelector('main').innerHTML = words.join(''); }"
    await trusting.evaluate(into, [one for one in WORDS if "onerror" in one])
    await trusting.wait_for_function("globalThis.found.length > 5")
    assert len(await trusting.evaluate(FOREIGN, _OURS)) > 5
    assert any("/ran/" in one for one in asked)
    await relaxed.close()
    strict = await browser.new_context()
    await strict.add_init_script(WATCH)
    stopped = await strict.new_page()
    await stopped.goto(f"{desk.office.origin}/sign-in")
    with pytest.raises(Error, match="TrustedHTML"):
        await stopped.evaluate(into, ["<b>x</b>"])
    assert "require-trusted-types-for" in str(await stopped.evaluate("globalThis.found"))
    await strict.close()
