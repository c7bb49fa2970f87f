"""A desk on stores in memory, and the way to one phone: what a test may break at each call."""

from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.crypto import MachineKey
from bot.desk import Desk
from bot.opening import settings_of
from bot.sealing import Sealer
from bot.stores.memory import MemoryKeys, MemoryStore
from bot.telegram import Later, Rows, Telegram
from flows.loading import load_flow
from intake.age import new_identity
from intake.memory import MemoryIntake
from intake.team import read_team
from sandbox.demonstration import demonstration_team

MOVES = load_flow()


class Crashed(BaseException):
    """The process was killed."""


def die() -> None:
    """Let the process be killed."""
    raise Crashed


def fail() -> None:
    """Let the line fail half-way."""
    raise Later(0)


class Line(Telegram):
    """The way to one phone: `screen` maps ids to each message's buttons, None for her own.

    `at` is the call at which something comes between, 0 for none, `after` whether that call
    is then done, `what` raises or does what comes between.
    """

    def __init__(self) -> None:
        self.screen: dict[int, Rows | None] = {}
        self.next_id = 1000
        self.at, self.after, self.what = 0, False, die

    def _call(self, *, done: bool) -> None:
        if done == self.after and self.at == 1:
            self.at = 0
            self.what()
        if done:
            self.at -= 1

    def breaks(self, at: int, *, after: bool, what: Callable[[], None]) -> None:
        """Let something come between at the `at`-th call from now, 0 for none."""
        self.at, self.after, self.what = at, after, what

    def post(self, rows: Rows | None) -> int:
        """Put a message on the screen."""
        self.next_id += 1
        self.screen[self.next_id] = rows
        return self.next_id

    async def send(self, chat: int, text: str, rows: Rows) -> int:
        """Send a card."""
        del chat, text
        self._call(done=False)
        number = self.post(rows)
        self._call(done=True)
        return number

    async def edit(self, chat: int, message: int, text: str, rows: Rows) -> bool:
        """Change a card, if it is there."""
        del chat, text
        self._call(done=False)
        there = message in self.screen
        if there:
            self.screen[message] = rows
        self._call(done=True)
        return there

    async def delete(self, chat: int, messages: Sequence[int]) -> None:
        """Delete messages; unknown ones are skipped."""
        del chat
        self._call(done=False)
        for number in messages:
            self.screen.pop(number, None)
        self._call(done=True)

    async def answer(self, press: str, text: str) -> None:
        """Answer a press."""


def desk_of(clock: Callable[[], float]) -> Desk:
    """Return a desk on stores in memory."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "team.toml"
        keys = new_identity().public_key, new_identity().public_key
        path.write_text(demonstration_team(*keys), encoding="utf-8")
        team = read_team(path)
    secret = bytes(32)
    return Desk(
        moves=MOVES,
        store=MemoryStore(),
        keys=MemoryKeys(),
        machine_key=MachineKey(secret),
        intake=MemoryIntake(secret),
        count=lambda answers, day: None,  # noqa: ARG005 - nobody is counted on this line
        sealer=Sealer(MOVES.flow, team, secret),
        identity=new_identity(),
        setting=settings_of(team, MOVES, clock),
        clock=clock,
    )
