"""A whole service for each test."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from sandbox import MovedClock, serve
from tests.service.running import Service, environment, service


@pytest.fixture
async def running(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Service]:
    # The library warns about its coming type of retry_after until one has chosen it.
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    async with serve(clock=MovedClock()) as box:
        for name, value in environment(tmp_path, box.url).items():
            monkeypatch.setenv(name, value)
        async with service(tmp_path, box) as started:
            yield started
