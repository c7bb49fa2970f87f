import tomllib
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, expect

from console.assets import url as asset
from console.office import Office
from console.signin.invitation import link
from intake.identities import make_identity, open_identity
from intake.staff import identities, people
from tests.browser.chromium import faults_of
from tests.browser.served_console import DESK, PHONE, served_console, window
from tests.console.staffing import Clock, invited

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]
# Milliseconds. Opening a key under a passphrase is slow on purpose, and slower on a busy machine.
PATIENCE = 30_000
# What Chromium itself says of an answer that is no success.
REFUSALS = ("status of 401", "status of 403")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest_asyncio.fixture(loop_scope="module")
async def office(tmp_path: Path, clock: Clock) -> AsyncIterator[Office]:
    async with served_console(tmp_path, clock) as served:
        yield served


async def enrol(page: Page, office: Office, name: str = "Ada", role: str = "caseworker") -> str:
    """Use a one-time link; return her staff id. She is signed in then."""
    staff_id, token = invited(office, name, role)  # type: ignore[arg-type]  # a role's name
    await page.goto(link(office.origin, token))
    await page.get_by_role("button", name="Make my passkey").click()
    await page.wait_for_url(f"{office.origin}/account")
    return staff_id


@pytest.mark.parametrize("size", [PHONE, DESK])
async def test_from_the_link_to_signing_in_again(
    browser: Browser, office: Office, size: tuple[int, int]
) -> None:
    """A link makes a passkey; signed out, the passkey signs in. The secret leaves the address."""
    async with window(browser, office, size) as page:
        staff_id, token = invited(office, role="administrator")
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url + str(request.headers)))
        await page.goto(link(office.origin, token))
        assert await faults_of(page) == []
        assert page.url == f"{office.origin}/invitation"
        await page.get_by_role("button", name="Make my passkey").press("Enter")
        await page.wait_for_url(f"{office.origin}/account")
        assert not any(token in one for one in asked)
        assert staff_id == await page.locator('meta[name="candour-person"]').get_attribute(
            "content"
        )
        await page.get_by_role("button", name="Sign out").click()
        await page.wait_for_url(f"{office.origin}/sign-in")
        assert await faults_of(page) == []
        await page.get_by_role("button", name="Sign in with a passkey").press("Enter")
        await page.wait_for_url(f"{office.origin}/people")
        assert await faults_of(page) == []


async def test_a_used_link_says_so(browser: Browser, office: Office) -> None:
    """Whoever opens a link that was used, or half a link, reads that at once, and nothing else."""
    async with window(browser, office, expected=REFUSALS) as page:
        _, token = invited(office)
        await page.goto(link(office.origin, token))
        await page.get_by_role("button", name="Make my passkey").click()
        await page.wait_for_url(f"{office.origin}/account")
        await page.goto(link(office.origin, token))
        await expect(page.get_by_role("alert")).to_contain_text("This link does not work any more")
        await expect(page.get_by_text("Make my passkey")).to_be_hidden()
        assert await faults_of(page) == []
        await page.goto(f"{office.origin}/invitation")
        await page.reload()
        await expect(page.get_by_role("alert")).to_contain_text("This address is not whole")
        await expect(page.get_by_text("Make my passkey")).to_be_hidden()


async def test_what_was_typed_is_still_there_after_signing_in_again(
    browser: Browser, office: Office, clock: Clock
) -> None:
    """Signed out in the middle of a form, she signs in over the page, and it goes as it is."""
    async with window(browser, office, PHONE, expected=REFUSALS) as page:
        await enrol(page, office, "Ada", "administrator")
        await page.goto(f"{office.origin}/people")
        await page.get_by_label("Name", exact=True).fill("Ben")
        clock.at += 16 * 60
        await page.get_by_role("button", name="Make a one-time link").click()
        dialog = page.get_by_role("dialog", name="You are signed out")
        await expect(dialog.get_by_role("button", name="Sign in with my passkey")).to_be_focused()
        assert await faults_of(page) == []
        await page.keyboard.press("Escape")
        await expect(dialog).to_have_count(0)
        await expect(page.get_by_label("Name", exact=True)).to_have_value("Ben")
        await page.get_by_role("button", name="Make a one-time link").click()
        await expect(dialog.get_by_role("button", name="Sign in with my passkey")).to_be_focused()
        await page.keyboard.press("Enter")
        await expect(page.get_by_role("heading", name="One-time link")).to_be_visible()
        await expect(page.get_by_text("For Ben, caseworker.")).to_be_visible()
        await expect(page.locator("#link")).to_contain_text("/invitation#")
        assert await faults_of(page) == []


async def test_a_change_asks_for_the_passkey_again(
    browser: Browser, office: Office, clock: Clock
) -> None:
    """Six minutes after the passkey was used, changing a role wants it again; a question first."""
    async with window(browser, office) as page:
        await enrol(page, office, "Ada", "administrator")
        invited(office, "Ben")
        await page.goto(f"{office.origin}/people")
        clock.at += 6 * 60
        await page.get_by_label("Role of Ben", exact=True).select_option("supervisor")
        await page.get_by_role("button", name="Change the role of Ben").click()
        await page.get_by_role("dialog").get_by_role("button", name="Change").click()
        await page.get_by_role("button", name="Use my passkey").click()
        await expect(page.get_by_label("Role of Ben", exact=True)).to_have_value("supervisor")
        await page.wait_for_load_state()


