"""Envelopes opened in a real Chromium, under the policy of pages that show a report's words."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, Page

from intake import age
from intake.boundary import Triage
from intake.envelope import seal
from tests.browser.keys_page import fault_of, keys_page
from tests.browser.reader_page import page, readers, url
from tests.browser.stored import hold, stored
from tests.intake.sample import Readers, conflict, summary, triage

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

VECTORS = Path(__file__).parents[1] / "intake" / "vectors"
OPEN = "(given) => client.open(bench.stored(given))"


assert all((page, readers, url))  # the fixtures


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
