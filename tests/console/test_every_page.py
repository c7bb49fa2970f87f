import re
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from starlette.responses import HTMLResponse, Response

from console.access import Right
from console.assets import STATIC, read_bundle
from console.page import Page, Visit
from console.pages import PAGES
from tests.console.answers import faults_of
from tests.console.asking import ask
from tests.console.stage import EVERYBODY, NOT_HERS, Stage, staged

LOADS = re.compile(r"(?:url\(|import|from|fetch\()\s*\(?[\"']?(?:https?:)?//[^\s\"')]+")


@pytest.fixture
async def here(tmp_path: Path, empty_store: Path) -> AsyncIterator[Stage]:
    with staged(tmp_path, empty_store) as made:
        yield made


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.method} {page.path}")
async def test_every_answer_of_every_page_is_as_agreed(here: Stage, page: Page) -> None:
    """Shown, refused or not found, to a window or a script: headers, markup, nothing of ours."""
    wrong = {}
    for who in EVERYBODY:
        for which in ("own", *(NOT_HERS if page.about else ())):
            for dest in ("document", "empty"):
                here.renew()
                answer = await ask(here, page, here.browser(who), which, dest=dest)
                if faults := faults_of(answer, page):
                    wrong[f"{who}, {which}, {dest}"] = faults
    assert wrong == {}


@pytest.mark.parametrize(
    ("kind", "body", "status"),
    [
        ("application/json", b"[]", 400),
        ("application/json", b"{", 400),
        ("text/plain", b"x", 415),
        ("multipart/form-data; boundary=x", b"--x--", 415),
        ("application/json", b" " * 300_000, 413),
    ],
)
async def test_no_page_takes_another_body(here: Stage, kind: str, body: bytes, status: int) -> None:
    """What is no object, no form, or too large is refused before anything else, with headers."""
    headers = {"Content-Type": kind, "Sec-Fetch-Dest": "document"}
    for page in (one for one in PAGES if one.changes):
        answer = await here.client.post(here.path(page), content=body, headers=headers)
        assert answer.status_code == status, page.path
        assert faults_of(answer, page) == [], page.path


async def test_a_store_that_is_away_is_told_with_every_header(here: Stage) -> None:
    """Without its store the console answers 503 to everybody, and says nothing of why."""
    browser = here.browser("supervisor")
    _spoil(here)
    here.office.engine.dispose()
    for page in PAGES:
        stranger = await here.client.request(page.method, here.path(page), content=b"x" * 300_000)
        answer = await ask(here, page, browser, fields={})
        assert answer.status_code == 503, page.path
        assert faults_of(answer, page) == ["status 503"], page.path
        assert [one for one in faults_of(stranger, page) if one != "status 503"] == [], page.path


def _spoil(here: Stage) -> None:
    Path(str(here.office.engine.url.database)).write_bytes(b"no database at all" * 500)


def test_no_file_loads_from_elsewhere() -> None:
    """Scripts and styles name no other host: what the browser loads is ours alone."""
    for name, asset in read_bundle(STATIC).items():
        text = asset.content.decode()
        loads = re.findall(
            r"(?:url\(|@import|import\(|from|fetch\()\s*[\"']?(?:https?:)?//\S+", text
        )
        assert loads == [], name


async def test_what_must_not_be_there_is_found(here: Stage) -> None:
    """A script, a style, a handler, a foreign address and an exception's text are each found."""
    planted = (
        "<script>x()</script><p style='a'><a onclick='b' href='https://example.org/'>"
        "<img src='//example.org/a.png'><button hx-on:click='c' hx-get='//example.org/'>"
        "<form action='javascript:d()'><iframe></iframe>Traceback (most recent call last)"
    )

    def show(_visit: Visit) -> Response:
        return HTMLResponse(planted, headers={"X-Powered-By": "us"})

    here.serve(Page("/planted", show, Right.OPEN))
    answer = await here.client.get("/planted")
    assert isinstance(answer, httpx.Response)
    assert faults_of(answer) == [
        "x-powered-by",
        "text of an exception: Traceback",
        "a script of its own",
        "an inline script",
        "style= in <p>",
        "onclick= in <a>",
        "href=https://example.org/",
        "src=//example.org/a.png",
        "hx-on:click= in <button>",
        "hx-get=//example.org/",
        "action=javascript:d()",
        "<iframe>",
    ]
