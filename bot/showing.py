"""A reply -> the one card on the phone, and everything else off it.

A press edits the card in place. Words that were kept are removed from the chat. What
worked and what did not is noted, so that the courier can finish it.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from bot.reading import HELD
from bot.reply import Reply
from bot.telegram import AT_ONCE, Blocked, Gone, Later, Rows, Telegram
from flows.arrival import pack
from flows.draft import Draft
from flows.model import Flow
from flows.screen import Card

_log = logging.getLogger(__name__)

WAITS = (1.0, 2.0, 5.0, 30.0)
"""Seconds to wait at most after each failed attempt; the courier goes on from there."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What became of a reply: the card's id (0: none), the ids that are gone.

    `lost`: an attempt failed half-way, so an unknown card may be on the phone.
    `stuck`: a message was too old to be deleted, so it stays until she clears the chat.
    """

    card: int
    gone: tuple[int, ...]
    lost: bool
    stuck: bool = False


Noting = Callable[[Reply, Shown], Awaitable[None]]


def buttons(flow: Flow, card: Card, show: Draft) -> Rows:
    """Return the card's rows with the data that each button carries (at most 64 bytes)."""
    held = show.stage != "arrive"
    return [
        [
            (
                button.label,
                f"{HELD}:{card.step}:{show.revision}:{button.option}"
                if held
                else pack(flow, show, button.option),
                button.copy,
            )
            for button in row
        ]
        for row in card.rows
    ]


async def show(flow: Flow, telegram: Telegram, reply: Reply, note: Noting) -> None:
    """Carry a reply out; `note` is told what is on the phone afterwards.

    Deleting comes before sending: an id that is doomed because it was lost must not
    be the new card's. Where an attempt failed half-way, a card may be on the phone
    that nobody knows the id of: `note` is told so.
    """
    rows = buttons(flow, reply.card, reply.show)
    if reply.press:
        await telegram.answer(reply.press, reply.note)
    card, lost, doomed, gone, stuck = 0, False, list(reply.doomed), list[int](), False
    for wait in WAITS:
        try:
            if reply.edit and not (card or reply.below):
                edited = await telegram.edit(reply.chat, reply.edit, reply.card.text, rows)
                card = reply.edit if edited else 0
            if left := [i for i in doomed if i not in gone]:
                taken = await removed(telegram, reply.chat, left)
                gone, stuck = gone + taken.gone, stuck or taken.stuck
            if not card and not reply.only_edit:
                card = await telegram.send(reply.chat, reply.card.text, rows)
                doomed += [reply.edit] if reply.edit else []
                # Ids beyond the newest were doomed in doubt; this one is the card's now.
                doomed, gone = _but(card, doomed), _but(card, gone)
            if set(doomed) <= set(gone):
                break
        except Blocked:
            gone = [*doomed, reply.edit]
            break
        except Gone:
            break
        except Later as later:
            lost = lost or not card
            await asyncio.sleep(min(later.after, wait))
    await note(reply, Shown(card, tuple(gone), lost, stuck))


def _but(card: int, ids: Sequence[int]) -> list[int]:
    return [number for number in ids if number != card]


@dataclass(frozen=True, slots=True)
class Removed:
    """The ids that need no second try, and whether one of them is too old to be deleted."""

    gone: list[int]
    stuck: bool


async def removed(telegram: Telegram, chat: int, ids: Sequence[int]) -> Removed:
    """Delete messages a hundred at a time; return what became of it."""
    gone, stuck = list[int](), False
    for start in range(0, len(ids), AT_ONCE):
        batch = list(ids[start : start + AT_ONCE])
        try:
            await telegram.delete(chat, batch)
        except Later:
            continue
        except Gone:
            # One that is too old holds back its whole batch: the rest goes one by one.
            if len(batch) > 1:
                for one in batch:
                    alone = await removed(telegram, chat, [one])
                    gone, stuck = gone + alone.gone, stuck or alone.stuck
                continue
            _log.info("a message is too old to be deleted")
            stuck = True
        gone += batch
    return Removed(gone, stuck)
