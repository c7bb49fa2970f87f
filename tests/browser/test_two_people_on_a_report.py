"""What two people do with one report in a real Chromium, and what asks for the passkey anew."""

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from intake import age
from intake.recipients import Recipient
from intake.team import Team
from tests.browser.report_desk import PASSPHRASE, ReportDesk, report_desk
from tests.intake.sample import ACCOUNT, consent

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

ELSEWHERE = "Q1_MET_URGENT"
"""A queue that Ben and Una read, and no conflict checker."""
OFFICER, FIRST_LINE = "PC Invented", ACCOUNT.splitlines()[0]
REFUSALS = ("status of 401", "status of 403", "status of 404", "status of 409")
LATER = 6 * 60


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def desk(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[ReportDesk]:
    """Add Sue, who reads and checks too, Una, who reads elsewhere; Cem and Dee are in no list."""
    sue, check, cem, dee, una = (age.new_identity() for _ in range(5))

    def ours(team: Team) -> Team:
        ada, ben, spare = team.queues["default"]
        hers = Recipient("Sue", sue.public_key)
        return replace(
            team,
            queues={
                "default": (ada, ben, hers, spare),
                ELSEWHERE: (ben, Recipient("Una", una.public_key), spare),
            },
            conflict=(*team.conflict, Recipient("Sue", check.public_key)),
        )

    async with report_desk(tmp_path_factory.mktemp("desk"), ours) as served:
        served.others = {
            "Sue": {"reader": sue, "conflict": check},
            "Cem": {"reader": cem},
            "Dee": {"reader": dee},
            "Una": {"reader": una},
        }
        yield served


async def show(page: Page) -> None:
    """Show the report, and open what is behind a further tap."""
    await page.get_by_role("button", name="Show the report").click()
    await page.get_by_role("heading", name="Making contact safely").wait_for()
    for closed in await page.locator("#account details > summary", has_text="Show this part").all():
        await closed.click()


async def test_a_passkey_opens_her_key(browser: Browser, desk: ReportDesk) -> None:
    """Her passkey's own secret unlocks the key on a report's page: no passphrase is typed."""
    report_id = "3a" * 16
    desk.place(report_id)
    async with desk.window(browser, "Ben") as page:
        await page.goto(f"{desk.office.origin}/account/keys")
        card = page.locator('section[data-purpose="reader"]')
        await card.get_by_text("Let my passkey unlock it").click()
        await card.get_by_label("Passphrase of this key").fill(PASSPHRASE)
        await card.get_by_role("button", name="Use my passkey from now on").click()
        await page.get_by_text("From now on that passkey").wait_for()
        await page.evaluate("localStorage.clear()")
        await page.goto(f"{desk.office.origin}/reports/{report_id}")
        await page.get_by_role("button", name="Unlock with my passkey").click()
        await show(page)
        await expect(page.locator("#account")).to_contain_text(FIRST_LINE)


async def test_a_report_is_sealed_to_a_colleague(browser: Browser, desk: ReportDesk) -> None:
    """To Cem the report is not there; sealed to his key in Ada's browser, he opens it."""
    report_id = "3b" * 16
    desk.place(report_id)
    async with (
        desk.window(browser, "Ada") as ada,
        desk.window(browser, "Cem", expected=REFUSALS) as cem,
    ):
        await cem.goto(f"{desk.office.origin}/reports/{report_id}")
        await expect(cem.locator("main")).to_contain_text("There is nothing here for you")
        await desk.unlock(ada, report_id)
        await show(ada)
        await ada.get_by_label("Colleague", exact=True).select_option(label="Cem")
        await ada.get_by_role("button", name="Seal it to this colleague").click()
        await ada.get_by_text("The colleague can open the report now.").wait_for()
        await desk.unlock(cem, report_id)
        await show(cem)
        await expect(cem.locator("#account")).to_contain_text(FIRST_LINE)
        assert desk.acts(report_id).count("resealed") == 1


async def test_officer_details_are_shown_to_who_asked(browser: Browser, desk: ReportDesk) -> None:
    """Ada asks, Sue agrees, Ada reads; Ben, to whom nobody agreed, is offered nothing."""
    report_id = "3c" * 16
    desk.place(report_id)
    async with desk.window(browser, "Ada") as ada, desk.window(browser, "Sue") as sue:
        await desk.unlock(ada, report_id)
        await show(ada)
        await ada.get_by_text("Ask: see the officer's details").click()
        await ada.get_by_role("button", name="Ask a second person").first.click()
        await expect(ada.locator("#work")).to_contain_text("Waits for a second person.")
        assert await ada.get_by_role("button", name="Agree", exact=True).count() == 0
        await desk.unlock(sue, report_id)
        await show(sue)
        await sue.get_by_role("button", name="Agree", exact=True).click()
        await sue.get_by_text("You agreed.").wait_for()
        assert await sue.get_by_role("button", name="Open the officer's details").count() == 0
        await ada.reload()
        await show(ada)
        await ada.get_by_role("button", name="Open the officer's details").click()
        await expect(ada.locator("#work")).to_contain_text(OFFICER)
        assert desk.acts(report_id)[-1] == "officer_viewed"
        for page, card in ((ada, True), (sue, False)):
            await _json_says(page, card=card)


async def _json_says(page: Page, *, card: bool) -> None:
    """The copy holds the card where two people opened it, and else says that it is sealed."""
    async with page.expect_download() as saved:
        await page.get_by_role("button", name="Save as JSON").click()
    text = _read(await (await saved.value).path())
    assert (OFFICER in text) is card
    told = "was opened here after" if card else "sealed to the conflict checkers"
    assert told in json.loads(text)["about_the_conflict_card"]


async def test_a_card_is_handed_on_to_a_checker(browser: Browser, desk: ReportDesk) -> None:
    """Where no checker reads the queue, a supervisor hands the closed card on; then both read."""
    report_id = "3d" * 16
    desk.place(report_id, checked=False, queue=ELSEWHERE)
    async with (
        desk.window(browser, "Ben") as ben,
        desk.window(browser, "Una") as una,
        desk.window(browser, "Ada", expected=REFUSALS) as ada,
    ):
        await ada.goto(f"{desk.office.origin}/reports/{report_id}")
        await expect(ada.locator("main")).to_contain_text("There is nothing here for you")
        await desk.unlock(ben, report_id)
        await expect(ben.locator("#account")).to_contain_text("A supervisor who reads it")
        await desk.unlock(una, report_id)
        await una.get_by_label("Checker", exact=True).select_option(label="Ada")
        await una.get_by_role("button", name="Hand it on").click()
        await una.get_by_text("The checker can open the card now.").first.wait_for(state="attached")
        assert OFFICER not in await una.inner_text("body")
        await desk.unlock(ada, report_id)
        await ada.get_by_role("button", name="Open the conflict card").click()
        await expect(ada.locator("#account")).to_contain_text(OFFICER)
        await ada.get_by_role("button", name="No conflict").click()
        await ada.get_by_text("No conflict is recorded.").wait_for(state="attached")
        await ben.reload()
        await show(ben)
        await expect(ben.locator("#account")).to_contain_text(FIRST_LINE)


async def test_a_hold_is_set_and_ended(browser: Browser, desk: ReportDesk) -> None:
    """On hold the report is not deleted, whoever agreed; the hold ended, it is kept as before."""
    report_id = "3e" * 16
    desk.place(report_id)
    async with desk.window(browser, "Ada") as page:
        await desk.unlock(page, report_id)
        await show(page)
        await page.get_by_text("Put it on legal hold").click()
        await page.get_by_label("Reason", exact=True).last.fill("A court asked for it.")
        await page.get_by_role("button", name="Put it on hold").click()
        end = page.get_by_role("button", name="End the legal hold")
        await end.wait_for()
        await expect(page.locator("#work")).to_contain_text("A court asked for it.")
        await expect(page.locator("#work")).to_contain_text("Legal holdby Ada")
        await end.click()
        await page.get_by_text("Put it on legal hold").wait_for()
        assert desk.acts(report_id)[-2:] == ["held", "released"]


async def test_a_referral_takes_her_consent(browser: Browser, desk: ReportDesk) -> None:
    """With her yes it is recorded with its words; without, the page says why it is not possible."""
    agreed, asked_nothing = "3f" * 16, "4f" * 16
    share = {**consent("share_with_other_lawyer", "May it be shared?"), "given": True}
    desk.place(agreed, consents=[share])
    desk.place(asked_nothing, consents=[{**share, "given": False}])
    async with desk.window(browser, "Ada") as page:
        await desk.unlock(page, agreed)
        await show(page)
        await page.get_by_label("To whom, and what was handed over").fill("A firm in Leeds.")
        await page.get_by_role("button", name="Record the referral").click()
        await expect(page.locator('[data-fact="status"]')).to_have_text("referred")
        await expect(page.locator("#work")).to_contain_text("A firm in Leeds.")
        await page.goto(f"{desk.office.origin}/reports/{asked_nothing}")
        await show(page)
        await expect(page.get_by_role("button", name="Record the referral")).to_be_disabled()
        await expect(page.locator("main")).to_contain_text("the person did not agree")


async def test_what_waits_for_the_passkey_goes_on(browser: Browser, desk: ReportDesk) -> None:
    """Minutes later a copy, a new seal and a deletion ask for the passkey; then nothing is lost."""
    report_id = "5a" * 16
    desk.place(report_id)
    async with (
        desk.window(browser, "Ada", expected=REFUSALS) as ada,
        desk.window(browser, "Sue") as sue,
        desk.window(browser, "Dee"),
    ):
        await desk.unlock(ada, report_id)
        await show(ada)
        await ada.get_by_text("Ask: delete this report").click()
        await ada.get_by_role("button", name="Ask a second person").last.click()
        await ada.get_by_text("Waits for a second person.").wait_for()
        await desk.unlock(sue, report_id)
        await show(sue)
        await sue.get_by_role("button", name="Agree", exact=True).click()
        await sue.get_by_text("You agreed.").wait_for()
        await ada.reload()
        await show(ada)
        note = ada.get_by_role("textbox", name="Note", exact=True)
        await note.fill("Half a sentence")
        await _a_copy(ada, desk)
        await _a_new_seal(ada, desk)
        await expect(note).to_have_value("Half a sentence")
        desk.clock.at += LATER
        await ada.get_by_role("button", name="Delete this report now").click()
        await _passkey(ada)
        await ada.get_by_role("heading", name="This report is deleted").wait_for()


async def _a_copy(page: Page, desk: ReportDesk) -> None:
    """Not now: nothing is made, nothing is recorded; asked again, the copy comes."""
    desk.clock.at += LATER
    button = page.get_by_role("button", name="Save as JSON")
    await button.click()
    await page.get_by_role("dialog").get_by_role("button", name="Not now").click()
    await expect(page.get_by_role("dialog")).to_have_count(0)
    assert "exported" not in desk.acts("5a" * 16)
    async with page.expect_download() as saved:
        await button.click()
        await _passkey(page)
    assert FIRST_LINE in _read(await (await saved.value).path())


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


async def _a_new_seal(page: Page, desk: ReportDesk) -> None:
    desk.clock.at += LATER
    await page.get_by_label("Colleague", exact=True).select_option(label="Dee")
    await page.get_by_role("button", name="Seal it to this colleague").click()
    await _passkey(page)
    await page.get_by_text("The colleague can open the report now.").wait_for()


async def _passkey(page: Page) -> None:
    dialog = page.get_by_role("dialog", name="Show your passkey again")
    await dialog.get_by_role("button", name="Use my passkey").click()
