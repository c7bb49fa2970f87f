"""`serve`: the console, on this machine's own address; a reverse proxy brings TLS to it."""

import asyncio
import logging
import socket
from collections.abc import Iterable

import typer
import uvicorn

from console import assets
from console.alarm import alerts_brought
from console.app import make_app
from console.cautions import cautions
from console.keeping_up import keep_up
from console.listening import Server, listen
from console.office import Office
from console.opening import opened_office
from console.page import Page
from console.settings import ConsoleSettings
from intake.audit.places import AnchorFailed, try_anchor_file
from intake.commands.asking import plainly
from intake.logs import set_up_logs
from intake.settings import SettingsFaults, read_settings

_log = logging.getLogger(__name__)

# A request's head larger than this is nobody's: cookies and an address are small.
_LARGEST_HEAD = 16 * 1024


def serve() -> None:
    """Serve the console until it is stopped."""
    with plainly():
        settings = read_settings(ConsoleSettings)
        assets.bundle_hash()
        set_up_logs(settings.log_level)
        with opened_office(settings) as office, listen(settings) as listening:
            _try_places(settings)
            for caution in cautions(settings, office.team):
                _log.warning("%s", caution)
            host, port = listening.getsockname()[:2]
            answers = (
                f"The console answers for {office.origin}, on {host} port {port}. "
                "Stop it with Ctrl-C."
            )
            asyncio.run(run(office, settings, listening, answers))
    typer.echo("The console has stopped.")


def _try_places(settings: ConsoleSettings) -> None:
    """Raise SettingsFaults if the audit chain's head cannot be written where it is to stand.

    Here and not at every command: a file that another account makes is not the console's.
    """
    if settings.audit_anchor_file:
        try:
            try_anchor_file(settings.audit_anchor_file)
        except AnchorFailed as fault:
            raise SettingsFaults((str(fault),)) from None


async def run(
    office: Office,
    settings: ConsoleSettings,
    listening: socket.socket,
    answers: str,
    extra: Iterable[Page] = (),
) -> None:
    """Serve an office there, with the demonstration's `extra` pages if there are any.

    `answers` is said once it does, and a signal from then on ends it in order.
    """
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
            await Server(config, answers).serve(sockets=[listening])
    finally:
        keeping.cancel()
