"""One report's page in a real Chromium: opened there, and worked on by the store's rules."""

import base64
import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from intake import age
from intake.casework.assigning import label
from intake.messages import open_message
from intake.store import SqlIntake
from tests.browser.chromium import faults_of
from tests.browser.report_desk import TODAY, ReportDesk, report_desk
from tests.intake.sample import ACCOUNT, URDU, answer, consent

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]
# What Chromium itself says of an answer that is no success.
REFUSALS = ("status of 401", "status of 409")
BOT = age.new_identity()
ADDRESS = bytes(range(32))
CHAT = {
    "method": "chat",
    "value": "",
    "when": [],
    "voicemail": "",
    "name_to_use": "Ash",
    "chat": {
        "address": base64.b64encode(ADDRESS).decode(),
        "key": BOT.public_key,
        "days": ["tuesday"],
        "hours": ["evenings"],
        "until": "2099-01-31",
        "may_ask_more": True,
    },
}


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def desk(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[ReportDesk]:
    async with report_desk(tmp_path_factory.mktemp("desk")) as served:
        yield served


async def show(page: Page) -> None:
    """Press what shows the report, and open what is behind a further tap."""
    await page.get_by_role("button", name="Show the report").click()
    await page.get_by_role("heading", name="Making contact safely").wait_for()
    for closed in await page.locator("#account details > summary", has_text="Show this part").all():
        await closed.click()


async def test_the_check_comes_before_the_account(browser: Browser, desk: ReportDesk) -> None:
    """Unchecked, a reader is told to wait, a checker sees the card alone; then both may read."""
    report_id = "1a" * 16
    desk.place(report_id, checked=False)
    async with desk.window(browser, "Ada") as ada, desk.window(browser, "Ben") as ben:
        await desk.unlock(ben, report_id)
        await expect(ben.locator("#account")).to_contain_text("A conflict checker looks first.")
        assert await ben.get_by_role("button", name="Show the report").count() == 0
        await desk.unlock(ada, report_id)
        await ada.get_by_role("button", name="Open the conflict card").click()
        await expect(ada.locator("#account")).to_contain_text("PC Invented")
        assert await faults_of(ada) == []
        assert ACCOUNT.splitlines()[0] not in await ada.inner_text("body")
        assert desk.acts(report_id)[-1] == "conflict_viewed"
        await ada.get_by_role("button", name="No conflict").click()
        await show(ada)
        await expect(ada.locator("#account")).to_contain_text(ACCOUNT.splitlines()[0])
        await ben.reload()
        await show(ben)
        await expect(ben.locator("#account")).to_contain_text(URDU)
        assert await faults_of(ben) == []
        await expect(ada.locator('[data-fact="word"]')).to_have_text("read")
        await ben.set_viewport_size({"width": 360, "height": 740})
        assert await ben.title() == "Report - Candour"


async def test_what_staff_do_with_a_report(browser: Browser, desk: ReportDesk) -> None:
    """Typed words outlive the session and a colleague's change; copies bear a name and the hour."""
    report_id = "2b" * 16
    desk.place(report_id, contact=CHAT, consents=[consent("share_with_other_lawyer", "May it?")])
    async with desk.window(browser, "Ada", expected=REFUSALS) as page:
        await desk.unlock(page, report_id)
        await show(page)
        note = page.get_by_role("textbox", name="Note", exact=True)
        await note.fill("Rang at ten. <b>No answer.</b>")
        desk.sign_out("Ada")
        await page.get_by_role("button", name="Keep the note").press("Enter")
        await page.get_by_role("button", name="Sign in with my passkey").click()
        await expect(page.locator("#work")).to_contain_text("Rang at ten. <b>No answer.</b>")
        await expect(note).to_have_value("")
        await _stale(page, desk, report_id)
        await _message(page, desk)
        await _copies(page, desk, report_id)
        assert await faults_of(page) == []
        await page.set_viewport_size({"width": 360, "height": 740})
        width = await page.evaluate("document.documentElement.scrollWidth")
        assert width == 360


async def _stale(page: Page, desk: ReportDesk, report_id: str) -> None:
    """Two act on one report: the second reads what the first did, and her choice is still there."""
    seen = {report_id: desk.version(report_id)}
    desk.act_as("Ben", lambda at: label(at, seen, ["call-first"]))
    await page.get_by_label("New status").select_option("contacting")
    await page.get_by_role("button", name="Change the status").click()
    told = page.get_by_role("alert").filter(has_text="What changed meanwhile")
    await expect(told).to_contain_text("call-first")
    await expect(page.locator('[data-fact="labels"]')).to_have_text("call-first")
    await expect(page.get_by_label("New status")).to_have_value("contacting")
    await page.get_by_role("button", name="Change the status").click()
    await expect(page.locator('[data-fact="status"]')).to_have_text("contacting")


async def _message(page: Page, desk: ReportDesk) -> None:
    """The message opens with the bot's own key alone, and asks again only what she skipped."""
    await page.get_by_role("textbox", name="Message").fill("Can we talk on Tuesday?")
    await page.get_by_label("Do you have a solicitor?").check()
    await page.get_by_role("button", name="Send to the chat").click()
    await expect(page.locator("#opened")).to_contain_text("Not shown yet: 1")
    intake = SqlIntake(desk.office.engine, b"secret", lambda: TODAY)
    (waiting,) = intake.collect(ADDRESS, frozenset())
    written = open_message(waiting.sealed, BOT)
    assert written.text == "Can we talk on Tuesday?"
    assert written.questions == ("solicitor",)


async def _copies(page: Page, desk: ReportDesk, report_id: str) -> None:
    """A copy is recorded before it is made; without the page's own button nothing prints."""
    pattern = r"Outline for making contact.*Copy made 20..-..-.., ..:00 UTC, by Ada"
    mark = re.compile(pattern, re.DOTALL)
    for name, words in (("Save as JSON", URDU[:9]), ("Save as HTML", "&lt;b&gt;routine")):
        async with page.expect_download() as saved:
            await page.get_by_role("button", name=name).click()
        text = _read(await (await saved.value).path())
        assert words in text
        assert mark.search(text)
        assert "PC Invented" not in text
    assert desk.acts(report_id).count("exported") == 2
    await page.emulate_media(media="print")
    assert not await page.locator("#account").is_visible()
    await page.evaluate("globalThis.print = () => {}")
    await page.emulate_media(media="screen")
    await page.get_by_role("button", name="Print, or save as PDF").click()
    await page.emulate_media(media="print")
    await expect(page.locator("#account")).to_be_visible()
    assert mark.search(await page.locator("#watermark").inner_text())
    await page.emulate_media(media="screen")
    assert desk.acts(report_id)[-1] == "printed"


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


async def test_two_people_a_translation_and_a_colleague(browser: Browser, desk: ReportDesk) -> None:
    """A translation stands beside its answer, an officer takes two people, a task is done."""
    report_id = "2c" * 16
    desk.place(report_id)
    async with desk.window(browser, "Ada") as ada, desk.window(browser, "Ben") as ben:
        await desk.unlock(ben, report_id)
        await show(ben)
        beside = ben.locator('[data-step="own_words_ur"]')
        await beside.get_by_text("Add a translation").press("Enter")
        await beside.get_by_label("Its words").fill("He came back to the flat.")
        await beside.get_by_label("Made by").select_option("machine")
        await beside.get_by_role("button", name="Keep the translation").press("Enter")
        await expect(beside).to_contain_text("Translation by a machine, unchecked, English")
        await ben.get_by_text("Ask: delete this report").click()
        await ben.get_by_role("button", name="Ask a second person").last.click()
        await expect(ben.locator("#work")).to_contain_text("Waits for a second person.")
        await desk.unlock(ada, report_id)
        await show(ada)
        await expect(ada.locator('[data-step="own_words_ur"]')).to_contain_text("back to the flat")
        await ada.get_by_text("Set a task").click()
        await ada.get_by_label("By", exact=True).fill("2027-01-05")
        await ada.get_by_label("Words beside it").fill("Ring on Tuesday.")
        await ada.get_by_role("button", name="Set the task").click()
        await expect(ada.locator("#work")).to_contain_text("Ring on Tuesday.")
        await ada.get_by_role("button", name="Done", exact=True).click()
        await expect(ada.locator("#work")).to_contain_text("done by Ada")
        await ada.get_by_role("button", name="Agree", exact=True).click()
        assert await faults_of(ada) == []
        await ada.get_by_role("button", name="Delete this report now").click()
        await expect(ada.get_by_role("heading", name="This report is deleted")).to_be_visible()
        assert "deleted" in desk.acts(report_id)


async def test_a_tapped_answer_stands_in_english_too(browser: Browser, desk: ReportDesk) -> None:
    """Beside a button tapped in Polish stands the form's own English; typed words get none."""
    report_id, language = "2d" * 16, {"language": "pl"}
    answers = [
        answer("ongoing", "Czy to trwa?", values=["no"], labels=["Skończyło się"], **language),
        answer("own_words", "Co się stało?", text="Przyszedł znowu.", **language),
        answer("duty", "On duty?", values=["both"], labels=["Both"]),
    ]
    desk.place(report_id, blocks=[{"id": "account", "title": "", "answers": answers}])
    async with desk.window(browser, "Ben") as page:
        await desk.unlock(page, report_id)
        await show(page)
        row = page.locator('[data-step="ongoing"]')
        await expect(row).to_contain_text("Skończyło się")
        english = page.locator(".form-words")
        await expect(english).to_have_count(1)
        await expect(row.locator(".form-words")).to_contain_text("In the English form")
        await expect(row.locator(".form-words")).to_contain_text("Still happening: It has stopped")
        async with page.expect_download() as saved:
            await page.get_by_role("button", name="Save as HTML").click()
        assert "Still happening: It has stopped" in _read(await (await saved.value).path())


# What is scrolled by itself inside the page, and what is wider than its place without saying so.
_SCROLLED = """() => [...document.querySelectorAll("#report *")]
  .filter((one) => one.checkVisibility() && one.tagName !== "TEXTAREA"
    && ["auto", "scroll"].includes(getComputedStyle(one).overflowY)
    && one.scrollHeight > one.clientHeight)
  .map((one) => one.outerHTML.slice(0, 80))"""


async def test_a_report_is_a_place_to_work(browser: Browser, desk: ReportDesk) -> None:
    """The first line says what comes next; nothing scrolls by itself; a phone keeps one line."""
    report_id = "2e" * 16
    desk.place(report_id, contact=CHAT)
    async with desk.window(browser, "Ada") as page:
        await page.goto(f"{desk.office.origin}/reports/{report_id}")
        start = page.locator("#start")
        await expect(start).to_have_text("Start here: unlock your key.")
        await desk.unlock(page, report_id)
        await expect(start).to_have_text("Start here: show the report.")
        await show(page)
        await expect(start).to_contain_text("make contact as the card says")
        assert await page.evaluate(_SCROLLED) == []
        await page.get_by_role("link", name="What the person agreed to").click()
        await expect(
            page.get_by_role("heading", name="What the person agreed to")
        ).to_be_in_viewport()
        await expect(page.get_by_role("heading", name="Making contact safely")).to_be_in_viewport()
        # Nobody is without the report: there is nothing to share, and no dead button.
        await expect(page.get_by_role("button", name="Seal it to this colleague")).to_be_hidden()
        async with page.expect_download():
            await page.get_by_role("button", name="Save as HTML").click()
        await expect(
            page.get_by_text("Saved among your downloads as candour-2e2e2e2e.html")
        ).to_be_visible()
        await page.set_viewport_size({"width": 390, "height": 844})
        strip = await page.locator(".contact-line").bounding_box()
        assert strip
        assert strip["height"] < 48
        assert await page.evaluate(_SCROLLED) == []
        await page.evaluate(
            "document.querySelector('#aside').style.cssText = 'height:9px;overflow:auto'"
        )
        assert len(await page.evaluate(_SCROLLED)) == 1