async def test_a_script_is_repeated_after_signing_in_again(
    browser: Browser, office: Office, clock: Clock
) -> None:
    """Requests of scripts wait for one dialog, then go once more, with the new session's token."""
    async with window(browser, office, expected=REFUSALS) as page:
        await enrol(page, office)
        clock.at += 16 * 60
        before = await page.locator('meta[name="candour-token"]').get_attribute("content")
        await page.evaluate(
            """async (path) => {
              const { get, post } = await import(path);
              globalThis.answers = Promise.all([get("/step-up"), post("/step-up/begin"),
                get("/account/half"), get("/account/identities")]);
            }""",
            asset("asking.js"),
        )
        await page.get_by_role("button", name="Sign in with my passkey").click()
        answers = await page.evaluate("globalThis.answers")
        assert answers[0]["fresh"] is True
        assert len(answers[2]["half"]) == 43
        after = await page.locator('meta[name="candour-token"]').get_attribute("content")
        assert before != after


async def test_a_second_passkey_and_taking_one_away(browser: Browser, office: Office) -> None:
    """A passkey can be added and removed; the last one stays."""
    async with window(browser, office, PHONE, expected=REFUSALS) as page:
        await enrol(page, office)
        assert await faults_of(page) == []
        await expect(page.get_by_role("button", name="Remove")).to_have_count(0)
        await page.get_by_role("button", name="Add a passkey").click()
        # The device has one of hers already: the browser says so, and so do we.
        await expect(page.get_by_role("alert")).to_contain_text("has a passkey of yours already")


async def let_passkey_unlock(page: Page, card: Locator, words: str) -> None:
    """Try it with a wrong passphrase first; then with the right one."""
    await card.get_by_text("Let my passkey unlock it").click()
    for given, place, told in (
        ("not these words at all", "alert", "This passphrase does not open"),
        (words, "status", "From now on that passkey"),
    ):
        await card.get_by_label("Passphrase of this key").fill(given)
        await card.get_by_role("button", name="Use my passkey from now on").press("Enter")
        await expect(page.locator(f"[role={place}]:visible")).to_contain_text(
            told, timeout=PATIENCE
        )


async def test_a_key_is_made_in_the_page(browser: Browser, office: Office) -> None:
    """A lawyer makes her key, gets its recovery copy, and reads what her operator has to add."""
    async with window(browser, office, PHONE) as page:
        staff_id = await enrol(page, office, "Łucja O'Hara-Żak")
        await page.goto(f"{office.origin}/account/keys")
        assert await faults_of(page) == []
        card = page.locator('section[data-purpose="reader"]')
        await card.get_by_role("button", name="Suggest six words").click()
        words = await card.get_by_label("Passphrase for this key").input_value()
        await card.get_by_label("The same again").fill(words)
        async with page.expect_download() as downloading:
            await card.get_by_role("button", name="Make the key").click()
        copy = await (await downloading.value).path()
        await expect(page.get_by_role("status")).to_contain_text(
            "Your key is made", timeout=PATIENCE
        )
        with office.engine.begin() as connection:
            key = people.person(connection, staff_id).reader_key
            (kept,) = identities.of_person(connection, staff_id)
        assert kept.by_passphrase == copy.read_bytes()
        assert open_identity(copy, words).public_key == key
        lines = await page.locator("#lines").inner_text()
        table = tomllib.loads(lines)["recipients"]
        assert list(table.values()) == [{"name": "Łucja O'Hara-Żak", "key": key}]
        await expect(card.get_by_text("not yet")).to_be_visible()
        await let_passkey_unlock(page, card, words)
        assert await faults_of(page) == []
        with office.engine.begin() as connection:
            (kept,) = identities.of_person(connection, staff_id)
        assert kept.by_passkey
        assert kept.by_passkey.startswith(b"-----BEGIN AGE ENCRYPTED FILE-----")


async def test_a_key_is_brought_from_a_file(
    browser: Browser, office: Office, tmp_path: Path
) -> None:
    """A key made in a terminal is used here, and its passphrase changed, without a new key."""
    key = make_identity(tmp_path / "mine.age", "first words of mine")
    async with window(browser, office) as page:
        staff_id = await enrol(page, office)
        await page.goto(f"{office.origin}/account/keys")
        card = page.locator('section[data-purpose="conflict"]')
        await card.get_by_text("Use one that I have in a file").click()
        await card.get_by_label("The file").set_input_files(tmp_path / "mine.age")
        await card.get_by_label("Its passphrase").fill("first words of mine")
        await card.get_by_role("button", name="Use this key").click()
        await expect(page.get_by_role("status")).to_contain_text("yours here now", timeout=PATIENCE)
        await card.get_by_text("Change its passphrase").click()
        await card.get_by_label("Passphrase until now").fill("first words of mine")
        await card.get_by_label("New passphrase").fill("second words of hers")
        form = card.locator('form[data-act="change"]')
        await form.get_by_label("The same again").fill("second words of hers")
        async with page.expect_download() as downloading:
            await card.get_by_role("button", name="Change the passphrase").click()
        copy = await (await downloading.value).path()
        await expect(page.get_by_role("status")).to_contain_text(
            "The passphrase is changed", timeout=PATIENCE
        )
        assert open_identity(copy, "second words of hers").public_key == key
        with office.engine.begin() as connection:
            assert people.person(connection, staff_id).conflict_key == key


async def test_signing_out_leaves_nothing_in_the_browser(browser: Browser, office: Office) -> None:
    """What a page left in the browser goes with the session; the passkey stays."""
    async with window(browser, office) as page:
        await enrol(page, office, "Ada", "administrator")
        await page.evaluate("localStorage.setItem('candour.keyring', 'left behind')")
        await page.get_by_role("button", name="Sign out").click()
        await page.wait_for_url(f"{office.origin}/sign-in")
        assert await page.evaluate("localStorage.length") == 0
        await page.get_by_role("button", name="Sign in with a passkey").click()
        await page.wait_for_url(f"{office.origin}/people")
