"""The receiving loop: one reporter's updates in order, different reporters side by side.

Every update of a batch is committed or parked before the next getUpdates goes out,
because that call acknowledges them. Replies start right after their own commit and
wait for nothing but the same reporter's earlier ones.
"""

import asyncio
import contextlib
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TypeVar

import msgspec

from bot import parking
from bot.desk import Desk
from bot.noting import noted, unshown
from bot.reading import Elsewhere, Numbered, Said, read
from bot.reception import receive
from bot.reply import Reply
from bot.showing import Shown, show
from bot.stores import StoreUnavailable
from bot.telegram import Blocked, Conflict, Gone, Later, Telegram
from intake.logs import tell_exception

_log = logging.getLogger(__name__)
Result = TypeVar("Result")

PAUSE = 1.0
"""Seconds to wait before a database that is away is asked again."""


class Receiving:
    """One process that receives: a desk, its one writer thread, and the Bot API."""

    def __init__(self, desk: Desk, telegram: Telegram) -> None:
        self._desk = desk
        self._telegram = telegram
        self._writer = ThreadPoolExecutor(1, "writer")
        self._showing: dict[bytes, asyncio.Task[None]] = {}
        self._cards: dict[bytes, int] = {}
        self._offset = 0
        self._away = False

    async def run(self, stop: asyncio.Event) -> None:
        """Receive until `stop` is set; then finish what is being shown."""
        await self._telegram.start()
        try:
            for reply in await self._write(unshown, self._desk):
                self._start(reply)
            stopped = asyncio.create_task(stop.wait())
            while not stop.is_set():
                asked = asyncio.create_task(self._poll())
                await asyncio.wait({asked, stopped}, return_when=asyncio.FIRST_COMPLETED)
                if not asked.done():
                    asked.cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await asked
            stopped.cancel()
            await self.settled()
        finally:
            await self._telegram.stop()
            self._writer.shutdown()

    async def settled(self) -> None:
        """Wait until every reply that was decided has been shown."""
        while tasks := [t for t in self._showing.values() if not t.done()]:
            await asyncio.wait(tasks)

    async def _poll(self) -> None:
        try:
            batch = await self._telegram.updates(self._offset)
        except Conflict:
            _log.error("another process receives with this token: stop one of them")
            await asyncio.sleep(10)
            return
        except Later as later:
            if not self._away:
                # Once: it is asked again every few seconds.
                _log.warning("Telegram cannot be asked, trying again: %s", later.why)
            self._away = True
            await asyncio.sleep(later.after)
            return
        if self._away:
            _log.warning("Telegram answers again")
        self._away = False
        # A cancelled poll must not lose its batch between commits and the next offset.
        await asyncio.shield(self._take_in(batch))

    async def _take_in(self, batch: list[msgspec.Raw]) -> None:
        for raw in batch:
            number = msgspec.json.decode(raw, type=Numbered).update_id
            await self._take_in_one(number, bytes(raw))
            self._offset = number + 1

    async def _take_in_one(self, number: int, raw: bytes) -> None:
        """Commit one update, or park it after its third failure."""
        while True:
            try:
                said = read(raw)
                if isinstance(said, Elsewhere):
                    await self._leave(said)
                if isinstance(said, Said):
                    self._start(await self._write(receive, self._desk, said))
            except StoreUnavailable:
                _log.warning("the database is away; nothing is lost, trying again")
                await asyncio.sleep(PAUSE)
            except Exception as error:  # noqa: BLE001 - whatever it is, it must not stop the others
                kind = type(error).__name__
                _log.error("update failed: %s", tell_exception(error))
                if await self._write(parking.count, self._desk, number, kind):
                    await self._apologise(raw)
                    return
            else:
                return

    async def _apologise(self, raw: bytes) -> None:
        with contextlib.suppress(Exception):
            said = read(raw)
            if isinstance(said, Said):
                self._start(await self._write(parking.apology, self._desk, said))

    async def _leave(self, there: Elsewhere) -> None:
        with contextlib.suppress(Gone, Blocked, Later):
            await self._telegram.leave(there.chat)

    def _start(self, reply: Reply) -> None:
        """Show a reply after the same reporter's earlier ones."""
        before = self._showing.get(reply.owner)
        task = asyncio.create_task(self._show_after(before, reply))
        self._showing[reply.owner] = task
        task.add_done_callback(lambda done: self._forget(reply.owner, done))

    def _forget(self, owner: bytes, done: asyncio.Task[None]) -> None:
        if self._showing.get(owner) is done:
            del self._showing[owner]
            self._cards.pop(owner, None)
        if not done.cancelled() and (error := done.exception()):
            _log.error("showing failed: %s", tell_exception(error))

    async def _show_after(self, before: asyncio.Task[None] | None, reply: Reply) -> None:
        """Show a reply on the card that the one before it left, unless a newer one waits.

        Twenty messages in two seconds get one card: each reply is kept already, and what
        it was to delete is on the sweep list that the newest reply deletes from.
        """
        if before is not None:
            await asyncio.wait({before})
        if self._showing.get(reply.owner) is not asyncio.current_task():
            if reply.press:
                await self._telegram.answer(reply.press, reply.note)
            await self._note(reply, Shown(0, (), lost=False))
            return
        card = max(reply.edit, self._cards.get(reply.owner, 0))
        doomed = tuple(i for i in reply.doomed if i != card)
        current = replace(reply, edit=card, doomed=doomed)
        await show(self._desk.moves.flow, self._telegram, current, self._note)

    async def _note(self, reply: Reply, shown: Shown) -> None:
        if shown.card:
            self._cards[reply.owner] = shown.card
        await self._write(noted, self._desk, reply, shown)

    async def _write(self, work: Callable[..., Result], *given: object) -> Result:
        """Do database work in the one writer thread."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._writer, lambda: work(*given))
