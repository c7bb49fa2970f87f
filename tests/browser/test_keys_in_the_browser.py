"""Private keys in a real Chromium: made, locked, unlocked, kept for a session, and forgotten."""

import asyncio
import base64
import subprocess
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page

from intake import age
from intake.identities import make_identity, open_identity
from tests.browser.keys_page import Desk, answering, fault_of, keys_page, new_desk, passkey
from tests.conftest import need_program

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

PASSPHRASE = "a quiet morning by the sea"
MAKE = "([purpose, passphrase]) => client.makeIdentity(purpose, passphrase)"
UNLOCK = "([file, passphrase]) => client.unlock('reader', file, passphrase)"
KEPT = "localStorage.getItem('candour.keyring')"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return new_desk(tmp_path_factory.mktemp("desk"))


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def url(desk: Desk) -> AsyncIterator[str]:
    async with answering(desk.app()) as address:
        yield address


@pytest_asyncio.fixture(loop_scope="module")
async def page(browser: Browser, url: str, desk: Desk) -> AsyncIterator[Page]:
    desk.sign_in()
    async with keys_page(browser, url) as opened:
        yield opened


async def hold_new(page: Page, purpose: str = "reader") -> str:
    """Give the page's worker a new private key, plain; return its public key."""
    identity = age.new_identity()
    line = "([purpose, line]) => client.unlock(purpose, line, '')"
    await page.evaluate(line, [purpose, identity.as_line()])
    return identity.public_key


async def load_again(page: Page) -> None:
    """Load the page anew: its worker holds nothing."""
    await page.reload()
    await page.wait_for_function("globalThis.bench !== undefined")
    await page.evaluate("globalThis.client = new bench.Client()")


async def test_a_key_made_in_the_page_opens_everywhere(page: Page, tmp_path: Path) -> None:
    """The copy downloaded opens with `python -m intake open --identity` and the `age` command."""
    program = need_program("age")
    made = await page.evaluate(MAKE, ["reader", PASSPHRASE])
    assert age.is_public_key(made["publicKey"])
    async with page.expect_download() as waiting:
        await page.evaluate("(file) => bench.downloadCopy(file, 'reader')", made["file"])
    download = await waiting.value
    assert download.suggested_filename == "candour-reader.age"
    copy = tmp_path / "copy.age"
    await download.save_as(copy)
    assert open_identity(copy, PASSPHRASE).public_key == made["publicKey"]
    plain = age.unlock_with_passphrase(copy.read_bytes(), PASSPHRASE)
    assert [line.split(b" ")[0] for line in plain.splitlines()[:2]] == [b"#", b"#"]
    (tmp_path / "plain").write_bytes(plain)
    sealed = age.seal_to([made["publicKey"]], b"an outline")
    command = [program, "-d", "-i", str(tmp_path / "plain")]
    done = await asyncio.to_thread(subprocess.run, command, input=sealed, capture_output=True)
    assert done.stdout == b"an outline"


async def test_a_key_made_in_the_terminal_unlocks_here(page: Page, tmp_path: Path) -> None:
    """What `keygen` wrote opens with its passphrase; each fault is named and nothing is held."""
    path = tmp_path / "key.age"
    public = make_identity(path, PASSPHRASE)
    file = path.read_text()
    assert await page.evaluate(UNLOCK, [file, PASSPHRASE]) == {"publicKey": public}
    await page.evaluate("client.lock()")
    cases = {
        "wrong_passphrase": [file, PASSPHRASE + "!"],
        "damaged": [file.replace("\n", "\nA", 3), PASSPHRASE],
        "not_an_identity": ["no key at all", ""],
    }
    for name, given in cases.items():
        assert await fault_of(page, "client.unlock('reader', ...given)", given) == name
    assert await page.evaluate("client.publicKeys()") == {}


async def test_a_new_passphrase_locks_the_same_key(page: Page) -> None:
    """Changing the passphrase makes a new file, which the new passphrase opens."""
    public = await hold_new(page)
    file = await page.evaluate("client.lockAgain('reader', 'the harbour at first light')")
    opened = age.unlock_with_passphrase(file.encode(), "the harbour at first light")
    identity = age.read_identity(opened.decode().splitlines()[2])
    assert identity is not None
    assert identity.public_key == public


async def test_a_passphrase_is_checked_kindly(page: Page) -> None:
    """Short, monotonous, badly ended or mistyped: a sentence each; a suggestion always passes."""
    check = "([one, two]) => bench.passphrase.passphraseFaults(one, two)"
    assert await page.evaluate(check, [PASSPHRASE, PASSPHRASE]) == []
    assert "by 11 or more" in (await page.evaluate(check, ["short", "short"]))[0]
    for bad in ("aaaaaaaaaaaaaaaaaaaaaa", PASSPHRASE + " "):
        assert len(await page.evaluate(check, [bad, bad])) == 1
    assert "not the same" in (await page.evaluate(check, [PASSPHRASE, "another"]))[0]
    suggested = await page.evaluate("Array.from({ length: 200 }, () => bench.suggestPassphrase())")
    assert len(set(suggested)) == 200
    assert {len(one.split()) for one in suggested} == {6}
    for one in suggested:
        assert await page.evaluate(check, [one, one]) == []


