import asyncio
import logging
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp

from console.access import Right, may
from console.app import make_app
from console.page import Page, Visit
from console.pages import PAGES
from intake.audit.checking import check
from intake.staff.people import ROLES, Role
from intake.tables import audit
from tests.console import honest
from tests.console.answers import faults_of
from tests.console.asking import ask
from tests.console.hostile import MARK, NAMES, TEXTS, Attack, attack, attacks
from tests.console.stage import Stage, staged

EACH = int(os.environ.get("CANDOUR_HOSTILE_REQUESTS", "200"))
"""Requests to each page; a release sends 5000."""

# Always the same requests, unless there are more of them than usual.
HARD = settings(
    max_examples=EACH,
    derandomize=EACH == 200,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    # What fails is small as it is drawn; making it smaller would take minutes a page.
    phases=(Phase.explicit, Phase.generate),
)


@pytest.fixture(scope="module")
def loop() -> Iterator[asyncio.Runner]:
    with asyncio.Runner() as runner:
        yield runner


@dataclass(frozen=True)
class Target:
    """A console, with two pages that break added to it, and what runs its requests."""

    stage: Stage
    loop: asyncio.Runner
    app: ASGIApp


@pytest.fixture
def target(tmp_path: Path, empty_store: Path, loop: asyncio.Runner) -> Iterator[Target]:
    """Return one whose chain, after all that was sent to it, still has to hold."""
    planted = [Page("/fails", _fails, Right.OPEN), Page("/echoes", _echoes, Right.OPEN)]
    with staged(tmp_path, empty_store) as stage:
        yield Target(stage, loop, make_app(stage.office, planted))
        assert check(stage.office.engine, ()).whole
        with stage.office.engine.connect() as connection:
            details = connection.scalars(select(audit.c.detail)).all()
        assert [one for one in details if "zq9" in one] == []


def wrong_with(target: Target, page: Page, one: Attack) -> list[str]:
    """Send a request; return all that is wrong with the answer."""
    answer = target.loop.run(attack(target.stage, target.app, page, one))
    faults = faults_of(answer, page)
    if "text/html" in answer.headers.get("content-type", "") and MARK in answer.text:
        faults.append("echoed as it came")
    if "x-planted" in answer.headers:
        faults.append("a header of theirs")
    return faults


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.method} {page.path}")
def test_nothing_that_is_sent_breaks_a_page(
    target: Target, page: Page, caplog: pytest.LogCaptureFixture
) -> None:
    """Whatever stands in an address or a body, and whoever sends it: no fault, no echo."""
    caplog.set_level(logging.CRITICAL)

    @HARD
    @given(one=attacks)
    def nothing_breaks(one: Attack) -> None:
        target.stage.clock.at += 1
        assert wrong_with(target, page, one) == []

    nothing_breaks()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.method} {page.path}")
def test_each_field_may_hold_anything(target: Target, page: Page) -> None:
    """Each hostile text in each field, in the path and in the query, from who is let in."""
    who = next(role for role in ("supervisor", *ROLES) if may(role, page.right))
    wrong: dict[tuple[str, int | str], list[str]] = {}
    for text in TEXTS:
        for place in range(len(honest.body(target.stage, page)) or 1):
            one = Attack(who, "own", spoiled=((place, text),))
            wrong[text[:20], place] = wrong_with(target, page, one)
        one = Attack(who, text, query=tuple((name, text) for name in NAMES))
        wrong[text[:20], "address"] = wrong_with(target, page, one)
    assert {at: faults for at, faults in wrong.items() if faults} == {}


@settings(HARD, max_examples=EACH // 8)
@given(
    st.lists(
        st.tuples(st.sampled_from(PAGES), st.sampled_from(ROLES), st.booleans()),
        min_size=5,
        max_size=25,
    )
)
def test_no_order_of_honest_requests_breaks_anything(
    target: Target, steps: list[tuple[Page, Role, bool]]
) -> None:
    """Whatever staff do one after the other, after a deletion too, is done or refused."""
    for page, role, fresh in steps:
        target.stage.clock.at += 7
        browser = target.stage.browser(role, fresh=fresh)
        answer = target.loop.run(ask(target.stage, page, browser))
        assert faults_of(answer, page) == [], page.path
    target.stage.renew()


def _fails(visit: Visit) -> Response:
    return HTMLResponse(visit.lists["a"][0])


def _echoes(visit: Visit) -> Response:
    return HTMLResponse("".join(visit.request.query_params.values()))


@pytest.mark.parametrize(
    ("path", "fault"), [("/fails", "status 500"), ("/echoes", "echoed as it came")]
)
def test_a_page_that_breaks_is_found(target: Target, path: str, fault: str) -> None:
    """A page that fails over what is missing, and one that gives back what it got, are found."""
    page, found = Page(path, _echoes, Right.OPEN), set()

    @settings(HARD, max_examples=50)
    @given(one=attacks)
    def collect(one: Attack) -> None:
        found.update(wrong_with(target, page, one))

    collect()
    assert fault in found
