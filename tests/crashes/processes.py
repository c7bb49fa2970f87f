"""The service's own programs as processes that a test may kill; each is back at once."""

import asyncio
import os
import signal
import sys
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bot.settings import BotSettings
from intake.age import Identity, new_identity
from intake.settings import read_settings
from sandbox.demonstration import demonstration_team, prepare_demonstration

ROOT = Path(__file__).parents[2]
BOT = ("-m", "bot")
_INHERITED = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "PTB_TIMEDELTA": "1"}
WITHOUT_SEEN = (str(Path(__file__).with_name("without_seen.py")),)
"""The bot with its memory of seen updates taken out."""


@dataclass(slots=True)
class Program:
    """One program of ours: killed with -9, it is started again, as a supervisor would."""

    command: Sequence[str]
    environment: Mapping[str, str] = field(repr=False)
    log: Path
    kills: int = 0
    process: asyncio.subprocess.Process | None = None
    started_at: float = 0.0
    ending: bool = False

    @property
    def pid(self) -> int:
        """The process's number, 0 while there is none."""
        running = self.process is not None and self.process.returncode is None
        return self.process.pid if self.process and running else 0

    async def start(self) -> None:
        """Start the process once."""
        with self.log.open("ab") as log:
            self.process = await asyncio.create_subprocess_exec(
                *(sys.executable, *self.command),
                env={**self.environment, **_INHERITED},
                cwd=ROOT,
                stdout=log,
                stderr=log,
            )
        self.started_at = time.monotonic()

    async def keep_alive(self) -> None:
        """Start the process again whenever it has been killed; a fault of its own is told."""
        while self.process is not None:
            code = await self.process.wait()
            if self.ending:
                return
            if code != -signal.SIGKILL:
                raise RuntimeError(f"it ended by itself ({code}): {self.log.read_text()[-800:]}")
            await self.start()

    def kill(self) -> bool:
        """Send SIGKILL; False if there is nothing to kill."""
        if not self.pid or self.ending:
            return False
        try:
            # Not the process's own kill: it may take the exit code from asyncio's watcher.
            os.kill(self.pid, signal.SIGKILL)
        except ProcessLookupError:
            return False  # dead already, and nobody has been told yet
        self.kills += 1
        return True

    async def stop(self) -> None:
        """End the process for good, the way a service is stopped."""
        self.ending = True
        if self.process is None or self.process.returncode is not None:
            return
        self.process.terminate()
        try:
            await asyncio.wait_for(self.process.wait(), 15)
        except TimeoutError:
            self.process.kill()
            await self.process.wait()


@dataclass(frozen=True, slots=True)
class Programs:
    """The bot and the courier of one service, and what opens its reports."""

    bot: Program
    courier: Program
    settings: BotSettings
    reader: Identity = field(repr=False)


@asynccontextmanager
async def programs(
    environment: Mapping[str, str], bot: Sequence[str] = BOT, courier: Sequence[str] = BOT
) -> AsyncIterator[Programs]:
    """Make a demonstration service, and run its bot and courier as long as the block lasts.

    `environment` must be this process's own as well, for the settings to be read from.
    """
    settings = read_settings(BotSettings)
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    reader, recovery = new_identity(), new_identity()
    text = demonstration_team(reader.public_key, recovery.public_key)
    settings.team_file.write_text(text, encoding="utf-8")
    prepare_demonstration(settings)
    logs = settings.data_dir.with_name("logs")
    logs.mkdir(exist_ok=True)
    running = Programs(
        Program((*bot, "poll"), environment, logs / "bot.log"),
        Program((*courier, "courier", "--every", "0.2"), environment, logs / "courier.log"),
        settings,
        reader,
    )
    both = (running.bot, running.courier)
    for program in both:
        await program.start()
    tasks = [asyncio.create_task(program.keep_alive()) for program in both]
    try:
        yield running
    finally:
        for program in both:
            await program.stop()
        await asyncio.gather(*tasks)