async def test_a_weak_passphrase_locks_nothing(page: Page) -> None:
    """The worker itself refuses to lock a key under a passphrase that is easily guessed."""
    await hold_new(page)
    for asked in ("client.makeIdentity('reader', given)", "client.lockAgain('reader', given)"):
        assert await fault_of(page, asked, "short") == "weak_passphrase"


async def test_a_passkey_unlocks_the_key(page: Page) -> None:
    """With its secret (PRF) a passkey opens the key in one touch; another passkey does not."""
    devtools = await passkey(page, prf=True)
    public = await hold_new(page)
    first, second = [await new_credential(page, devtools_user) for devtools_user in ("one", "two")]
    ask = "(id) => bench.passkey.askPasskey([bench.fromBase64(id)])"
    file = await page.evaluate(
        f"async (id) => client.lockForPasskey('reader', await ({ask})(id))", first
    )
    assert "AGE-SECRET-KEY" not in file
    await page.evaluate("client.lock()")
    unlock = f"client.unlockWithPasskey('reader', given[0], await ({ask})(given[1]))"
    opened = await page.evaluate(f"async (given) => {unlock}", [file, first])
    assert opened == {"publicKey": public}
    assert await fault_of(page, unlock, [file, second]) == "wrong_passkey"
    assert await fault_of(page, unlock, [file.replace("\n", "\nA", 3), first]) == "damaged"
    await devtools.detach()


async def test_a_passkey_without_a_secret_is_told(page: Page) -> None:
    """Where a passkey has no PRF, the page says to use the passphrase."""
    devtools = await passkey(page, prf=False)
    credential = await new_credential(page, "one")
    asked = "bench.passkey.askPasskey([bench.fromBase64(given)])"
    assert await fault_of(page, asked, credential) == "no_passkey_secret"
    await devtools.detach()


async def new_credential(page: Page, name: str) -> str:
    """Make a passkey as signing in would; return its id in base64."""
    made: str = await page.evaluate(
        """async (name) => {
          const credential = await navigator.credentials.create({ publicKey: {
            rp: { name: "Candour" }, challenge: new Uint8Array(32),
            user: { id: new TextEncoder().encode(name), name, displayName: name },
            pubKeyCredParams: [-7, -257].map((alg) => ({ type: "public-key", alg })),
            authenticatorSelection: { residentKey: "required", userVerification: "required" },
            extensions: bench.passkey.prfExtension(),
          } });
          return bench.toBase64(new Uint8Array(credential.rawId));
        }""",
        name,
    )
    return made


async def test_unlocked_keys_go_from_page_to_page(page: Page) -> None:
    """Both keys work on the next page of the session, and neither stands in the browser's store."""
    keys = {"reader": await hold_new(page), "conflict": await hold_new(page, "conflict")}
    await page.evaluate("bench.keyring.keep(client)")
    await load_again(page)
    assert await page.evaluate("bench.keyring.isKept()")
    assert await page.evaluate("bench.keyring.restore(client)") == keys
    remnant = await page.evaluate(KEPT)
    assert b"AGE-SECRET" not in base64.urlsafe_b64decode(remnant + "==")
    assert await page.evaluate("localStorage.length") == 1


async def test_the_end_of_the_session_ends_the_remnant(page: Page, desk: Desk) -> None:
    """After signing out nothing opens the remnant; a new session's half does not either."""
    await hold_new(page)
    await page.evaluate("bench.keyring.keep(client)")
    remnant = await page.evaluate(KEPT)
    desk.sign_out()
    await load_again(page)
    assert await fault_of(page, "bench.keyring.restore(client)") == "no_session"
    assert await page.evaluate(KEPT) is None
    desk.sign_in()
    await page.evaluate("(one) => localStorage.setItem('candour.keyring', one)", remnant)
    assert await fault_of(page, "bench.keyring.restore(client)") == "locked"
    assert not await page.evaluate("bench.keyring.isKept()")
    assert await fault_of(page, "bench.keyring.restore(client)") == "locked"


async def test_a_changed_remnant_opens_nothing(page: Page) -> None:
    """A remnant that was changed, cut short or invented is forgotten."""
    await hold_new(page)
    for change in ("one.slice(0, -4) + 'AAAA'", "one.slice(0, 9)", "'no base64 at all!'"):
        await page.evaluate("bench.keyring.keep(client)")
        changed = f"const one = {KEPT}; localStorage.setItem('candour.keyring', {change})"
        await page.evaluate(f"() => {{ {changed} }}")
        assert await fault_of(page, "bench.keyring.restore(client)") == "locked"
        assert await page.evaluate(KEPT) is None


async def test_forgetting_is_told_to_the_other_tabs(page: Page, url: str) -> None:
    """Whoever signs out in one tab leaves no words open in another."""
    await hold_new(page)
    await page.evaluate("bench.keyring.keep(client)")
    await page.evaluate("() => { bench.keyring.whenForgotten(() => { globalThis.gone = true; }); }")
    other = await page.context.new_page()
    await other.goto(url)
    await other.wait_for_function("globalThis.bench !== undefined")
    await other.evaluate("bench.keyring.forget()")
    await page.wait_for_function("globalThis.gone === true")
    assert not await page.evaluate("bench.keyring.isKept()")
