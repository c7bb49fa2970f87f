"""`serve`: the console, on this machine's own address; a reverse proxy brings TLS to it."""

import asyncio
import socket
from collections.abc import Iterable

import typer
import uvicorn

from console import assets
from console.alarm import alerts_brought
from console.app import make_app
from console.keeping_up import keep_up
from console.listening import Server, listen
from console.office import Office
from console.opening import opened_office
from console.page import Page
from console.settings import ConsoleSettings
from intake.commands.asking import plainly
from intake.logs import set_up_logs
from intake.settings import read_settings

# A request's head larger than this is nobody's: cookies and an address are small.
_LARGEST_HEAD = 16 * 1024


def serve() -> None:
    """Serve the console until it is stopped."""
    with plainly():
        settings = read_settings(ConsoleSettings)
        assets.bundle_hash()
        set_up_logs(settings.log_level)
        with opened_office(settings) as office, listen(settings) as listening:
            host, port = listening.getsockname()[:2]
            typer.echo(
                f"The console answers for {office.origin}, on {host} port {port}. "
                "Stop it with Ctrl-C."
            )
            asyncio.run(run(office, settings, listening))
    typer.echo("The console has stopped.")


async def run(
    office: Office,
    settings: ConsoleSettings,
    listening: socket.socket,
    extra: Iterable[Page] = (),
) -> None:
    """Serve an office there, with the demonstration's `extra` pages if there are any."""
    config = uvicorn.Config(
        make_app(office, extra),
        lifespan="off",
        log_config=None,
        # An access log would say who read which report, beside the audit chain that may.
        access_log=False,
        server_header=False,
        h11_max_incomplete_event_size=_LARGEST_HEAD,
    )
    keeping = asyncio.create_task(keep_up(office, settings))
    try:
        with alerts_brought(office):
            await Server(config).serve(sockets=[listening])
    finally:
        keeping.cancel()
