"""What a visitor reads when something cannot be shown. It tells nothing about what is there."""

from collections.abc import Mapping
from dataclasses import asdict
from http import HTTPStatus
from typing import Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from console.office import Office
from console.templates import render
from intake.casework import refusing as casework
from intake.casework.refusing import Changed, NoSuchReport
from intake.staff.people import NoSuchPerson, Person

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
    HTTPStatus.SERVICE_UNAVAILABLE: (
        "The store does not answer",
        "Nothing is lost. Try again in a minute; if it stays so, tell your operator.",
    ),
}
_AGAIN: Final = "What changed is shown. Look at it, then do it again if it is still right."
_OTHER: Final = ("Something went wrong on our side", "Nothing is lost. Try again in a minute.")


class Refused(Exception):  # noqa: N818 - what was decided, not an error
    """A request is refused, or its object is not hers. `why` is a word for the audit."""

    def __init__(self, status: HTTPStatus, why: str, person: Person | None = None) -> None:
        super().__init__(why)
        self.status = status
        self.why = why
        self.person = person


def told(office: Office, request: Request, fault: Exception) -> Response | None:
    """Return what staff read when the store's rules refuse; None for every other fault."""
    if isinstance(fault, NoSuchReport | NoSuchPerson):
        return fault_page(office, request, HTTPStatus.NOT_FOUND)
    if isinstance(fault, Changed):
        changes = [asdict(change) for change in fault.changes]
        return _answer(office, request, str(fault), _AGAIN, changes=changes)
    if isinstance(fault, casework.Refused):
        return _answer(office, request, str(fault), "", code=fault.code)
    return None


def _answer(office: Office, request: Request, title: str, remedy: str, **more: object) -> Response:
    status = HTTPStatus.CONFLICT
    if request.headers.get("sec-fetch-dest") == "empty":
        return JSONResponse({"fault": title, "remedy": remedy, **more}, status)
    return render(office, "fault.html", status=status, title=title, remedy=remedy)


def fault_page(office: Office, request: Request, status: int) -> Response:
    """Return the page, or its JSON for a script."""
    title, remedy = _WORDS.get(status, _OTHER)
    if request.headers.get("sec-fetch-dest") == "empty":
        return JSONResponse({"fault": title, "remedy": remedy}, status)
    return render(office, "fault.html", status=status, title=title, remedy=remedy)
