"""The courier: hands reports over, clears chats, ends drafts, brings notes, tells staff.

Its own process.

Every piece of work survives a crash at any line: what is done twice is done once
for the intake store, and deleting what is deleted already changes nothing.
"""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
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
from intake.alerts import Outbox, Sending, addressees
from intake.logs import tell_exception

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class Courier:
    """One courier. On PostgreSQL several may run side by side."""

    desk: Desk
    telegram: Telegram
    sending: Sending = field(init=False)

    def __post_init__(self) -> None:
        """Tell staff as the team file says; what they are to hear waits in the draft database."""
        told = addressees(self.desk.sealer.team.alerts)
        self.sending = Sending(Outbox(told, self.desk.store.begin, self.desk.clock))

    async def run(self, stop: asyncio.Event, every: float = 1.0) -> None:
        """Do rounds, `every` seconds apart, until `stop` is set."""
        await self.telegram.start()
        try:
            # Side by side: a mail server may take half a minute, and no chat waits for it.
            async with asyncio.TaskGroup() as both:
                both.create_task(_again(self.round, stop, every))
                both.create_task(_again(self.tell_staff, stop, every))
        finally:
            await self.telegram.stop()

    async def round(self) -> None:
        """Do each kind of work once; one that fails must not keep the others from theirs."""
        for work in (self._end, self._clear, self._write_notes, self._hand_over):
            await _outlived(work)

    async def tell_staff(self) -> None:
        """Bring the alerts that are due."""
        await _outlived(self._tell_staff)

    async def _tell_staff(self) -> None:
        await asyncio.to_thread(self.sending.round)

    async def _hand_over(self) -> None:
        await asyncio.to_thread(hand_over, self.desk, self.sending.outbox)

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


async def _again(work: Callable[[], Awaitable[None]], stop: asyncio.Event, every: float) -> None:
    """Do `work`, `every` seconds apart, until `stop` is set."""
    while not stop.is_set():
        await work()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), every)


async def _outlived(work: Callable[[], Awaitable[None]]) -> None:
    """Do `work`; whatever fails is logged and tried again in the next round."""
    try:
        await work()
    except StoreUnavailable:
        _log.warning("a database is away; nothing is lost, trying again")
    except Exception as error:  # noqa: BLE001 - the courier outlives every row
        _log.error("%s failed: %s", work.__name__, tell_exception(error))
