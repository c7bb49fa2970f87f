"""Scripted reporters: they look at the phone, do the next thing, and look again if nothing comes.

What was typed is never typed again: a message that stands in the chat has been sent.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from flows.typed import code_in
from sandbox import Phone, Sandbox, Shown
from tests.crashes.script import (
    TAPS,
    TEXTS,
    TICKS,
    Told,
    data_of,
    faults_of,
    kept_so_far,
    step_of,
    unique,
)

PATIENCE = 5.0
"""Seconds that a reporter waits before she looks at the screen again."""

STUCK = 40.0
"""Seconds on one card after which something has gone wrong for good."""

PIECES = 6

FIRST = "what"
"""The step that a stranger sees first."""

Typing = Callable[[Phone, str], Awaitable[None]]


class NotKept(AssertionError):  # noqa: N818 - what the test has found
    """Something that was given is gone, or is there twice."""


async def type_it(phone: Phone, text: str) -> None:
    """Type one piece of the own words; a killer puts itself in this place."""
    await phone.say(text)


@dataclass(slots=True)
class Reporter:
    """One scripted reporter. `sent` are the reports she sent, `now` the one she is in."""

    box: Sandbox
    phone: Phone
    typing: Typing = type_it
    words: Callable[[str], str] = unique
    sent: list[Told] = field(default_factory=list)
    now: Told = field(default_factory=Told)
    shown_as_kept: int = 0
    started_again: int = 0

    async def report(self, *, send: bool = True) -> None:
        """Walk one report from the first card to its end, or to the review, unsent."""
        self.now = Told()
        await self.walk(send=send)

    async def walk(self, *, send: bool = True) -> None:
        """Go on with the report that was begun."""
        while True:
            card = await self._looking()
            if step_of(card) == "review" and not self.now.sending:
                self._compare(card)
                if not send:
                    return
            before = len(self.sent)
            await self._act(card)
            if len(self.sent) > before:
                return

    async def leave(self) -> None:
        """Tap Leave until a stranger's first screen is there."""
        while step_of(card := await self._looking()) != FIRST:
            await self._tap(card, "leave")

    async def _looking(self) -> Shown:
        """Return the card on the screen; on a phone without one, begin again as people do."""
        async with asyncio.timeout(STUCK):
            while not (card := await self._card()):
                if not await self._comes(lambda _: True):
                    self.started_again += 1
                    await self.phone.start()
            return card

    async def _card(self) -> Shown | None:
        cards = [shown for shown in await self.phone.screen() if shown.who == "bot"]
        return cards[-1] if cards else None

    async def _act(self, card: Shown) -> None:
        step = step_of(card)
        if step == "own_words":
            await self._own_words()
        elif step == "review":
            self.now.sending = True
            await self._tap(card, "send_it")
        elif step in TEXTS:
            await self._type(card, step)
        elif step in TICKS:
            ticked = data_of(card, f"-{TICKS[step]}")
            await self._tap(card, "done" if ticked else f"+{TICKS[step]}")
        elif step == FIRST and self.now.code:
            self.sent.append(self.now)
        else:
            if step == "receipt":
                self.now.code = next(filter(code_in, card.text.splitlines()))
            await self._tap(card, TAPS[step])

    async def _tap(self, card: Shown, option: str) -> None:
        data = data_of(card, option)
        if not data:
            raise AssertionError(f"{step_of(card)} has no button {option!r}: {card.labels}")
        await self.phone.press(card.id, data)
        await self._moved(card)

    async def _type(self, card: Shown, asked: str) -> None:
        """Answer by one message, once; if it is there already, only wait."""
        if asked not in self.now.typed:
            self.now.typed[asked] = self.words("answer")
            await self.phone.say(self.now.typed[asked])
            await self._moved(card)
        elif not await self._moved(card, STUCK):
            raise NotKept(f"the answer to {asked!r} was taken and is gone")
        self.shown_as_kept += 1

    async def _own_words(self) -> None:
        """Say it in pieces; look for "Kept so far" after each, but go on without it."""
        while len(self.now.pieces) < PIECES:
            self.now.pieces.append(self.words("piece"))
            await self.typing(self.phone, self.now.pieces[-1])
            kept = kept_so_far(len(self.now.pieces))
            if await self._comes(lambda shown, kept=kept: kept in shown.text):  # type: ignore[misc]
                self.shown_as_kept += 1
        card = await self._looking()
        if step_of(card) != "own_words":
            return
        if data_of(card, "done"):
            await self._tap(card, "done")
        elif not await self._moved(card, STUCK):
            raise NotKept("the own words were taken, and the card knows of none")

    async def _moved(self, card: Shown, seconds: float = PATIENCE) -> bool:
        return await self._comes(lambda shown: _differs(shown, card), seconds)

    async def _comes(self, condition: Callable[[Shown], bool], seconds: float = PATIENCE) -> bool:
        def seen(screen: tuple[Shown, ...]) -> bool:
            cards = [shown for shown in screen if shown.who == "bot"]
            return bool(cards) and condition(cards[-1])

        try:
            await self.phone.until(seen, seconds)
        except TimeoutError:
            return False
        return True

    def _compare(self, card: Shown) -> None:
        if faults := faults_of(card.text, self.now):
            raise NotKept("; ".join(faults))


def _differs(shown: Shown, card: Shown) -> bool:
    return (shown.id, shown.text, shown.rows) != (card.id, card.text, card.rows)
