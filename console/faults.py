"""What a visitor reads when something cannot be shown. It tells nothing about what is there."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from console.office import Office
from console.templates import render
from intake.staff.people import Person

_WORDS: Final[Mapping[int, tuple[str, str]]] = {
    HTTPStatus.BAD_REQUEST: ("That could not be read", "Go back and try once more."),
    HTTPStatus.UNAUTHORIZED: ("You are signed out", "Sign in again to go on."),
    HTTPStatus.FORBIDDEN: (
        "Your role does not include this",
        "If you need it, ask an administrator. Nothing was changed.",
    ),
    # Also for a report of another team: whether it is there is not told.
    HTTPStatus.NOT_FOUND: ("There is nothing here for you", "It may have been deleted, or moved."),
    HTTPStatus.CONFLICT: ("Somebody was here before you", "Load the page again to see it."),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: ("That is too long", "Shorten it and send it again."),
    HTTPStatus.TOO_MANY_REQUESTS: (
        "Too many tries from here",
        "Wait a quarter of an hour. Your own passkey still signs you in at once.",
    ),
    HTTPStatus.SERVICE_UNAVAILABLE: (
        "The store does not answer",
        "Nothing is lost. Try again in a minute; if it stays so, tell your operator.",
    ),
}
_BECAUSE: Final[Mapping[str, tuple[str, str]]] = {
    "passkey": (
        "This passkey was not accepted",
        "Try once more. If it stays so, ask an administrator; your passkey may have been removed.",
    ),
    "somebody_else": (
        "Somebody else is signed in on this page",
        "Sign in with the same passkey as before, or leave the page.",
    ),
    "invitation": (
        "This link does not work any more",
        "It works once, for one person, for 24 hours. Ask whoever sent it for a new one.",
    ),
    "last_passkey": ("This is your only passkey", "Add another first, then remove this one."),
    "token": ("This page is too old", "Load it again, then do it once more. Nothing was changed."),
    "step_up": ("This asks for your passkey again", "Nothing was changed yet."),
}
"""Why something was refused, where the reason helps whoever reads it and nobody else."""
_OTHER: Final = ("Something went wrong on our side", "Nothing is lost. Try again in a minute.")


class Refused(Exception):  # noqa: N818 - what was decided, not an error
    """A request is refused, or its object is not hers. `why` is a word for the audit."""

    def __init__(self, status: HTTPStatus, why: str, person: Person | None = None) -> None:
        super().__init__(why)
        self.status = status
        self.why = why
        self.person = person


def fault_page(office: Office, request: Request, status: int, why: str = "") -> Response:
    """Return the page, or its JSON for a script."""
    title, remedy = _BECAUSE.get(why) or _WORDS.get(status, _OTHER)
    if request.headers.get("sec-fetch-dest") == "empty":
        return JSONResponse({"fault": title, "remedy": remedy}, status)
    return render(office, "fault.html", status=status, title=title, remedy=remedy)
