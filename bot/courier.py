"""The courier: hands reports over, clears chats, ends drafts, brings notes. Its own process.

Every piece of work survives a crash at any line: what is done twice is done once
for the intake store, and deleting what is deleted already changes nothing.
"""

import asyncio
import logging
from dataclasses import dataclass, field

from bot.clearing import Emptying, due, emptied
from bot.covering import covers
from bot.desk import Desk
from bot.ending import end
from bot.handing_over import hand_over
from bot.noting import noted
from bot.reply import Reply
from bot.showing import Removed, Shown, removed, show
from bot.stores import StoreUnavailable
from bot.telegram import Blocked, Telegram
from bot.telling import Telling
from intake.logs import tell_exception

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class Courier:
    """One courier. On PostgreSQL several may run side by side."""

    desk: Desk
    telegram: Telegram
    telling: Telling = field(init=False)

    def __post_init__(self) -> None:
        """Tell staff by the channels of the team file."""
        self.telling = Telling(self.desk.sealer.team.alerts, self.desk.clock)

    async def run(self, stop: asyncio.Event, every: float = 1.0) -> None:
        """Do rounds, `every` seconds apart, until `stop` is set."""
        await self.telegram.start()
        try:
            while not stop.is_set():
                await self.round()
                try:
                    await asyncio.wait_for(stop.wait(), every)
                except TimeoutError:
                    continue
        finally:
            await self.telegram.stop()

    async def round(self) -> None:
        """Do each kind of work once; one that fails must not keep the others from theirs."""
        for work in (self._end, self._clear, self._write_notes, self._hand_over):
            try:
                await work()
            except StoreUnavailable:
                _log.warning("a database is away; nothing is lost, trying again")
            except Exception as error:  # noqa: BLE001 - the courier outlives every row
                _log.error("%s failed: %s", work.__name__, tell_exception(error))

    async def _hand_over(self) -> None:
        arrived = await asyncio.to_thread(hand_over, self.desk)
        # Last, and after everything is stored: a mail server may take half a minute.
        await asyncio.to_thread(self.telling.tell, arrived)

    async def _end(self) -> None:
        await asyncio.to_thread(end, self.desk)

    async def _clear(self) -> None:
        for job in await asyncio.to_thread(due, self.desk):
            if isinstance(job, Emptying):
                await asyncio.to_thread(emptied, self.desk, job, await self._emptied(job))
            else:
                await show(self.desk.moves.flow, self.telegram, job, self._note)

    async def _emptied(self, job: Emptying) -> Removed:
        try:
            return await removed(self.telegram, job.chat, job.doomed)
        except Blocked:
            # Her phone is closed to us: nothing there can be touched, and others wait.
            return Removed(list(job.doomed), stuck=False)

    async def _write_notes(self) -> None:
        for reply in await asyncio.to_thread(covers, self.desk):
            await show(self.desk.moves.flow, self.telegram, reply, self._note)

    async def _note(self, reply: Reply, shown: Shown) -> None:
        await asyncio.to_thread(noted, self.desk, reply, shown)
