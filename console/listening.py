"""The address that the console listens on, and a server that ends in order when it is told to."""

import asyncio
import errno
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager

import typer
import uvicorn

from console.settings import ConsoleSettings
from intake.settings import SettingsFaults


def listen(settings: ConsoleSettings) -> socket.socket:
    """Return a socket on CONSOLE_HOST and PORT; raises SettingsFaults if this cannot be had.

    Before anything says that the console answers: somebody else may answer there.
    """
    host, port = settings.console_host, settings.port
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as fault:
        raise SettingsFaults((_sentence(host, port, fault),)) from None


def _sentence(host: str, port: int, fault: OSError) -> str:
    if fault.errno == errno.EADDRINUSE:
        return f"Port {port} is in use: set PORT, or stop the other program."
    if fault.errno == errno.EACCES:
        return f"Port {port} is not this account's to listen on: set PORT to one above 1023."
    return f"CONSOLE_HOST: this machine has no address {host}: 127.0.0.1 is the usual one."


class Server(uvicorn.Server):
    """Returns from `serve` at SIGINT and SIGTERM, so that what stands after it is done too.

    uvicorn's own sends itself the signal once more: SIGTERM would end the process there and then.
    """

    def __init__(self, config: uvicorn.Config, answers: str) -> None:
        """`answers` is what to say once it answers."""
        super().__init__(config)
        self._answers = answers

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer, and say so."""
        await super().startup(sockets)
        typer.echo(self._answers)

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Answer what is under way and end at the first signal; at a second Ctrl-C end at once."""
        loop = asyncio.get_running_loop()
        for name in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(name, self.handle_exit, name, None)
        try:
            yield
        finally:
            for name in (signal.SIGINT, signal.SIGTERM):
                loop.remove_signal_handler(name)
