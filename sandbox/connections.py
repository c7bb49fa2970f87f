"""Connections that can be cut: what a broken network looks like from the bot's side."""

import asyncio
from typing import ClassVar

from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

_Ends = tuple[tuple[str, int] | None, tuple[str, int] | None]


class CuttableProtocol(H11Protocol):
    """Uvicorn's protocol, remembering each open connection so that one can be cut."""

    open: ClassVar[dict[_Ends, asyncio.Transport]] = {}

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Remember the connection by its two ends."""
        super().connection_made(transport)
        self.open[_ends(self.server, self.client)] = transport

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget it."""
        self.open.pop(_ends(self.server, self.client), None)
        super().connection_lost(exc)


class CutConnection(Response):
    """No answer at all, or half of `body`, and then the connection is gone."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Cut the connection that the request came on."""
        # None, if whoever asked has gone by now: a bot that a hook has just killed.
        connection = CuttableProtocol.open.get(_ends(scope["server"], scope["client"]))
        if connection and self.body:
            await send(_head(self.status_code, len(self.body)))
            half = bytes(self.body)[: len(self.body) // 2]
            await send({"type": "http.response.body", "body": half, "more_body": True})
            connection.close()
        elif connection:
            connection.abort()
        while (await receive())["type"] != "http.disconnect":
            pass


def _head(status: int, length: int) -> Message:
    headers = [(b"content-type", b"application/json"), (b"content-length", b"%d" % length)]
    return {"type": "http.response.start", "status": status, "headers": headers}


def _ends(server: object, client: object) -> _Ends:
    return (_end(server), _end(client))


def _end(end: object) -> tuple[str, int] | None:
    return (str(end[0]), int(end[1])) if isinstance(end, (tuple, list)) else None
