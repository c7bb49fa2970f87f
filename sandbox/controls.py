"""Control routes for tests that run the sandbox as a process of its own.

They are there only if a secret was given at the start, and each request carries it.
"""

import secrets
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Final

import msgspec
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from sandbox.acts import picture
from sandbox.clock import Clock, MovedClock
from sandbox.faults import Fault, FaultKind, Faults
from sandbox.history import History
from sandbox.phone_page import act_on
from sandbox.phones import Phone
from sandbox.world import World

SECRET_HEADER: Final = "X-Sandbox-Secret"  # noqa: S105 - the header's name, not the secret

Endpoint = Callable[[Request], Awaitable[Response]]


class _Planted(msgspec.Struct, forbid_unknown_fields=True):
    """The body of `POST /_sandbox/faults`."""

    kind: FaultKind
    method: str = "*"
    times: int | None = 1
    every: int = 1
    seconds: float = 1.0
    code: int = 502
    chat_id: int | None = None


class Controls:
    """The routes under `/_sandbox/`."""

    def __init__(
        self, world: World, clock: Clock, faults: Faults, history: History, secret: str
    ) -> None:
        self._world = world
        self._clock = clock
        self._faults = faults
        self._history = history
        self._secret = secret

    def routes(self) -> list[Route]:
        """Return the routes to mount; without a secret there are none."""
        if not self._secret:
            return []
        return [
            Route("/_sandbox/history", self._guarded(self.history), methods=["GET"]),
            Route("/_sandbox/faults", self._guarded(self.plant), methods=["POST"]),
            Route("/_sandbox/faults", self._guarded(self.clear), methods=["DELETE"]),
            Route("/_sandbox/clock", self._guarded(self.clock), methods=["GET", "POST"]),
            Route("/_sandbox/phones/{id:int}/screen", self._guarded(self.screen)),
            Route("/_sandbox/phones/{id:int}/{act}", self._guarded(self.act), methods=["POST"]),
        ]

    def _guarded(self, endpoint: Endpoint) -> Endpoint:
        async def checked(request: Request) -> Response:
            given = request.headers.get(SECRET_HEADER, "")
            if not secrets.compare_digest(given.encode(), self._secret.encode()):
                return JSONResponse({"fault": "wrong secret"}, HTTPStatus.FORBIDDEN)
            try:
                return await endpoint(request)
            except (KeyError, ValueError, msgspec.DecodeError) as fault:
                return JSONResponse({"fault": str(fault)}, HTTPStatus.BAD_REQUEST)

        return checked

    async def history(self, request: Request) -> Response:
        """Give the requests so far; `?method=delete*&after=17` narrows them."""
        pattern = request.query_params.get("method", "*")
        after = int(request.query_params.get("after", "0"))
        found = [asked.as_json() for asked in self._history.of(pattern, after)]
        return JSONResponse({"requests": found})

    async def plant(self, request: Request) -> Response:
        """Plant a fault; the body has the fields of `Fault`."""
        planted = msgspec.json.decode(await request.body(), type=_Planted)
        self._faults.plant(Fault(**msgspec.structs.asdict(planted)))
        return JSONResponse({})

    async def clear(self, _request: Request) -> Response:
        """Take all faults away."""
        self._faults.clear()
        return JSONResponse({})

    async def clock(self, request: Request) -> Response:
        """Tell the time, after moving it on by `{"advance": seconds}` if that was posted."""
        if request.method == "POST":
            if not isinstance(self._clock, MovedClock):
                return JSONResponse({"fault": "this clock is real"}, HTTPStatus.CONFLICT)
            body = msgspec.json.decode(await request.body(), type=dict[str, float])
            self._clock.advance(body["advance"])
            self._world.changes.tell()
        return JSONResponse({"now": self._clock()})

    async def screen(self, request: Request) -> Response:
        """Give what a phone shows now."""
        return JSONResponse(picture(self._world, self._phone(request)))

    async def act(self, request: Request) -> Response:
        """Do something on a phone."""
        return await act_on(self._phone(request), request)

    def _phone(self, request: Request) -> Phone:
        return Phone(self._world, request.path_params["id"])
