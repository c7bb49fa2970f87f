"""Envelopes opened in a real Chromium, under the policy of pages that show a report's words."""

import base64
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page

from intake import age
from intake.boundary import Triage, envelope_hash
from intake.envelope import seal, unseal
from intake.messages import BadMessage, check_posted, clean, open_message
from tests.browser.keys_page import answering, fault_of, keys_page, new_desk
from tests.intake.sample import Readers, conflict, summary, triage

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

VECTORS = Path(__file__).parents[1] / "intake" / "vectors"
OPEN = "(given) => client.open(bench.stored(given))"
SEAL_MESSAGE = """async ([text, questions, key]) =>
  bench.toBase64(await client.sealMessage(text, questions, key))"""


@pytest.fixture(scope="module")
def readers() -> Readers:
    return Readers()


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def url(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[str]:
    async with answering(new_desk(tmp_path_factory.mktemp("desk")).app()) as address:
        yield address


@pytest_asyncio.fixture(loop_scope="module")
async def page(browser: Browser, url: str, readers: Readers) -> AsyncIterator[Page]:
    """A page whose worker holds the reader's key."""
    async with keys_page(browser, url) as opened:
        await hold(opened, readers.reader)
        yield opened


async def hold(page: Page, identity: age.Identity, purpose: str = "reader") -> None:
    """Give the page's worker a private key, plain."""
    given = [purpose, identity.as_line()]
    await page.evaluate("([purpose, line]) => client.unlock(purpose, line, '')", given)


def stored(envelope: bytes, columns: Triage | None = None, **changes: object) -> dict[str, object]:
    """Return what a page gets of a report, as JSON can carry it."""
    return {
        "id": (columns or triage()).report_id,
        "envelope": base64.b64encode(envelope).decode(),
        "hash": envelope_hash(envelope).hex(),
        "triage": {**(columns or triage()).as_dict(), **changes},
    }


def sealed_as_is(summary: dict[str, Any], readers: Readers) -> bytes:
    """Seal what `seal` would refuse."""
    return age.seal_to([readers.reader.public_key], json.dumps(summary).encode().ljust(16384))


async def test_a_report_opens_in_the_browser(page: Page, readers: Readers) -> None:
    """What the bot sealed, the browser opens: every word, and nothing to complain of."""
    opened = await page.evaluate(OPEN, stored(seal(summary(), conflict(), readers.recipients)))
    card = opened["summary"].pop("conflict_card")
    assert card
    assert opened["summary"] == summary()
    assert opened["conflict"] is None
    assert opened["hasConflictCard"]
    assert opened["integrity"]["altered_columns"] == []
    assert opened["integrity"]["usual_size"]


async def test_the_conflict_card_needs_its_own_key(page: Page, readers: Readers) -> None:
    """The conflict checker's identity, held beside the reader's, opens the card inside."""
    await hold(page, readers.checker, "conflict")
    opened = await page.evaluate(OPEN, stored(seal(summary(), conflict(), readers.recipients)))
    assert opened["conflict"] == conflict()
    without = await page.evaluate(OPEN, stored(seal(summary(), {}, readers.recipients)))
    assert without["conflict"] is None
    assert not without["hasConflictCard"]


@pytest.mark.parametrize("version", sorted(one.stem for one in VECTORS.glob("*.age")))
async def test_every_past_version_opens(browser: Browser, url: str, version: str) -> None:
    """Test vectors of every past version open in the browser too, for ever."""
    words, card = json.loads((VECTORS / f"{version}.json").read_text(encoding="utf-8"))
    given = stored((VECTORS / f"{version}.age").read_bytes(), Triage.from_dict(words["triage"]))
    async with keys_page(browser, url) as page:
        for purpose, name in (("reader", "reader"), ("conflict", "checker")):
            line = (VECTORS / f"{version}.{name}.identity").read_text(encoding="utf-8")
            await page.evaluate("(given) => client.unlock(...given, '')", [purpose, line])
        opened = await page.evaluate(OPEN, given)
    opened["summary"].pop("conflict_card")
    assert opened["summary"] == words
    assert opened["conflict"] == card


async def test_each_fault_has_its_name(page: Page, readers: Readers) -> None:
    """Wrong key, damaged, cut, swapped, of the future: each is named, and nothing is shown."""
    envelope = seal(summary(), conflict(), readers.recipients)
    other = seal(summary(triage("ab" * 16)), conflict(), readers.recipients)
    later = sealed_as_is({**summary(), "schema_version": 2}, readers)
    changed = envelope[:-9] + bytes([envelope[-9] ^ 1]) + envelope[-8:]
    reader = [readers.reader.public_key]
    cases: dict[str, list[dict[str, object]]] = {
        "wrong_identity": [stored(age.seal_to([readers.stranger.public_key], b"{}"))],
        "damaged": [
            {**stored(changed), "hash": stored(envelope)["hash"]},
            stored(changed),
            stored(envelope[:-100]),
            stored(b"no age file"),
            stored(age.seal_to(reader, b"no JSON")),
            stored(age.seal_to(reader, b"[1]")),
            stored(age.seal_to(reader, b"\xff{}")),
            stored(sealed_as_is({**summary(), "schema_version": "1"}, readers)),
            stored(sealed_as_is({**summary(), "conflict_card": "no base64!"}, readers)),
            {**stored(other), "hash": stored(envelope)["hash"]},
        ],
        "swapped": [stored(other)],
        "newer_version": [stored(later), stored(b"age-encryption.org/v2\n" + envelope[22:])],
    }
    for name, reports in cases.items():
        for given in reports:
            assert await fault_of(page, "client.open(bench.stored(given))", given) == name


async def test_without_a_key_nothing_opens(browser: Browser, url: str, readers: Readers) -> None:
    """A worker that holds no key, or has dropped it, says that it is locked."""
    given = stored(seal(summary(), conflict(), readers.recipients))
    async with keys_page(browser, url) as page:
        assert await fault_of(page, "client.open(bench.stored(given))", given) == "locked"
        await hold(page, readers.reader)
        await page.evaluate(OPEN, given)
        await page.evaluate("client.lock()")
        assert await fault_of(page, "client.open(bench.stored(given))", given) == "locked"


async def test_altered_columns_are_told_in_sentences(page: Page, readers: Readers) -> None:
    """Columns changed in the store are named one by one, in the terminal's own words."""
    envelope = seal(summary(), conflict(), readers.recipients)
    altered = stored(envelope, priority=4, due_week=None)
    opened = await page.evaluate(OPEN, altered)
    assert opened["integrity"]["altered_columns"] == [
        "priority: the store says 4, the sealed report says 2.",
        "due_week: the store says nothing, the sealed report says 2026-11-30.",
    ]
    bare = {key: value for key, value in summary().items() if key != "triage"}
    opened = await page.evaluate(OPEN, stored(sealed_as_is(bare, readers)))
    assert opened["integrity"]["altered_columns"] == [
        "The envelope holds no triage columns to compare."
    ]
    assert not opened["integrity"]["usual_size"]


async def test_a_thousand_reports_open_with_progress(page: Page, readers: Readers) -> None:
    """Many open a few at a time; one that does not stops no other; the page stays free."""
    good = stored(seal(summary(), conflict(), readers.recipients))
    bad = {**good, "hash": "00" * 32}
    steps, tried, longest = await page.evaluate(
        """async ([good, bad]) => {
          const steps = [], tried = [];
          const reports = Array.from({ length: 1000 }, (_, at) =>
            ({ ...bench.stored(at === 500 ? bad : good), id: String(at) }));
          let longest = 0, last = performance.now(), going = true;
          const frame = (now) => {
            longest = Math.max(longest, now - last);
            last = now;
            if (going) requestAnimationFrame(frame);
          };
          requestAnimationFrame(frame);
          await client.openMany(reports, { told: ({ done, of, opened }) => {
            steps.push([done, of]);
            tried.push(...opened.map((one) => [one.id, one.fault ?? one.opened.summary.language]));
          } });
          going = false;
          return [steps, tried, longest];
        }""",
        [good, bad],
    )
    assert steps == [[done, 1000] for done in range(20, 1001, 20)]
    assert tried == [[str(at), "damaged" if at == 500 else "en"] for at in range(1000)]
    assert longest < 1000


async def test_opening_many_can_be_stopped(page: Page, readers: Readers) -> None:
    """Whoever stops waits no longer than a few reports take."""
    given = stored(seal(summary(), conflict(), readers.recipients))
    told, fault = await page.evaluate(
        """async (given) => {
          const stop = new AbortController();
          const reports = Array.from({ length: 500 }, () => bench.stored(given));
          let told = 0;
          const fault = await bench.fault(client.openMany(reports, {
            signal: stop.signal, told: () => { told += 1; stop.abort(); } }));
          return [told, fault.name];
        }""",
        given,
    )
    assert fault == "cancelled"
    assert told < 5


async def test_a_report_is_sealed_again_to_a_colleague(page: Page, readers: Readers) -> None:
    """The same bytes open with the new key alone; the conflict card stays with its checkers."""
    envelope = seal(summary(), conflict(), readers.recipients)
    sealed = await page.evaluate(
        "async ([given, key]) => bench.toBase64(await client.reseal(bench.stored(given), key))",
        [stored(envelope), readers.stranger.public_key],
    )
    again = base64.b64decode(sealed)
    assert age.open_with([readers.stranger], again) == age.open_with([readers.reader], envelope)
    with pytest.raises(age.NotSealedForUs):
        age.open_with([readers.reader], again)
    assert unseal(again, readers.stranger)["conflict_card"]
    swapped = {"report": stored(envelope, report_id="cd" * 16), "key": readers.stranger.public_key}
    asked = "client.reseal(bench.stored(given.report), given.key)"
    assert await fault_of(page, asked, swapped) == "swapped"


async def test_notes_go_round_and_their_size_tells_little(page: Page, readers: Readers) -> None:
    """A note opens with a reader's key in both worlds; a short and a longer one weigh the same."""
    keys = [readers.reader.public_key, readers.recovery.public_key]
    texts = ["Rang. No answer.", "x" * 900, "وہ" * 700, '"quoted"\n<b>']
    seal_text = "async ([text, keys]) => bench.toBase64(await client.sealText(text, keys))"
    sealed = [base64.b64decode(await page.evaluate(seal_text, [text, keys])) for text in texts]
    assert len(sealed[0]) == len(sealed[1]) == len(sealed[3])
    plain = age.open_with([readers.recovery], sealed[2])
    assert len(plain) == 4096
    assert json.loads(plain) == {"text": texts[2], "version": 1}
    for text, one in zip(texts, sealed, strict=True):
        given = base64.b64encode(one).decode()
        opened = await page.evaluate("(one) => client.openText(bench.fromBase64(one))", given)
        assert opened == text
    long = {"text": "x" * 70_000, "keys": keys}
    assert await fault_of(page, "client.sealText(given.text, given.keys)", long) == "too_long"


@pytest.mark.parametrize(
    ("key", "word"),
    [
        ("age1pq1" + "q" * 100, "post-quantum"),
        ("AGE-SECRET-KEY-1" + "Q" * 58, "private key"),
        ("age1tag1qqqq", "not an age public key"),
        ("", "not an age public key"),
    ],
)
async def test_only_ordinary_keys_are_sealed_to(page: Page, key: str, word: str) -> None:
    """Post-quantum and private keys are refused in a clear sentence that never repeats them."""
    told = await page.evaluate("(key) => bench.fault(client.sealText('x', [key]))", key)
    assert told["name"] == "bad_key"
    assert word in told["sentence"]
    assert not key or key not in told["sentence"]


async def test_a_message_is_what_the_bot_takes(page: Page) -> None:
    """The bot's own reader takes every message that the browser seals, and finds the same words."""
    bot, sizes = age.new_identity(), set()
    texts = [
        "Hello.\r\nWe can talk.",
        "  ends \x07 ",
        "a\u2028b\U0001f44d",
        "é" * 1500,
        "\x1cok\x85",
        "newer than this Python \U0001fae8",
    ]
    for text in texts:
        given = [text, ["own_words", "when_first"], bot.public_key]
        sealed = base64.b64decode(await page.evaluate(SEAL_MESSAGE, given))
        check_posted(bytes(32), sealed)
        written = open_message(sealed, bot)
        assert written.text == clean(clean(text))
        assert written.questions == ("own_words", "when_first")
        sizes.add(len(sealed))
    assert len(sizes) == 1
    with pytest.raises(BadMessage):
        open_message(sealed, age.new_identity())


@pytest.mark.parametrize(
    ("text", "questions", "word"),
    [("x" * 1507, 0, "7 characters longer"), (" \n\x07", 0, "empty"), ("x", 21, "20 questions")],
)
async def test_a_message_that_cannot_be_sent_is_told(
    page: Page, text: str, questions: int, word: str
) -> None:
    """The rules of a message are told before it is sent; nothing is cut."""
    key = age.new_identity().public_key
    told = await page.evaluate(
        "([text, count, key]) =>"
        " bench.fault(client.sealMessage(text, Array(count).fill('step'), key))",
        [text, questions, key],
    )
    assert told["name"] == "bad_message"
    assert word in told["sentence"]
