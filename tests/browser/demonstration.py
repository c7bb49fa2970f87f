"""The demonstration as `make run` starts it: real processes, told apart by what they print."""

import asyncio
import json
import os
import re
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from sandbox.demonstration import PASSPHRASE, identity_path

ROOT = Path(__file__).parents[2]
READY = "Stop with Ctrl-C."
READY_WITHIN = 90.0
ENDS_WITHIN = 30.0
LOOKS = 30


@dataclass(slots=True)
class Demonstration:
    """A running demonstration: its lines so far, its address, its data folder."""

    process: asyncio.subprocess.Process
    data: Path
    said: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    @property
    def url(self) -> str:
        """The address of the first phone, as it was printed."""
        found = re.search(r"The phone +(http://127\.0\.0\.1:\d+/)", "".join(self.said))
        assert found, "".join(self.said)
        return found[1]

    async def listen(self) -> None:
        """Note every line until the process closes its output."""
        assert self.process.stdout
        async for line in self.process.stdout:
            self.said.append(line.decode())

    async def ready(self) -> None:
        """Wait until it says that all is there."""
        async with asyncio.timeout(READY_WITHIN):
            while not (self.said and READY in self.said[-2 if self.said[-1] == "\n" else -1]):
                assert self.process.returncode is None, "".join(self.said)
                await asyncio.sleep(0.02)

    async def children(self) -> list[int]:
        """Return the ids of the processes that it has started."""
        table = await _output("ps", "-A", "-o", "pid=,ppid=")
        pairs = [line.split() for line in table.splitlines()]
        return [int(pid) for pid, parent in pairs if int(parent) == self.process.pid]

    async def interrupt(self) -> int:
        """Do as Ctrl-C does; return how it ended."""
        self.process.send_signal(signal.SIGINT)
        return await asyncio.wait_for(self.process.wait(), ENDS_WITHIN)

    async def intake(self, *words: str) -> str:
        """Run a staff command on this data; return what it prints."""
        return await _output(
            sys.executable, "-m", "intake", *words, DATA_DIR=str(self.data), COLUMNS="100"
        )

    async def opened(self, *words: str) -> str:
        """Run a staff command that needs the demonstration lawyer's key."""
        passphrase = self.data.parent / "passphrase"
        passphrase.write_text(PASSPHRASE, encoding="utf-8")
        key = ("--identity", str(identity_path(self.data)))
        return await self.intake(*words, *key, "--passphrase-file", str(passphrase))

    async def arrivals(self) -> list[dict[str, Any]]:
        """Return what `list --json` says."""
        found: list[dict[str, Any]] = json.loads(await self.intake("list", "--json"))
        return found

    async def arrived(self) -> dict[str, Any]:
        """Wait for one report that has not been asked for yet; return its line of the list."""
        for _ in range(LOOKS):
            new = [one for one in await self.arrivals() if one["report_id"] not in self.seen]
            if new:
                (one,) = new
                self.seen.add(one["report_id"])
                return one
        pytest.fail("no report has arrived")


@asynccontextmanager
async def demonstration(data: Path, **settings: str) -> AsyncIterator[Demonstration]:
    """Run `python -m sandbox run` on a free port, with an empty store, until the block ends."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "sandbox", "run", "--port", "0", "--data", str(data)),
        "--no-reports",
        cwd=ROOT,
        env=os.environ | settings,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    running = Demonstration(process, data)
    listening = asyncio.create_task(running.listen())
    try:
        await running.ready()
        yield running
    finally:
        if process.returncode is None:
            await running.interrupt()
        await listening


def alive(pid: int) -> bool:
    """Tell whether a process is still there."""
    with suppress(ProcessLookupError):
        os.kill(pid, 0)
        return True
    return False


async def _output(*command: str, **settings: str) -> str:
    process = await asyncio.create_subprocess_exec(
        *command,
        cwd=ROOT,
        env=os.environ | settings,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, complaint = await process.communicate()
    assert process.returncode == 0, complaint.decode()
    return out.decode()
