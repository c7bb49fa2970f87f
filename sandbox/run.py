"""`python -m sandbox run`: everything, with no token and no network.

The sandbox runs in this process; the bot and the courier are processes of their own,
the very ones that a real service runs.
"""

import asyncio
import contextlib
import fcntl
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator, Coroutine, Iterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Annotated

import typer

from bot.settings import BotSettings
from intake.settings import SettingsFaults, read_settings
from sandbox.clock import RealClock
from sandbox.console.pages import PATH
from sandbox.demonstration import PASSPHRASE, Demonstration, prepare_demonstration
from sandbox.keeping import CannotRead
from sandbox.serving import FAKE_TOKEN, Sandbox, serve

PORT = 8100
CONSOLE_PORT = 8200
READY_WITHIN = 60.0
STOPS_WITHIN = 20.0
_LOOK_SECONDS = 0.1
# A machine that runs the demonstration must not be steered by a real service's settings.
REAL = ("TELEGRAM_BOT_TOKEN", "TELEGRAM_BOT_TOKEN_FILE", "WEBHOOK_URL", "TEAM_FILE")
REAL_STORES = (
    "DATABASE_URL",
    "KEYS_DATABASE_URL",
    "INTAKE_DATABASE_URL",
    "MONITORING_DATABASE_URL",
    "MACHINE_KEY_FILE",
    "DELETIONS_FILE",
    "AUDIT_ANCHOR_FILE",
    "AUDIT_ANCHOR_URL",
    "AUDIT_ANCHOR_URL_FILE",
)


def run(
    port: Annotated[int, typer.Option(help="Of the phone page, on 127.0.0.1.")] = PORT,
    data: Annotated[Path, typer.Option(help="Where stores and keys live.")] = Path("var"),
    reports: Annotated[bool, typer.Option(help="Put in 70 invented reports, once.")] = True,  # noqa: FBT002 - typer makes --no-reports of it
) -> None:
    """Start the sandbox, the bot, the courier and the console; stop them with Ctrl-C."""
    if any(os.environ.get(name) for name in REAL[:2]):
        typer.echo("A Telegram token is set. It is ignored: this demonstration needs none.")
    for name in (*REAL, *REAL_STORES):
        os.environ.pop(name, None)
    try:
        with _alone(data):
            asyncio.run(_run(port, data, reports=reports))
    except (AlreadyRunning, CannotRead, SettingsFaults, OSError) as fault:
        typer.echo(f"Cannot start: {fault}", err=True)
        raise typer.Exit(1) from None


@contextlib.contextmanager
def _alone(data: Path) -> Iterator[None]:
    """Refuse to be the second on the same data: two would sweep and hand over for each other."""
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (data / "running.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise AlreadyRunning(
                f"another `make run` uses {data}: stop it, or give this one --data FOLDER"
            ) from None
        yield


class AlreadyRunning(Exception):  # noqa: N818 - what is the case
    """Another demonstration runs on the same data."""


async def _run(port: int, data: Path, *, reports: bool) -> None:
    ended = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, ended.set)
    home = data.with_name(f"{data.name}-sandbox")
    serving = serve(port=_free(port), home=home, clock=RealClock(), control_secret="")
    async with serving as box:
        os.environ |= {
            "TELEGRAM_BOT_TOKEN": FAKE_TOKEN,
            "TELEGRAM_API_URL": box.url,
            "DATA_DIR": str(data),
        }
        typer.echo("Making what is missing: keys, databases, the demonstration team ...")
        demonstration = await asyncio.to_thread(_prepared)
        for line in demonstration.made:
            typer.echo(f"  {line}")
        typer.echo("Starting the bot, the courier and the staff console ...")
        await (await _start("bot", "introduce")).wait()
        desk = _free(CONSOLE_PORT) or _any_port()
        console = ("sandbox", "console", "--data", str(data), "--port", str(desk))
        async with _processes(("bot", "poll"), ("bot", "courier"), console) as children:
            if not await _either(children, _serving(box, desk), ended.wait()):
                raise typer.Exit(1)
            if not ended.is_set():
                _say_ready(box, demonstration, desk)
                # Only now: nobody waits for them, and they take some seconds.
                invented = [("sandbox", "reports", "--data", str(data))] if reports else []
                async with _processes(*invented):
                    if not await _either(children, ended.wait()):
                        raise typer.Exit(1)
            typer.echo("\nStopping ...")
    typer.echo("Stopped. What was kept is there at the next start.")


def _prepared() -> Demonstration:
    return prepare_demonstration(read_settings(BotSettings))


def _free(port: int) -> int:
    """Return `port`, or 0 (any free one) if somebody listens there already."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            typer.echo(f"Port {port} is taken; taking a free one.")
            return 0
    return port


def _any_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def _serving(box: Sandbox, desk: int) -> None:
    """Wait until the bot asks for updates and the console answers."""
    await box.until(lambda: bool(box.history.of("getUpdates")), READY_WITHIN)
    async with asyncio.timeout(READY_WITHIN):
        while True:
            with contextlib.suppress(OSError):
                _, writer = await asyncio.open_connection("127.0.0.1", desk)
                writer.close()
                return
            await asyncio.sleep(_LOOK_SECONDS)


@asynccontextmanager
async def _processes(*commands: Sequence[str]) -> AsyncIterator[list[asyncio.subprocess.Process]]:
    """Run `python -m PROGRAM COMMAND` for each of `commands`; end them with the block."""
    children = [await _start(*command) for command in commands]
    try:
        yield children
    finally:
        for child in children:
            if child.returncode is None:
                child.terminate()
        for child in children:
            try:
                await asyncio.wait_for(child.wait(), STOPS_WITHIN)
            except TimeoutError:
                child.kill()


async def _start(*command: str) -> asyncio.subprocess.Process:
    """Start `python -m PROGRAM COMMAND` in a session of its own.

    Ctrl-C then reaches this process alone, which stops the others in order.
    """
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", *command, start_new_session=True
    )


async def _either(
    children: Sequence[asyncio.subprocess.Process], *waited: Coroutine[object, object, object]
) -> bool:
    """Wait for the first of `waited`; False, with a word, if a process ends by itself before."""
    ends = [asyncio.create_task(child.wait()) for child in children]
    tasks = [asyncio.create_task(one) for one in waited]
    await asyncio.wait([*ends, *tasks], return_when=asyncio.FIRST_COMPLETED)
    ended = any(task.done() for task in ends)
    for task in (*ends, *tasks):
        task.cancel()
    if ended:
        typer.echo(
            "The bot, the courier or the console ended by itself; its last words stand above.",
            err=True,
        )
    return not ended


def _say_ready(box: Sandbox, demonstration: Demonstration, desk: int) -> None:
    python = Path(sys.executable)
    with contextlib.suppress(ValueError):
        python = python.relative_to(Path.cwd())
    elsewhere = demonstration.data_dir != Path("var")
    command = f"{f'DATA_DIR={demonstration.data_dir} ' if elsewhere else ''}{python} -m intake"
    typer.echo(
        f"""
ready

  The phone          {box.url}/
  A second phone     {box.url}/?phone=2
  The staff console  http://localhost:{desk}{PATH}

  What has arrived   {command} list
  Open a report      {command} open ID --identity {demonstration.identity}
  Its passphrase     {PASSPHRASE}

Nothing here goes to Telegram. Stop with Ctrl-C.
"""
    )
