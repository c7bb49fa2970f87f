import dataclasses
import hashlib
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import Final

import pytest
from sqlalchemy import select

from console import guard
from console.access import may
from console.cookies import CEREMONY
from console.page import Page
from console.pages import PAGES
from intake.staff import sessions
from intake.staff.people import ROLES, Role
from intake.tables import audit, metadata
from tests.console.asking import OURS, ask
from tests.console.stage import Browser, Stage, staged

FORGED: Final[Mapping[str, Mapping[str, str | None]]] = {
    "no token": {"Candour-Token": None},
    "an empty token": {"Candour-Token": ""},
    "another session's token": {"Candour-Token": "another"},
    "a ceremony's token": {"Candour-Token": "ceremony"},
    "letters for a token": {"Candour-Token": "0" * 64},
    "no ASCII for a token": {"Candour-Token": "\xe9" * 64},
    "cross-site": {"Sec-Fetch-Site": "cross-site"},
    "same-site": {"Sec-Fetch-Site": "same-site"},
    "typed by hand": {"Sec-Fetch-Site": "none"},
    "a foreign origin": {"Origin": "https://example.org"},
    "the origin over HTTP": {"Origin": "http://console.example.org"},
    "another port": {"Origin": "https://console.example.org:8443"},
    "a longer name": {"Origin": "https://console.example.org.example.net"},
    "a null origin": {"Origin": "null", "Sec-Fetch-Site": None},
    "a null origin from elsewhere": {"Origin": "null", "Sec-Fetch-Site": "cross-site"},
    "no origin": {"Origin": None},
    "neither origin nor site": {"Origin": None, "Sec-Fetch-Site": None},
}
"""What a request that no page of ours sent may lack or hold; None: the header is not there."""

CHANGING: Final = tuple(page for page in PAGES if page.changes)


@pytest.fixture
async def here(tmp_path: Path, empty_store: Path) -> AsyncIterator[Stage]:
    with staged(tmp_path, empty_store) as made:
        yield made


def digest(stage: Stage) -> dict[str, str]:
    """Return a hash of every table; of the chain without refusals, which may be added."""
    found = {}
    with stage.office.engine.connect() as connection:
        for table in metadata.sorted_tables:
            rows = connection.execute(select(table)).all()
            if table is audit:
                rows = [row for row in rows if row.act != "refused"]
            kept = "\n".join(sorted(map(repr, rows)))
            found[table.name] = hashlib.sha256(kept.encode()).hexdigest()
    return found


def who_may(page: Page) -> Role:
    """Return a role that this page is open to: a forgery comes from her own browser."""
    return next(role for role in ("supervisor", *ROLES) if may(role, page.right))


def forged(browser: Browser, wrong: Mapping[str, str | None], stage: Stage) -> dict[str, str]:
    """Return the headers of a forged request."""
    tokens = {
        "another": stage.browser("supervisor").token,
        "ceremony": stage.browser("half").token,
    }
    headers = {**OURS, "Candour-Token": browser.token, **wrong}
    return {name: tokens.get(value, value) for name, value in headers.items() if value is not None}


async def changed_by(stage: Stage, page: Page) -> set[str]:
    """Try every forgery on a page; return those that did something, or were not refused."""
    browser = stage.browser(who_may(page))
    found = set()
    for name, wrong in FORGED.items():
        headers = forged(browser, wrong, stage)
        before = digest(stage)
        answer = await ask(stage, page, browser, headers=headers, replace=True)
        if digest(stage) != before or answer.status_code != 403:
            found.add(f"{name}: {answer.status_code}")
    return found


@pytest.mark.parametrize("page", CHANGING, ids=lambda page: page.path)
async def test_no_forged_request_changes_anything(here: Stage, page: Page) -> None:
    """Without our token, from elsewhere or from nowhere: refused, and no table is another."""
    assert await changed_by(here, page) == set()


@pytest.mark.parametrize("page", CHANGING, ids=lambda page: page.path)
async def test_a_ceremony_s_cookie_with_its_own_token_opens_no_session(
    here: Stage, page: Page
) -> None:
    """Who began to sign in has a token that fits: it is good for signing in, and nothing else."""
    half = here.browser("half")
    before = digest(here)
    answer = await ask(here, page, dataclasses.replace(half, name=CEREMONY))
    assert (answer.status_code == 401) is (page.right != "open")
    if page.right != "open":
        assert digest(here) == before


@pytest.mark.parametrize("method", ["GET", "HEAD"])
async def test_looking_changes_nothing_but_the_chain(here: Stage, method: str) -> None:
    """A page that is only asked for, by a link or a picture elsewhere, changes no table."""
    for page in (one for one in PAGES if not one.changes):
        browser = here.browser(who_may(page))
        before = digest(here)
        cross = {"Sec-Fetch-Site": "cross-site"}
        await ask(here, dataclasses.replace(page, method=method), browser, headers=cross)  # type: ignore[arg-type]  # HEAD too
        after = digest(here)
        assert {name for name in after if after[name] != before[name]} <= {"audit"}, page.path


async def test_the_same_requests_unforged_do_something(here: Stage) -> None:
    """With token and origin the same bodies change the store: the test tries what can happen."""
    idle = set()
    for page in CHANGING:
        here.renew()
        browser = here.browser(who_may(page))
        before = digest(here)
        answer = await ask(here, page, browser)
        assert answer.status_code < 500
        if digest(here) == before:
            idle.add(page.path)
    # No ceremony was begun, no such passkey; and one that only looks.
    assert idle <= {
        "/account/passkeys/finish",
        "/account/passkeys/remove",
        "/reports/{id}/waiting",
    }, "give tests/console/honest.py a body that changes something"


async def test_a_guard_that_looks_at_no_token_is_found(
    here: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the check of the token, exactly the forgeries of the token change something."""
    monkeypatch.setattr(sessions, "token_fits", lambda _bound, _given: True)
    page = next(one for one in CHANGING if one.path == "/reports/{id}/notes")
    told = {one.partition(": ")[0] for one in await changed_by(here, page)}
    assert told == {name for name, wrong in FORGED.items() if "Candour-Token" in wrong}


async def test_a_guard_that_looks_at_no_origin_is_found(
    here: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the check of the origin, exactly the forgeries of the origin change something."""
    monkeypatch.setattr(guard, "_check_origin", lambda _office, _request: None)
    page = next(one for one in CHANGING if one.path == "/sign-in/begin")
    told = {one.partition(": ")[0] for one in await changed_by(here, page)}
    assert told == {name for name, wrong in FORGED.items() if "Candour-Token" not in wrong}
