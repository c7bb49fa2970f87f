"""Somebody takes up a phone: what they do with it, and everything that it shows them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random

from sandbox import Phone
from sandbox.messages import Message
from tests.service.lives import Act, Life
from tests.service.running import Service

TYPED = (
    "/start", "/review", "/mydata", "/status", "/help", "/privacy", "/delete", "/send", "/add",
    "/withdraw", "/language", "/pause", "/skip", "/back", "hello", "bluebell", "review", "status",
    "exit", "Language", "More",
)  # fmt: skip
TAPPED = ("go", "help", "more", "language", "leave", "l.xx", "have_code", "yes", "privacy", "back")
COMES_BACK = frozenset({"/start"})

Look = tuple[object, ...]


@dataclass(slots=True)
class Holding:
    """A phone in a stranger's hand. `old` are cards of before that are still on it."""

    phone: Phone
    old: dict[int, Message] = field(default_factory=dict, repr=False)
    looks: list[Look] = field(default_factory=list, repr=False)
    pressed: str = ""

    async def do(self, what: str) -> None:
        """Type, tap an option of the newest card if it has it, or press what an old card says."""
        self.pressed = ""
        kind, _, value = what.partition(" ")
        cards = [m for m in self.phone.shown() if m.who == "bot" and m.id not in self._untouched()]
        card = cards[-1] if cards else None
        if kind == "type":
            await self.phone.say(value)
        elif kind == "tap":
            offered = [b.data for row in card.rows for b in row if b.data] if card else []
            data = next((d for d in offered if d.endswith(f":{value}")), None)
            if card and data:
                self.pressed = await self.phone.press(card.id, data)
        elif kind == "old":
            there = next(iter(self.old), 1)
            self.pressed = await self.phone.press(there, value)
        elif card:
            self.pressed = await self.phone.press(card.id, value)

    def look(self, toasts: Mapping[str, str]) -> None:
        """Note everything the phone shows; only ids and times are left out.

        `toasts` are the lines that answers to presses have shown, by press.
        """
        untouched = self._untouched()
        shown = tuple(
            (m.who, m.kind, m.text, m.rows) for m in self.phone.shown() if m.id not in untouched
        )
        self.looks.append((shown, toasts.get(self.pressed)))

    def _untouched(self) -> set[int]:
        """Return the old cards that are on the phone as they were: no stranger has such."""
        there = self.phone.chat.messages
        return {i for i, m in self.old.items() if i in there and there[i] is m}


def doings(life: Life, chance: Random) -> list[str]:
    """Return what is done with a phone: the same for its owner's and for a stranger's own.

    Where nobody else can open the phone and no word was chosen, /start is hers to come back
    by (CONVERSATION.md), so it is left out there.
    """
    hers = life.stage == "held" and life.opened_by == "no"
    typed = [f"type {text}" for text in TYPED if not (hers and text in COMES_BACK)]
    tapped = [f"tap {option}" for option in TAPPED]
    old = [b.data for m in life.old.values() for row in m.keyboard for b in row if b.data]
    pressed = [f"{how} {chance.choice(old)}" for how in ("old", "now")] if old else []
    return [
        *chance.sample(pressed, len(pressed)),
        *chance.sample([*typed, *tapped[:5]], 2),
        *chance.sample([*typed, *tapped], 2),
    ]


async def together(service: Service, held: list[tuple[Holding, list[str]]]) -> None:
    """Let every phone be used side by side, and look at each after everything done to it."""
    for turn in range(max(len(doing) for _, doing in held)):
        for holding, doing in held:
            if turn < len(doing):
                await holding.do(doing[turn])
        await settled(service)
        toasts = newest_toasts(service)
        for holding, doing in held:
            if turn < len(doing):
                holding.look(toasts)


async def settled(service: Service) -> None:
    """Wait as `Service.settled` does, longer: two hundred phones are used at once."""
    await service.box.all_confirmed(120)
    await service.receiving.settled()


def newest_toasts(service: Service) -> dict[str, str]:
    """Return the line of each press answered since the last asking."""
    asked = service.box.history.of("answerCallbackQuery")
    service.box.history.clear()
    return {str(a.fields["callback_query_id"]): str(a.fields.get("text", "")) for a in asked}


async def live(service: Service, lives: list[Life]) -> None:
    """Let every life go on until it has got to where it was to."""
    going = lives
    while going:
        acts = [(life, life.next_act()) for life in going]
        going = [life for life, act in acts if act]
        for life, act in acts:
            if act:
                await _act(life.phone, act)
        await settled(service)


async def _act(phone: Phone, act: Act) -> None:
    if act.says:
        await phone.say(act.says)
    else:
        card = [m for m in phone.shown() if m.who == "bot"][-1]
        await phone.press(act.message or card.id, act.data)
