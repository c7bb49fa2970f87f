"""The console's two cookies: one of a session, one of a sign-in under way. Scripts read neither."""

from typing import Final

from starlette.responses import Response

# `__Host-`: browsers take it only over TLS (or from localhost), for this host and every path.
SESSION: Final = "__Host-candour"
CEREMONY: Final = "__Host-candour-sign-in"

_CEREMONY_SECONDS: Final = 600


def set_session(response: Response, value: str) -> None:
    """Give the session's cookie. It ends with the browser, and on the server before that."""
    response.set_cookie(SESSION, value, path="/", secure=True, httponly=True, samesite="strict")


def set_ceremony(response: Response, value: str) -> None:
    """Give the cookie that ties a sign-in's two steps together."""
    response.set_cookie(
        CEREMONY,
        value,
        max_age=_CEREMONY_SECONDS,
        path="/",
        secure=True,
        httponly=True,
        samesite="strict",
    )


def forget(response: Response, name: str) -> None:
    """Take a cookie back."""
    response.delete_cookie(name, path="/", secure=True, httponly=True, samesite="strict")
