"""A sandbox for each test, and the real library's bot that talks to it over HTTP."""

from collections.abc import AsyncIterator

import pytest
from telegram import Bot
from telegram.request import HTTPXRequest

import sandbox


@pytest.fixture
async def box() -> AsyncIterator[sandbox.Sandbox]:
    async with sandbox.serve(clock=sandbox.MovedClock(lambda: 1_800_000_000.0)) as started:
        yield started


@pytest.fixture
async def bot(box: sandbox.Sandbox, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Bot]:
    # The library warns about its coming type of retry_after until one has chosen it.
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    async with Bot(
        box.token,
        base_url=box.base_url,
        base_file_url=box.base_file_url,
        request=plain_request(),
        get_updates_request=plain_request(),
    ) as connected:
        yield connected


def plain_request() -> HTTPXRequest:
    """Return a client that reads no certificates: there is no TLS here, and each read is slow."""
    return HTTPXRequest(connection_pool_size=8, httpx_kwargs={"verify": False})


@pytest.fixture
async def phone(box: sandbox.Sandbox) -> sandbox.Phone:
    """A phone on which Start was pressed, that update being confirmed already."""
    started = box.phone()
    await started.start()
    await box.updates.get(offset=box.updates.next_number)
    return started
