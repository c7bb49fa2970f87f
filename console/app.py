"""The console as one application: its pages, its files, and the headers on every response."""

from collections.abc import Iterable
from http import HTTPStatus

from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from console import headers
from console.faults import fault_page
from console.files import file_routes
from console.guard import guarded
from console.office import Office
from console.page import Page
from console.pages import PAGES


def make_app(office: Office, extra: Iterable[Page] = ()) -> ASGIApp:
    """Return the console. `extra` are pages of the demonstration, which no real service has."""

    async def fault(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else HTTPStatus.NOT_FOUND
        # A wrong method is told as a wrong address: which routes there are is nobody's business.
        if status == HTTPStatus.METHOD_NOT_ALLOWED:
            status = HTTPStatus.NOT_FOUND
        return fault_page(office, request, status)

    routes = [
        Route(page.path, guarded(office, page), methods=[page.method]) for page in (*PAGES, *extra)
    ]
    app = Starlette(routes=[*routes, *file_routes()], exception_handlers={HTTPException: fault})
    # A slash too many is a wrong address too: the way back would tell strangers that there is a
    # page, and would lead to whatever name stands in the request's Host.
    app.router.redirect_slashes = False
    return Headers(app)


class Headers:
    """Puts the header set on whatever goes out; a page's own policy stays."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and the response back with its headers."""

        async def put_on(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers.put_on(MutableHeaders(scope=message))
            await send(message)

        await self.app(scope, receive, put_on if scope["type"] == "http" else send)
