"""The demonstration's console by itself: its own process, invented staff, 70 invented reports."""

import asyncio
import os
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from playwright.async_api import Page

from bot.settings import BotSettings
from sandbox.demonstration import prepare_demonstration
from sandbox.serving import FAKE_TOKEN
from tests.browser.demonstration import ROOT

READY_WITHIN = 60.0


@asynccontextmanager
async def demonstration_console(folder: Path) -> AsyncIterator[str]:
    """Yield the console's origin, with the reports in its store, until the block ends."""
    prepare_demonstration(BotSettings(telegram_bot_token=FAKE_TOKEN, data_dir=folder))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    reports = await _start("reports", "--data", str(folder))
    assert await reports.wait() == 0
    serving = await _start("console", "--data", str(folder), "--port", port)
    try:
        async with asyncio.timeout(READY_WITHIN):
            while not await _answers(int(port)):
                assert serving.returncode is None
                await asyncio.sleep(0.1)
        yield f"http://localhost:{port}"
    finally:
        serving.terminate()
        await serving.wait()


async def become(page: Page, origin: str, name: str) -> None:
    """Go on as one of the invented staff, by the one click of the demonstration."""
    await page.goto(f"{origin}/demonstration")
    await page.get_by_role("button", name=f"Go on as {name}").click()
    await page.wait_for_url(lambda url: not url.endswith("/demonstration"), timeout=60_000)


async def _start(*words: str) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "sandbox", *words),
        cwd=ROOT,
        env=os.environ,
        stdout=asyncio.subprocess.DEVNULL,
    )


async def _answers(port: int) -> bool:
    with suppress(OSError):
        _, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.close()
        return True
    return False
