"""`python -m console` as a process of its own, on a folder as `python -m intake init` leaves it."""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
PATIENCE: Final = 30.0
"""Seconds: Python and what it imports start slowly on a busy machine."""


@dataclass(frozen=True, slots=True)
class Ended:
    """A process that has ended."""

    code: int
    said: str
    """Both outputs, standard output first."""


@dataclass(frozen=True, slots=True)
class Started:
    """A console that said that it answers."""

    process: asyncio.subprocess.Process = field(repr=False)
    line: str
    """What it said."""

    async def ends(self, name: signal.Signals = signal.SIGTERM) -> Ended:
        """Stop it, and return how it ended and what else it said."""
        self.process.send_signal(name)
        async with asyncio.timeout(PATIENCE):
            out, err = await self.process.communicate()
        return Ended(self.process.returncode or 0, out.decode() + err.decode())


def free_port() -> int:
    """Return a port on which nobody listens just now."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


async def ran(settings: Mapping[str, str], *command: str) -> Ended:
    """Run `python -m COMMAND` with these settings alone, until it ends by itself."""
    async with running(settings, *command) as process, asyncio.timeout(PATIENCE):
        out, err = await process.communicate()
    return Ended(process.returncode or 0, out.decode() + err.decode())


@asynccontextmanager
async def console(settings: Mapping[str, str]) -> AsyncIterator[Started]:
    """Run `python -m console` until it says that it answers, and on for as long as the block."""
    async with running(settings, "console") as process:
        assert process.stdout
        async with asyncio.timeout(PATIENCE):
            line = (await process.stdout.readline()).decode()
        yield Started(process, line)


@asynccontextmanager
async def running(
    settings: Mapping[str, str], *command: str
) -> AsyncIterator[asyncio.subprocess.Process]:
    """Run `python -m COMMAND` with these settings alone, for as long as the block at most."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", *command),
        env={"PATH": os.environ["PATH"], "PYTHONUNBUFFERED": "1", **settings},
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()
