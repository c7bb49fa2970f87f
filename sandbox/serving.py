"""Starting a sandbox: one world, one server on 127.0.0.1, one object to drive both."""

import asyncio
import secrets
import socket
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from uvicorn.server import ServerState

from sandbox.bot_api import BotApi
from sandbox.clock import Clock, MovedClock
from sandbox.connections import CuttableProtocol
from sandbox.controls import Controls
from sandbox.faults import Faults
from sandbox.groups import Group
from sandbox.guards import Guard
from sandbox.history import History
from sandbox.keeping import Keeping
from sandbox.phone_page import FIRST_PHONE, PhonePage, phone_number
from sandbox.phones import Phone
from sandbox.updates import Updates
from sandbox.world import World

# Telegram's shape, loudly not a token.
FAKE_TOKEN: Final = "1000000000:SANDBOX-not-a-token-nothing-is-real"  # noqa: S105 - see above

_LOOPBACK: Final = "127.0.0.1"
_SAVE_PAUSE_SECONDS: Final = 0.2
_GRACE_SECONDS: Final = 2
_IDLE_SECONDS: Final = 300


@dataclass(frozen=True, slots=True)
class Sandbox:
    """A running sandbox. `url` has no slash at its end.

    Move time with `advance`, not on the clock itself, so that whoever waits looks again.
    """

    url: str
    token: str = field(repr=False)
    control_secret: str = field(repr=False)
    clock: Clock
    world: World
    faults: Faults
    history: History

    @property
    def base_url(self) -> str:
        """What python-telegram-bot calls `base_url`."""
        return f"{self.url}/bot"

    @property
    def base_file_url(self) -> str:
        """What python-telegram-bot calls `base_file_url`."""
        return f"{self.url}/file/bot"

    @property
    def updates(self) -> Updates:
        """The updates that wait for the bot: jumps, duplicates and held queues."""
        return self.world.updates

    def phone(self, user_id: int = FIRST_PHONE) -> Phone:
        """Return a person's phone; the person is there from the first asking."""
        return Phone(self.world, user_id)

    def group(self, group_id: int = -4_000_000_001, title: str = "A group") -> Group:
        """Return a group, without the bot at first."""
        return Group(self.world, group_id, title)

    def page_url(self, user_id: int = FIRST_PHONE) -> str:
        """Return the address of a person's phone page."""
        return f"{self.url}/?phone={phone_number(user_id)}"

    def advance(self, seconds: float) -> None:
        """Move the clock on, and let whoever waits look again.

        Raises:
            TypeError: the sandbox was started with a clock that cannot be moved.
        """
        if not isinstance(self.clock, MovedClock):
            raise TypeError("start the sandbox with a MovedClock to move its time")
        self.clock.advance(seconds)
        self.world.changes.tell()

    async def until(self, condition: Callable[[], bool], seconds: float = 10.0) -> None:
        """Wait until `condition()` holds, asked again at each request and each change.

        Raises:
            TimeoutError: it did not hold within `seconds`.
        """
        await self.world.changes.until(condition, seconds)

    async def all_confirmed(self, seconds: float = 10.0) -> None:
        """Wait until the bot has confirmed every update.

        Raises:
            TimeoutError: it did not within `seconds`.
        """
        await self.until(lambda: self.updates.unconfirmed == 0, seconds)


@asynccontextmanager
async def serve(
    *,
    port: int = 0,
    home: Path | None = None,
    token: str = FAKE_TOKEN,
    clock: Clock | None = None,
    control_secret: str | None = None,
) -> AsyncIterator[Sandbox]:
    """Run a sandbox for as long as the block lasts.

    `port` 0 takes a free one; `home` None keeps nothing after the block; the clock is a
    `MovedClock` over the real time; the control routes have a random secret unless given
    one, and are absent for an empty one.

    Raises:
        OSError: the port is taken.
        CannotRead: what was kept in `home` is damaged.
        ValueError: the token has not the shape `<digits>:<letters, digits, _ and ->`.
    """
    clock = MovedClock() if clock is None else clock
    secret = secrets.token_urlsafe() if control_secret is None else control_secret
    world, keeping = World(clock, _bot_id(token)), Keeping(home)
    keeping.load(world)
    faults, history = Faults(), History(clock, world.changes)
    app = Starlette(
        routes=[
            *BotApi(world, token, faults, history).routes(),
            *Controls(world, clock, faults, history, secret).routes(),
            *PhonePage(world).routes(),
        ],
        middleware=[Middleware(Guard)],
    )
    with _listening(port) as listener:
        url = f"http://{_LOOPBACK}:{listener.getsockname()[1]}"
        async with _running(app, listener, world), _kept(world, keeping):
            yield Sandbox(url, token, secret, clock, world, faults, history)


def _bot_id(token: str) -> int:
    number, _, rest = token.partition(":")
    if not number.isdecimal() or not rest or not rest.replace("_", "").replace("-", "").isalnum():
        raise ValueError("a bot token looks like 1000000000:letters-and-digits")
    return int(number)


@contextmanager
def _listening(port: int) -> Iterator[socket.socket]:
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((_LOOPBACK, port))
        # Listening before the server runs: who comes early waits instead of being refused.
        listener.listen()
        yield listener


@asynccontextmanager
async def _running(app: Starlette, listener: socket.socket, world: World) -> AsyncIterator[None]:
    """Answer on `listener` with uvicorn's protocol, without uvicorn's own server around it.

    That one would take over the signals of whoever runs a sandbox inside their process, and
    sleep at its end, which a test suite with hundreds of sandboxes would feel.
    """
    config = uvicorn.Config(
        app,
        lifespan="off",
        log_config=None,
        access_log=False,
        # Longer than any client keeps an idle connection: closing first is a race that only
        # a planted fault should bring.
        timeout_keep_alive=_IDLE_SECONDS,
    )
    config.load()
    state = ServerState()
    server = await asyncio.get_running_loop().create_server(
        lambda: CuttableProtocol(config, state, {}), sock=listener
    )
    try:
        yield
    finally:
        world.changes.close()
        server.close()
        await _finish(state)


async def _finish(state: ServerState) -> None:
    """Let requests that are being answered end, then cut what is left."""
    for connection in tuple(state.connections):
        connection.shutdown()
    if state.tasks:
        _, late = await asyncio.wait(state.tasks, timeout=_GRACE_SECONDS)
        for task in late:
            task.cancel()
    for connection in tuple(state.connections):
        if connection.transport:
            connection.transport.abort()
    # The loop closes a transport one turn after it was told to.
    await asyncio.sleep(0)


@asynccontextmanager
async def _kept(world: World, keeping: Keeping) -> AsyncIterator[None]:
    """Write the world down soon after each change, and once more at the end."""

    async def write() -> None:
        version = 0
        while not world.changes.closed:
            version = await world.changes.after(version)
            keeping.save(world)
            await asyncio.sleep(_SAVE_PAUSE_SECONDS)

    writing = asyncio.create_task(write())
    try:
        yield
    finally:
        writing.cancel()
        with suppress(asyncio.CancelledError):
            await writing
        keeping.save(world)
