from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Page, async_playwright

from intake.entries import visible
from intake.exports.page import page
from intake.parts import CONTENT_NOTICE, Part
from intake.reading import OpenedReport
from intake.summary import NOTE
from tests.conftest import need_program
from tests.intake.sample import ACCOUNT, URDU, WATERMARK, Readers, answer, opened, shown, triage

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
]
NASTY = [
    "<script>document.title = 'taken'</script>",
    "</style></title><img src=x onerror=\"document.title = 'taken'\">",
    '"><a href="javascript:1">x</a>',
    "\x1b[31mred\x07 \u202etxt.exe",
]


def text_of(part: Part) -> list[tuple[str, tuple[str, ...]]]:
    return [(entry.name, entry.words) for entry in part.entries]


@pytest.fixture
async def browser_page() -> AsyncIterator[Page]:
    program = need_program("chromium", "chromium-browser", "google-chrome")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield await browser.new_page()
        await browser.close()


async def show(browser_page: Page, tmp_path: Path, report: OpenedReport) -> list[str]:
    """Open the exported page; return what the browser complained about."""
    complaints: list[str] = []
    browser_page.on("console", lambda message: complaints.append(message.text))
    path = tmp_path / "report.html"
    path.write_text(page(report, shown(report), WATERMARK), encoding="utf-8")
    await browser_page.goto(path.as_uri())
    return complaints


def test_every_state_has_its_words(readers: Readers) -> None:
    """Answers stand as shown; what was not answered says how, and what was not asked comes last."""
    outline = next(part for part in shown(opened(readers)) if part.title == "The outline")
    assert text_of(outline) == [
        ("Did this happen to you?", ("Yes, to me",)),
        ("When did it happen?", ("2019",)),
        ("Is it still happening?", ("did not know",)),
        ("Were you under 18 then?", ("did not want to say",)),
        ("Do you have a solicitor?", ("skipped",)),
        ("Not asked", ("Where did it happen?", "Which police bodies?")),
    ]


@pytest.mark.holds("T52")
def test_the_notice_stands_before_the_account_alone(readers: Readers) -> None:
    """How to reach her and the outline need no notice; what happened has one, once."""
    notices = {part.title: part.notice for part in shown(opened(readers))}
    assert notices["What happened"] == CONTENT_NOTICE
    assert [notice for notice in notices.values() if notice] == [CONTENT_NOTICE]
    assert list(notices).index("How to reach the person") < list(notices).index("What happened")


def test_differing_columns_are_named(readers: Readers) -> None:
    """A column that the store has otherwise is a sentence; equal ones are silent."""
    assert opened(readers).differences == ()
    changed = opened(readers, triage(queue="Q5_OTHER_FORCE_EW", due_week=None))
    assert changed.differences == (
        "queue: the store says Q5_OTHER_FORCE_EW, the sealed report says Q3_MET_CORE.",
        "due_week: the store says nothing, the sealed report says 2026-11-30.",
    )


def test_control_signs_cannot_steer_a_terminal() -> None:
    """Escapes and reordering marks are taken out; lines, joiners and scripts stay."""
    assert "\x1b" not in visible(NASTY[3])
    assert "\u202e" not in visible(NASTY[3])
    assert visible(URDU) == URDU
    joined = "a\N{ZERO WIDTH NON-JOINER}b\nx\ty"
    assert visible(joined) == joined


def test_the_page_says_who_made_it(readers: Readers) -> None:
    """Name and hour stand at the top, and in the foot that is repeated on every sheet."""
    report = opened(readers)
    assert page(report, shown(report), WATERMARK).count(WATERMARK.line) == 2


@pytest.mark.browser
async def test_words_on_the_page_are_text(
    readers: Readers, browser_page: Page, tmp_path: Path
) -> None:
    """Markup in an answer is shown as typed, runs nothing, and the policy has nothing to refuse."""
    answers = [answer(f"step_{place}", words, text=words) for place, words in enumerate(NASTY)]
    report = opened(readers, blocks=[{"id": "account", "title": NASTY[0], "answers": answers}])
    assert await show(browser_page, tmp_path, report) == []
    assert await browser_page.title() == "Report 3f3f3f3f"
    assert await browser_page.locator("script, img, a").count() == 0
    words = await browser_page.locator("dd").all_text_contents()
    assert all(visible(nasty) in words for nasty in NASTY)


@pytest.mark.browser
async def test_the_policy_would_refuse_more(
    readers: Readers, browser_page: Page, tmp_path: Path
) -> None:
    """A script planted into the finished page is refused by the page's own policy."""
    report = opened(readers)
    planted = page(report, shown(report), WATERMARK).replace(
        "</body>", "<script>document.title = 'taken'</script></body>"
    )
    complaints: list[str] = []
    browser_page.on("console", lambda message: complaints.append(message.text))
    (tmp_path / "planted.html").write_text(planted, encoding="utf-8")
    await browser_page.goto((tmp_path / "planted.html").as_uri())
    assert await browser_page.title() != "taken"
    assert any("Content Security Policy" in complaint for complaint in complaints)


@pytest.mark.browser
async def test_urdu_runs_right_to_left(
    readers: Readers, browser_page: Page, tmp_path: Path
) -> None:
    """An Urdu answer begins at the right, the English one above it at the left, styled."""
    assert await show(browser_page, tmp_path, opened(readers)) == []
    for words, direction in ((URDU, "rtl"), (ACCOUNT, "ltr")):
        place = browser_page.get_by_text(words.splitlines()[0])
        found = await place.evaluate(
            "e => [getComputedStyle(e).direction, getComputedStyle(e).whiteSpace]"
        )
        assert found == [direction, "pre-wrap"]


@pytest.mark.browser
async def test_the_note_covers_no_printed_line(
    readers: Readers, browser_page: Page, tmp_path: Path
) -> None:
    """On paper the note is a table's foot: repeated on each sheet, and laid over nothing."""
    await show(browser_page, tmp_path, opened(readers))
    await browser_page.emulate_media(media="print")
    foot = browser_page.locator("footer")
    style = "e => (s => [s.display, s.position, s.breakInside])(getComputedStyle(e))"
    assert await foot.evaluate(style) == ["table-footer-group", "static", "avoid"]
    assert NOTE in str(await foot.text_content())
