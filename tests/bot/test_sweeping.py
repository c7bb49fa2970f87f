"""Whatever stands on a phone is deleted, or on the sweep list: no crash makes a message stray."""

import asyncio
from collections.abc import Coroutine

import msgspec
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from bot import sweeping
from bot.clearing import Emptying, due, emptied
from bot.noting import noted, unshown
from bot.reading import Said, read
from bot.reception import receive
from bot.reply import Reply
from bot.showing import Shown, removed, show
from bot.sweeping import LONGEST, LOST, Sweep
from tests.bot.broken_line import MOVES, Crashed, Line, desk_of, die, fail

HER = 7_000_000_001
TO_OWN_WORDS = (
    *("go", "no", "yes", "adult", "go", "yes", "questions", "self", "no"),
    *("ew-metropolitan-police-service", "dont_know", "once", "no", "no", "none", "neither", "no"),
    *("account", "go", "words"),
)
"""The options from the first card to the one for her own words."""

Breaks = tuple[int, bool, str]
BREAKS = st.tuples(st.integers(0, 3), st.booleans(), st.sampled_from(("dies", "fails", "hears")))
"""At which call (0: none), before or after it, and what: the process dies, the line fails,
or the bot hears of something that she has typed meanwhile."""
NOTHING: Breaks = (0, False, "dies")


class OnePhone(RuleBasedStateMachine):
    """One phone among others, a bot and a courier that die at any call, and time."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 1_800_000_000.0
        self.desk = desk_of(lambda: self.now)
        self.owner = self.desk.machine_key.owner(HER)
        self.line = Line()
        self.updates = 0
        self.queue: list[bytes] = []
        self.unread: set[int] = set()
        self.waiting: list[Reply] = []

    @initialize(gathering=st.booleans())
    def begin(self, *, gathering: bool) -> None:
        """Start, and walk to the card for her own words if asked to."""
        self._write("/start")
        self._deliver()
        for option in TO_OWN_WORDS if gathering else ():
            self.chooses(option)
            self._deliver()

    @rule(number=st.integers(1, 30))
    def others_write(self, number: int) -> None:
        """Ids go to other chats."""
        self.line.next_id += number

    @rule(text=st.sampled_from(("Something she types.", "exit", "back", "help", "That's all")))
    def types(self, text: str) -> None:
        """She types something."""
        self._write(text)

    @rule(breaks=BREAKS, again=st.booleans())
    def types_and_is_heard(self, breaks: Breaks, *, again: bool) -> None:
        """She types one piece of her own words, and all so far reaches the bot."""
        self._write("One piece.")
        while len(self.queue) > 1:
            self._deliver()
        self._deliver(breaks, again=again)

    @rule(which=st.integers(0, 200))
    def presses(self, which: int) -> None:
        """She presses any button on any card, old ones too."""
        if buttons := self._buttons():
            self._press(*buttons[which % len(buttons)])

    @rule(breaks=BREAKS, again=st.booleans())
    def is_heard(self, breaks: Breaks, *, again: bool) -> None:
        """The oldest thing she said reaches the bot, perhaps not for the last time."""
        if self.queue:
            self._deliver(breaks, again=again)

    @rule(seconds=st.sampled_from((1, 25, 70, 700)), breaks=BREAKS)
    def time_passes(self, seconds: int, breaks: Breaks) -> None:
        """Time passes, and the courier comes round."""
        self.now += seconds
        self._round(breaks)

    @invariant()
    def nothing_strays(self) -> None:
        """Every message is on the list, or above an id that is in doubt, or not heard yet."""
        sweep = self._sweep()
        doubt = min(sweep.sending.values(), default=self.line.next_id)
        known = {*sweep.messages, *self.unread}
        stray = [number for number in self.line.screen if number not in known and number <= doubt]
        assert not stray

    def teardown(self) -> None:
        """A day later the phone is empty."""
        while self.queue:
            self._deliver()
        self.now += LOST + 1
        self._round()
        self.now += LONGEST
        for _ in range(3):
            self._round()
            self.now += 700
        assert not self.line.screen

    def chooses(self, option: str) -> None:
        """Press the button of an option."""
        self._press(*next(b for b in self._buttons() if b[1].endswith(f":{option}")))

    def _sweep(self) -> Sweep:
        with self.desk.store.begin() as tx:
            return sweeping.opened(tx.sweep_of(self.owner), self.desk.machine_key, HER)

    def _buttons(self) -> list[tuple[int, str]]:
        cards = self.line.screen.items()
        return [(n, b[1]) for n, rows in cards if rows for row in rows for b in row if not b[2]]

    def _write(self, text: str) -> None:
        number = self.line.post(None)
        self.unread.add(number)
        self._queue(message=_message(number) | {"from": {"id": HER}, "text": text})

    def _press(self, message: int, data: str) -> None:
        press = {"id": "1", "from": {"id": HER}, "message": _message(message), "data": data}
        self._queue(callback_query=press)

    def _queue(self, **body: object) -> None:
        self.updates += 1
        self.queue.append(msgspec.json.encode({"update_id": self.updates, **body}))

    def _deliver(self, breaks: Breaks = NOTHING, *, again: bool = False) -> None:
        raw = self.queue.pop(0)
        if again:
            self.queue.insert(0, raw)
        self._until_killed(self._show(self._heard(raw)), breaks)

    def _until_killed(self, work: Coroutine[object, object, None], breaks: Breaks) -> None:
        """Do what may be killed; if it is, start again as the bot does."""
        at, after, what = breaks
        between = {"dies": die, "fails": fail, "hears": self._hears_more}
        self.line.breaks(at, after=after, what=between[what])
        try:
            asyncio.run(work)
        except Crashed:
            self.waiting = unshown(self.desk)
        finally:
            self.line.breaks(0, after=False, what=die)
        while self.waiting:
            asyncio.run(self._show(self.waiting.pop(0)))

    def _hears_more(self) -> None:
        """Take in, while something is being shown, what she has just typed."""
        self._write("Meanwhile.")
        while self.queue:
            self.waiting.append(self._heard(self.queue.pop(0)))

    def _heard(self, raw: bytes) -> Reply:
        said = read(raw)
        assert isinstance(said, Said)
        self.unread.discard(said.message)
        return receive(self.desk, said)

    async def _show(self, reply: Reply) -> None:
        async def note(reply: Reply, shown: Shown) -> None:
            noted(self.desk, reply, shown)

        await show(MOVES.flow, self.line, reply, note)

    def _round(self, breaks: Breaks = NOTHING) -> None:
        self._until_killed(self._clear(), breaks)

    async def _clear(self) -> None:
        for job in due(self.desk):
            if isinstance(job, Emptying):
                emptied(self.desk, job, await removed(self.line, job.chat, job.doomed))
            else:
                await self._show(job)


def _message(number: int) -> dict[str, object]:
    return {"message_id": number, "date": 1, "chat": {"id": HER, "type": "private"}}


def test_a_message_typed_while_doubtful_ids_are_deleted_stays_on_the_list() -> None:
    """Deleting an id that is not there yet does not count as deleting what comes to have it."""
    phone = OnePhone()
    phone.begin(gathering=True)
    phone.types("back")
    phone.is_heard(NOTHING, again=False)
    phone.chooses("words")
    phone.is_heard((1, False, "dies"), again=True)
    # Delivered again, with the ids above in doubt: they are deleted, then a piece comes.
    phone.is_heard((2, True, "hears"), again=False)
    assert None in phone.line.screen.values()
    phone.nothing_strays()
    phone.teardown()


TestOnePhone = OnePhone.TestCase
TestOnePhone.settings = settings(
    max_examples=250,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
