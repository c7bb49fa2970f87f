"""The routes a bot talks to: `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

import asyncio
from http import HTTPStatus

import msgspec
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from sandbox.connections import CutConnection
from sandbox.faults import Fault, FaultKind, Faults
from sandbox.fields import Fields, read_fields
from sandbox.history import History
from sandbox.methods import call
from sandbox.refusals import Refused
from sandbox.world import World

UNAUTHORIZED = Refused(HTTPStatus.UNAUTHORIZED, "Unauthorized")


class BotApi:
    """The Bot API of one account."""

    def __init__(self, world: World, token: str, faults: Faults, history: History) -> None:
        self._world = world
        self._token = token
        self._faults = faults
        self._history = history

    def routes(self) -> list[Route]:
        """Return the routes to mount."""
        return [
            Route("/bot{token}/{method}", self.answer, methods=["GET", "POST"]),
            Route("/file/bot{token}/{path:path}", self.download, methods=["GET"]),
        ]

    async def answer(self, request: Request) -> Response:
        """Do what the method in the path says, unless a fault strikes."""
        if request.path_params["token"] != self._token:
            return _refusal(UNAUTHORIZED)
        method: str = request.path_params["method"]
        try:
            fields = await read_fields(request)
        except Refused as refused:
            return _refusal(refused)
        except ClientDisconnect:
            # A bot that was killed half-way through a request: nobody is there to be answered.
            return CutConnection()
        asked = self._history.note(method, fields.given)
        await self._faults.announce(asked)
        fault = self._faults.due(asked)
        if fault and fault.kind is FaultKind.DROP:
            return CutConnection()
        response = await self._result(method, fields, fault)
        if not isinstance(response, CutConnection):
            asked.status = response.status_code
        return response

    async def _result(self, method: str, fields: Fields, fault: Fault | None) -> Response:
        try:
            if fault and (refusal := fault.refusal()):
                return _refusal(refusal)
            if fault and fault.kind is FaultKind.SLOW:
                await asyncio.sleep(fault.seconds)
            response = _json({"ok": True, "result": await call(self._world, method, fields)})
        except Refused as refused:
            return _refusal(refused)
        return _spoilt(response, fault) if fault else response

    async def download(self, request: Request) -> Response:
        """Give the invented bytes of a file that getFile has named."""
        if request.path_params["token"] != self._token:
            return _refusal(UNAUTHORIZED)
        for stored in self._world.files.values():
            if stored.path == request.path_params["path"]:
                return Response(stored.content(), media_type="application/octet-stream")
        return _refusal(Refused(HTTPStatus.NOT_FOUND, "Not Found: the file is not there"))


def _spoilt(response: Response, fault: Fault) -> Response:
    match fault.kind:
        case FaultKind.LOSE_ANSWER:
            return CutConnection()
        case FaultKind.TRUNCATE:
            return CutConnection(bytes(response.body))
        case FaultKind.GARBAGE:
            return Response(b"<html>not the answer</html>", media_type="application/json")
        case _:
            return response


def _json(body: object, status: int = HTTPStatus.OK) -> Response:
    return Response(msgspec.json.encode(body), status, media_type="application/json")


def _refusal(refused: Refused) -> Response:
    return _json(refused.as_answer(), refused.code)
