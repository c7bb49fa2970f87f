"""The phone page: its files, the stream of what the phone shows, and what is tapped on it."""

from collections.abc import AsyncIterator
from http import HTTPStatus
from importlib.resources import files
from typing import Final

import msgspec
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from sandbox.acts import ACTS, picture
from sandbox.phones import Phone
from sandbox.world import World

# `?phone=1` is this person, and so on; a number above _COUNTED is a person's id itself.
FIRST_PHONE: Final = 7_000_000_001
_COUNTED: Final = 1_000

_EVENTS: Final = "text/event-stream"

# A stream that says nothing for so long says that it is alive.
HEARTBEAT_SECONDS: Final = 15.0

# How soon a page looks again for a sandbox that was stopped.
RETRY_MILLISECONDS: Final = 500

_TYPES: Final = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "svg": "image/svg+xml",
}


def phone_number(user_id: int) -> int:
    """Return the number under which the page shows a person's phone."""
    return user_id - FIRST_PHONE + 1 if 0 <= user_id - FIRST_PHONE < _COUNTED else user_id


def _user_id(number: int) -> int:
    return FIRST_PHONE + number - 1 if 1 <= number <= _COUNTED else number


class PhonePage:
    """The routes a browser talks to."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._files = {
            entry.name: entry.read_bytes()
            for entry in files("sandbox").joinpath("page").iterdir()
            if entry.is_file()
        }

    def routes(self) -> list[Route]:
        """Return the routes to mount."""
        return [
            Route("/", self.page),
            Route("/page/{name}", self.file),
            Route("/phone/{number:int}/screen", self.screen),
            Route("/phone/{number:int}/{act}", self.act, methods=["POST"]),
        ]

    async def page(self, _request: Request) -> Response:
        """Give the page itself; which phone it shows, `?phone=2`, it reads from its address."""
        return self._file("phone.html")

    async def file(self, request: Request) -> Response:
        """Give one of the page's files."""
        return self._file(request.path_params["name"])

    def _file(self, name: str) -> Response:
        kind = _TYPES.get(name.rpartition(".")[2])
        if kind is None or name not in self._files:
            return Response("There is no such file.\n", HTTPStatus.NOT_FOUND)
        return Response(self._files[name], media_type=kind)

    def _phone(self, request: Request) -> Phone:
        return Phone(self._world, _user_id(request.path_params["number"]))

    async def screen(self, request: Request) -> Response:
        """Stream what the phone shows, whole, each time it changes (server-sent events)."""
        return StreamingResponse(self._pictures(self._phone(request)), media_type=_EVENTS)

    async def _pictures(self, phone: Phone) -> AsyncIterator[bytes]:
        changes, sent = self._world.changes, b""
        yield b"retry: %d\n\n" % RETRY_MILLISECONDS
        while not changes.closed:
            version = changes.version
            now = msgspec.json.encode(picture(self._world, phone))
            yield b": still here\n\n" if now == sent else b"data: " + now + b"\n\n"
            sent = now
            await self._changed(phone, version, sent)

    async def _changed(self, phone: Phone, version: int, sent: bytes) -> None:
        """Wait for a change that this phone shows, or for the time of a heartbeat."""
        changes = self._world.changes
        while not changes.closed:
            try:
                version = await changes.after(version, HEARTBEAT_SECONDS)
            except TimeoutError:
                return
            if msgspec.json.encode(picture(self._world, phone)) != sent:
                return

    async def act(self, request: Request) -> Response:
        """Do what was tapped or typed on the page."""
        return await act_on(self._phone(request), request)


async def act_on(phone: Phone, request: Request) -> Response:
    """Do the act that the path names, with the JSON body, and say what came of it."""
    act = ACTS.get(request.path_params["act"])
    if act is None:
        return JSONResponse({"fault": f"a phone knows {', '.join(ACTS)}"}, HTTPStatus.NOT_FOUND)
    try:
        body = msgspec.json.decode(await request.body() or b"{}", type=dict[str, object])
        result = await act(phone, body)
    except (LookupError, ValueError, msgspec.DecodeError) as fault:
        return JSONResponse({"fault": str(fault)}, HTTPStatus.BAD_REQUEST)
    return JSONResponse({} if result is None else result)
