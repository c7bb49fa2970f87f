"""The killer: kill -9 at random moments, and at the worst one of all.

The worst is the first request after a commit in a step that gathers text: the words are
kept, the reporter does not know it yet, and Telegram may deliver them once more.
"""

import asyncio
import random
import sqlite3
import time
from dataclasses import dataclass, field
from pathlib import Path

from sandbox import Fault, FaultKind, Phone, Sandbox
from sandbox.history import Asked
from tests.crashes.processes import Program

CHANCE = random.SystemRandom()

BACKLOG, CAUGHT_UP = 12, 3
"""Updates that wait: from the first figure on, the bot is left to come down to the second."""

HOLD = 2.0
"""Seconds for which a confirmation is held back at most, so that the kill comes before it."""


@dataclass(slots=True)
class Aim:
    """One kill that waits for its moment: the update that it follows, and the chat.

    `hold`: the update's confirmation does not reach the sandbox before the kill, so that it
    is delivered again. `before`: the request that was to show the card is lost too.
    """

    update: int
    chat: int
    hold: bool
    before: bool
    fired: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass(slots=True)
class Killer:
    """Kills `bot`: `at_random` times at any moment, `aimed` times after a commit."""

    box: Sandbox
    bot: Program
    courier: Program
    drafts: Path
    at_random: int
    aimed: int
    random_kills: int = 0
    aimed_kills: int = 0
    redelivered: int = 0
    courier_kills: int = 0
    back: list[float] = field(default_factory=list)
    begun: float = 0.0
    last: int = 0
    aim: Aim | None = None

    @property
    def done(self) -> bool:
        """Whether every kill has been made."""
        return self.random_kills >= self.at_random and self.aimed_kills >= self.aimed

    async def run(self) -> None:
        """Kill until every kill has been made."""
        take_away = self.box.faults.when("*", self._hook)
        try:
            while not self.done:
                await self._up()
                await asyncio.sleep(CHANCE.uniform(0.0, 1.5))
                if self.random_kills < self.at_random and self.bot.kill():
                    self.random_kills += 1
                    if self.random_kills % 5 == 0:
                        self.courier_kills += self.courier.kill()
        finally:
            take_away()

    async def _up(self) -> None:
        """Wait until the newest process asks for updates; now and then, until it has caught up.

        Killed faster than it can start and catch up, on a busy machine, it would never end.
        """
        last = max((asked.number for asked in self.box.history.requests), default=0)
        await self.box.until(lambda: bool(self.box.history.of("getUpdates", last)), 30)
        if self.random_kills % 3 == 0 or self.box.updates.unconfirmed > BACKLOG:
            await self.box.until(lambda: self.box.updates.unconfirmed < CAUGHT_UP, 60)

    async def typing(self, phone: Phone, text: str) -> None:
        """Type for a reporter, and aim at the commit of just that message."""
        if self.aim is None and self.aimed_kills < self.aimed:
            number = self.aimed_kills
            update = self.box.updates.next_number
            self.aim = Aim(update, phone.user_id, hold=number % 2 == 0, before=number % 4 < 2)
        await phone.say(text)

    async def _hook(self, asked: Asked) -> None:
        if asked.method == "getUpdates" and self.bot.started_at != self.begun:
            self.begun = self.bot.started_at
            waiting = {update.number for update in self.box.updates.waiting}
            self.redelivered += self.last in waiting
            self.last = 0
            self.back.append(time.monotonic() - self.begun)
        aim = self.aim
        if aim is None or not self._committed(aim.update):
            return
        if asked.method == "getUpdates":
            if aim.hold and int(str(asked.fields.get("offset") or 0)) > aim.update:
                await self._held(aim)
        elif str(asked.fields.get("chat_id")) == str(aim.chat) and self.bot.kill():
            if aim.before:
                self.box.faults.plant(Fault(FaultKind.DROP, asked.method, chat_id=aim.chat))
            self.aim, self.last = None, aim.update
            self.aimed_kills += 1
            aim.fired.set()

    async def _held(self, aim: Aim) -> None:
        """Keep a confirmation back until the process that sent it is dead, and lose it."""
        try:
            await asyncio.wait_for(aim.fired.wait(), HOLD)
        except TimeoutError:
            return
        self.box.faults.plant(Fault(FaultKind.DROP, "getUpdates"))

    def _committed(self, update: int) -> bool:
        """Ask the bot's own database whether an update is kept."""
        connection = sqlite3.connect(f"file:{self.drafts}?mode=ro", uri=True)
        try:
            asked = "SELECT 1 FROM seen WHERE update_id = ?"
            return connection.execute(asked, (update,)).fetchone() is not None
        finally:
            connection.close()
