"""What staff read when the store's own rules refuse something: what changed, or what to do."""

from dataclasses import asdict
from http import HTTPStatus
from typing import Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from console.faults import fault_page
from console.office import Office
from console.templates import render
from intake.casework.refusing import Changed, NoSuchReport, Refused
from intake.staff.people import NoSuchPerson

_AGAIN: Final = "What changed is shown. Look at it, then do it again if it is still right."


def told(office: Office, request: Request, fault: Exception) -> Response | None:
    """Return the answer to a refusal of the store's; None for every other fault.

    What is not there and what is not hers get the same answer. A change by somebody else comes as
    JSON with `changes`: who did what in between.
    """
    if isinstance(fault, NoSuchReport | NoSuchPerson):
        return fault_page(office, request, HTTPStatus.NOT_FOUND)
    if isinstance(fault, Changed):
        changes = [asdict(change) for change in fault.changes]
        return _answer(office, request, str(fault), _AGAIN, changes=changes)
    if isinstance(fault, Refused):
        return _answer(office, request, str(fault), "", code=fault.code)
    return None


def _answer(office: Office, request: Request, title: str, remedy: str, **more: object) -> Response:
    status = HTTPStatus.CONFLICT
    if request.headers.get("sec-fetch-dest") == "empty":
        return JSONResponse({"fault": title, "remedy": remedy, **more}, status)
    return render(office, "fault.html", status=status, title=title, remedy=remedy)
