"""Who may talk to the sandbox: this machine only, and no web page from elsewhere."""

from http import HTTPStatus
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "[::1]"})

_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'"
)

SECURITY_HEADERS: Final = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class Guard:
    """Refuses a foreign Host or Origin before anything else looks at a request.

    The Host check keeps out a page whose name was pointed at this machine; the other two
    keep out a page from elsewhere that posts to a port it has guessed.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through with our headers on the answer, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(SECURITY_HEADERS)
            await send(message)

        reason = objection(Headers(scope=scope), opens_page=scope["path"] == "/")
        app = PlainTextResponse(reason, HTTPStatus.FORBIDDEN) if reason else self._app
        await app(scope, receive, send_guarded)


def objection(headers: Headers, *, opens_page: bool) -> str:
    """Say why a request is refused; an empty text lets it through.

    A link from elsewhere may open the page itself, which changes nothing.
    """
    host = headers.get("host", "")
    if host.rpartition(":")[0] not in LOOPBACK and host not in LOOPBACK:
        return "The sandbox answers on 127.0.0.1, localhost and [::1] only.\n"
    origin = headers.get("origin")
    if origin is not None and origin != f"http://{host}":
        return "The sandbox takes nothing from a page of another origin.\n"
    if headers.get("sec-fetch-site", "none") not in {"none", "same-origin"} and not opens_page:
        return "The sandbox takes nothing from a page of another site.\n"
    return ""
