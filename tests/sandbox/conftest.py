"""A sandbox for each test, and the real library's bot that talks to it over HTTP."""

from collections.abc import AsyncIterator

import pytest
from telegram import Bot

import sandbox


@pytest.fixture
async def box() -> AsyncIterator[sandbox.Sandbox]:
    async with sandbox.serve(clock=sandbox.MovedClock(lambda: 1_800_000_000.0)) as started:
        yield started


@pytest.fixture
async def bot(box: sandbox.Sandbox, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Bot]:
    # The library warns about its coming type of retry_after until one has chosen it.
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    async with Bot(box.token, base_url=box.base_url, base_file_url=box.base_file_url) as connected:
        yield connected


@pytest.fixture
async def phone(box: sandbox.Sandbox) -> sandbox.Phone:
    """A phone on which Start was pressed, that update being confirmed already."""
    started = box.phone()
    await started.start()
    await box.updates.get(offset=box.updates.next_number)
    return started
