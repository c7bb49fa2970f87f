import asyncio
import logging
import os
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp

from console.access import Right
from console.app import make_app
from console.page import Page, Visit
from console.pages import PAGES
from intake.audit.checking import check
from intake.staff.people import ROLES
from intake.tables import audit
from tests.console.answers import faults_of
from tests.console.asking import ask
from tests.console.hostile import MARK, Attack, attack, attacks
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


@pytest.fixture(scope="module")
def here(
    tmp_path_factory: pytest.TempPathFactory, empty_store: object, loop: asyncio.Runner
) -> Iterator[Stage]:
    del loop
    with staged(tmp_path_factory.mktemp("stage"), empty_store) as made:  # type: ignore[arg-type]  # the fixture's path
        yield made


@pytest.fixture(scope="module")
def app(here: Stage) -> ASGIApp:
    planted = [Page("/fails", _fails, Right.OPEN), Page("/echoes", _echoes, Right.OPEN)]
    return make_app(here.office, planted)


Target = tuple[Stage, asyncio.Runner, ASGIApp]


@pytest.fixture(scope="module")
def target(here: Stage, loop: asyncio.Runner, app: ASGIApp) -> Target:
    return here, loop, app


def wrong_with(target: Target, page: Page, one: Attack) -> list[str]:
    """Send a request; return all that is wrong with the answer."""
    stage, loop, app = target
    answer = loop.run(attack(stage, app, page, one))
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
        target[0].clock.at += 1
        assert wrong_with(target, page, one) == []

    nothing_breaks()


@settings(HARD, max_examples=max(40, EACH // 5))
@given(
    st.lists(
        st.tuples(st.sampled_from(PAGES), st.sampled_from(ROLES), st.booleans()),
        min_size=5,
        max_size=25,
    )
)
def test_no_order_of_honest_requests_breaks_anything(
    here: Stage, loop: asyncio.Runner, steps: list[tuple[Page, str, bool]]
) -> None:
    """Whatever staff do one after the other, after a deletion too, is done or refused."""
    for page, role, fresh in steps:
        here.clock.at += 7
        answer = loop.run(ask(here, page, here.browser(role, fresh=fresh)))  # type: ignore[arg-type]  # one of the roles
        assert faults_of(answer, page) == [], page.path
    here.renew()


def test_the_chain_still_holds(here: Stage) -> None:
    """After all of that every link fits the one before, and none holds what was sent."""
    assert check(here.office.engine, ()).whole
    with here.office.engine.connect() as connection:
        links = connection.execute(select(audit.c.act, audit.c.detail)).all()
    assert Counter(act for act, _ in links)["refused"] > 0
    assert [detail for _, detail in links if "zq9" in detail] == []


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

    @HARD
    @given(one=attacks)
    def collect(one: Attack) -> None:
        found.update(wrong_with(target, page, one))

    collect()
    assert fault in found
