"""`python -m sandbox`: the sandbox from a command line."""

import asyncio
import os
import signal
from pathlib import Path
from typing import Annotated

import typer

from sandbox.console.command import console
from sandbox.keeping import CannotRead
from sandbox.reports.command import reports
from sandbox.run import run
from sandbox.serving import FAKE_TOKEN, serve

app = typer.Typer(
    help="A local Bot API server and a phone page. Nothing here goes to Telegram.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.command("serve")
def serve_command(
    port: Annotated[int, typer.Option(help="On 127.0.0.1; 0 takes a free one.")] = 8100,
    home: Annotated[Path, typer.Option(help="Where the chats are kept.")] = Path("var-sandbox"),
    token: Annotated[str, typer.Option(help="The token the bot uses; never a real one.")] = (
        FAKE_TOKEN
    ),
) -> None:
    """Serve the Bot API and the phone page until Ctrl-C.

    SANDBOX_CONTROL_SECRET in the environment opens the control routes, which tests use.
    """
    # Not an option: everyone on the machine can read a process's arguments.
    control_secret = os.environ.get("SANDBOX_CONTROL_SECRET", "")
    try:
        asyncio.run(_serve(port, home, token, control_secret))
    except (CannotRead, OSError, ValueError) as fault:
        typer.echo(f"The sandbox cannot start: {fault}", err=True)
        raise typer.Exit(1) from None


async def _serve(port: int, home: Path, token: str, control_secret: str) -> None:
    ended = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, ended.set)
    async with serve(port=port, home=home, token=token, control_secret=control_secret) as box:
        typer.echo(f"The phone: {box.url}/")
        typer.echo(f"The Bot API: TELEGRAM_API_URL={box.url}")
        await ended.wait()


app.command()(run)
app.command()(reports)
app.command()(console)


if __name__ == "__main__":
    app()
