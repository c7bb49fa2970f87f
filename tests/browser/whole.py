"""Everything at once: phones, the bot and its courier, a console process, and staff in windows."""

import asyncio
import os
import re
import socket
import sys
import tomllib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from playwright.async_api import Page

from intake.age import new_identity
from intake.example import example_team
from sandbox import Sandbox
from tests.browser.demonstration import ROOT
from tests.service.running import Service

READY_WITHIN = 60.0
_LISTS = ('default = ["reader", "recovery"]', 'readers = ["reader", "recovery"]')


@dataclass(slots=True)
class Whole:
    """One deployment in a folder; its console is started and stopped as an operator would."""

    folder: Path
    box: Sandbox
    origin: str
    process: asyncio.subprocess.Process | None = None
    service: Service | None = None

    @property
    def team_file(self) -> Path:
        """Where the operator keeps the team file."""
        return self.folder / "team.toml"

    @property
    def running(self) -> Service:
        """The bot; only once the team file names staff."""
        assert self.service
        return self.service

    async def command(self, *words: str) -> str:
        """Run `python -m` with these words on this deployment; return what it prints."""
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", *words),
            cwd=ROOT,
            env=os.environ | self._settings(),
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        out, complaint = await process.communicate()
        assert process.returncode == 0, complaint.decode()
        return out.decode()

    async def invite(self, name: str, role: str) -> str:
        """Return a one-time link from the terminal."""
        said = await self.command("console", "invite", name, "--role", role)
        return said.splitlines()[-1].strip()

    async def start(self) -> None:
        """Start the console, and wait until it answers."""
        self.process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "console", "serve"),
            cwd=ROOT,
            env=os.environ | self._settings(),
            stdout=asyncio.subprocess.DEVNULL,
        )
        async with asyncio.timeout(READY_WITHIN):
            while not await self._answers():
                assert self.process.returncode is None
                await asyncio.sleep(0.1)

    async def stop(self) -> None:
        """Stop the console."""
        if self.process and self.process.returncode is None:
            self.process.terminate()
            await self.process.wait()

    def first_team(self) -> None:
        """Keep a team file that names nobody's key yet: there has to be one to begin with."""
        keys = (new_identity().public_key, new_identity().public_key)
        self.team_file.write_text(example_team(*keys), encoding="utf-8")

    def add_to_team(self, *lines: str) -> None:
        """Do with the lines of the pages what they tell the operator to do."""
        names = [name for one in lines for name in tomllib.loads(one)["recipients"]]
        checks = [name for name in names if name.endswith("_conflict")]
        team = self.team_file.read_text(encoding="utf-8")
        readers = [name for name in names if name not in checks]
        for old, new in zip(_LISTS, (readers, checks), strict=True):
            assert old in team
            listed = ", ".join(f'"{name}"' for name in (*new, "recovery"))
            team = team.replace(old, f"{old.split(' = ')[0]} = [{listed}]")
        # The example's own reader is nobody here.
        team = re.sub(r"\[recipients\.reader\]\nname = .*\nkey = .*\n", "", team)
        team = team.replace("[queues]\n", "\n".join((*lines, "[queues]\n")), 1)
        self.team_file.write_text(team, encoding="utf-8")

    def _settings(self) -> dict[str, str]:
        port = self.origin.rpartition(":")[2]
        return {
            "DATA_DIR": str(self.folder),
            "CONSOLE_URL": self.origin,
            "PORT": port,
            "COLUMNS": "200",
            "AUDIT_ANCHOR_FILE": str(self.folder / "anchors"),
        }

    async def _answers(self) -> bool:
        with suppress(OSError):
            port = int(self.origin.rpartition(":")[2])
            _, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.close()
            return True
        return False


@asynccontextmanager
async def whole(folder: Path, box: Sandbox) -> AsyncIterator[Whole]:
    """Make the stores and a first team file, and serve the console until the block ends."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    made = Whole(folder, box, f"http://localhost:{port}")
    await made.command("intake", "init")
    made.first_team()
    await made.start()
    try:
        yield made
    finally:
        await made.stop()


async def make_key(page: Page, origin: str, purpose: str) -> str:
    """Make a key in the page as she does; return its passphrase."""
    await page.goto(f"{origin}/account/keys")
    card = page.locator(f'section[data-purpose="{purpose}"]')
    passphrase = card.get_by_label("Passphrase for this key")
    if not await passphrase.is_visible():
        await card.get_by_text("Make it", exact=True).click()
    await card.get_by_role("button", name="Suggest six words").click()
    words = await passphrase.input_value()
    await card.get_by_label("The same again").fill(words)
    async with page.expect_download():
        await card.get_by_role("button", name="Make the key").click()
    await page.get_by_text("Your key is made").wait_for()
    return words
