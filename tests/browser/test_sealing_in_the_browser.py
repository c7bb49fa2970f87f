"""What staff seal in a real Chromium: notes, messages to a chat, a report for a colleague."""

import base64
import json

import pytest
from playwright.async_api import Page

from intake import age
from intake.envelope import seal, unseal
from intake.messages import BadMessage, check_posted, clean, open_message
from tests.browser.keys_page import fault_of
from tests.browser.reader_page import page, readers, url
from tests.browser.stored import stored
from tests.intake.sample import Readers, conflict, summary

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

SEAL_MESSAGE = """async ([text, questions, key]) =>
  bench.toBase64(await client.sealMessage(text, questions, key))"""


assert all((page, readers, url))  # the fixtures


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
