"""The browser reads a report as the terminal does: the same words against the same questions."""

from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page

from bot.settings import BotSettings
from intake.engines import make_engine
from intake.entries import Entry, answer_entry, question, visible
from intake.identities import open_identity
from intake.parts import parts
from intake.reading import OpenedReport, open_report
from intake.register import Register
from intake.summary import Answer, Summary, read_summary
from sandbox.demonstration import PASSPHRASE, identity_path, prepare_demonstration
from sandbox.reports import placing
from sandbox.serving import FAKE_TOKEN
from tests.browser.keys_page import answering, keys_page, new_desk

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

Row = dict[str, Any]
ON_THE_CARD = {"contact": "contact", "limits": "limits", "consents": "consents"}
"""Parts of the terminal that the page shows as they are, by the terminal's kind."""
TERMINALS_OWN = "To write one"
"""How to write to a chat with a command: the page has a form for it."""
HOSTILE = (
    "<script>globalThis.planted = 1</script>",
    "<img src=x onerror=globalThis.planted=1>",
    "\u202egnp.exe \u2066over\u2069",
    "{{ 7 * 7 }} ${globalThis.planted=1} javascript:planted=1",
    "<b>" * 21_000,
)


@dataclass(frozen=True, slots=True)
class Invented:
    """The 70 invented reports, opened."""

    opened: tuple[OpenedReport, ...]


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Invented]:
    data = tmp_path_factory.mktemp("invented") / "var"
    settings = BotSettings(
        data_dir=data, telegram_bot_token=FAKE_TOKEN, telegram_api_url="http://127.0.0.1:1"
    )
    prepare_demonstration(settings)
    placing.place_reports(settings, date(2026, 11, 22))
    lawyer = open_identity(identity_path(data), PASSPHRASE)
    engine = make_engine(settings.intake_database_url)
    register = Register(engine)
    yield Invented(
        tuple(
            open_report(register.report(one.triage.report_id), [lawyer])
            for one in register.arrivals()
        )
    )
    engine.dispose()


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def url(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[str]:
    async with answering(new_desk(tmp_path_factory.mktemp("desk")).app()) as address:
        yield address


@pytest_asyncio.fixture(loop_scope="module")
async def page(browser: Browser, url: str) -> AsyncIterator[Page]:
    async with keys_page(browser, url) as opened:
        yield opened


async def drawn(page: Page, summary: object, card: object = None) -> list[Row]:
    """Return what stands in each row of the page."""
    rows: list[Row] = await page.evaluate("(given) => bench.drawn(given)", [summary, card])
    return rows


def shown(entries: Iterable[Entry]) -> list[tuple[str, list[str]]]:
    """Return entries as a page shows them."""
    return [(visible(one.name), [visible(words) for words in one.words]) for one in entries]


def rows_of(rows: Iterable[Row], part: str) -> list[tuple[str, list[str]]]:
    """Return the rows of one part of the page."""
    return [(one["name"], one["words"]) for one in rows if one["part"] == part]


def answers(summary: Summary) -> list[Answer]:
    """Return every answer that was asked for."""
    found = [answer for block in summary.blocks for answer in block.answers]
    return [one for one in found if one.state != "not_asked"]


async def test_every_invented_report_reads_alike(page: Page, invented: Invented) -> None:
    """Each answer's question and words, the contact, limits, consents, card: the terminal's own."""
    assert len(invented.opened) == 70
    for opened in invented.opened:
        summary = read_summary(opened.summary)
        rows = await drawn(page, dict(opened.summary), opened.conflict)
        terminal = parts(opened, summary)
        for kind, part in ON_THE_CARD.items():
            theirs = [entry for one in terminal if one.kind == kind for entry in one.entries]
            theirs = [entry for entry in theirs if entry.name != TERMINALS_OWN]
            if theirs or kind != "limits":
                assert rows_of(rows, part) == shown(theirs)
        if opened.conflict is not None:
            card = [entry for one in terminal if one.kind == "conflict" for entry in one.entries]
            assert rows_of(rows, "conflict") == shown(card)
        _answers_stand(rows, summary)


def _answers_stand(rows: list[Row], summary: Summary) -> None:
    """Each answer has a row of its own, or stands in the card for making contact."""
    account = [one for one in rows if one["step"] and one["part"] != "conflict"]
    by_step = {one["step"]: (one["name"], one["words"]) for one in account}
    contact = str(rows_of(rows, "contact"))
    for answer in answers(summary):
        if answer.step in by_step:
            assert [by_step[answer.step]] == shown([answer_entry(answer)])
        elif answer.text:
            assert visible(answer.text) in contact, answer.step
    unasked = [one for block in summary.blocks for one in block.answers if one.state == "not_asked"]
    told = {words for one in rows if one["name"] == "Not asked" for words in one["words"]}
    assert told <= {visible(question(one)) for one in unasked}
    assert told or not unasked


@pytest.mark.parametrize("words", HOSTILE, ids=("script", "image", "override", "template", "long"))
async def test_hostile_words_are_words(page: Page, invented: Invented, words: str) -> None:
    """A script, an override, 63 KiB of markup, in any field: shown as text; nothing runs."""
    summary = _everywhere(dict(invented.opened[0].summary), words)
    rows = await drawn(page, summary, {"body": words, "officer": {"name": words}})
    assert any(visible(words) in one["words"] for one in rows)
    assert await page.evaluate("globalThis.planted") is None
    assert await page.locator("main script, main img, main b").count() == 0
    assert "\u202e" not in await page.inner_text("main")


def _everywhere(value: Any, words: str) -> Any:  # noqa: ANN401 - any JSON there is
    """Put the words in place of every text that is shown."""
    if isinstance(value, dict):
        kept = {"step", "state", "id", "record_id", "language", "method"}
        return {k: v if k in kept else _everywhere(v, words) for k, v in value.items()}
    if isinstance(value, list):
        return [_everywhere(one, words) for one in value]
    return words if isinstance(value, str) else value


async def test_a_word_lost_would_be_found(page: Page, invented: Invented) -> None:
    """The comparison notices one answer that reads otherwise than in the terminal."""
    opened = invented.opened[0]
    summary = read_summary(opened.summary)
    rows = await drawn(page, dict(opened.summary))
    planted = next(one for one in rows if one["step"] and one["words"])
    planted["words"] = ["something else"]
    with pytest.raises(AssertionError):
        _answers_stand(rows, summary)
