"""Beginning a session: a new id at each sign-in, the old one ended, the cookies put right."""

import re
import secrets
from dataclasses import replace
from typing import Final

from starlette.responses import JSONResponse, Response

from console import cookies
from console.cookies import CEREMONY, SESSION
from console.page import Visit
from intake.audit import record
from intake.staff import sessions
from intake.staff.people import Person

_CEREMONY: Final = re.compile(r"[A-Za-z0-9_-]{43}")
_BYTES: Final = 32


def ready(visit: Visit) -> Visit:
    """Return the visit with a ceremony to bind to, and the token that goes with it.

    A ceremony's cookie that is there stays, so that two tabs do not take it from each other.
    """
    if visit.session is not None:
        return visit
    bound = visit.request.cookies.get(CEREMONY, "")
    if not _CEREMONY.fullmatch(bound):
        bound = secrets.token_urlsafe(_BYTES)
    return replace(visit, bound=bound, token=sessions.token_of(bound))


def keep_ceremony(visit: Visit, response: Response) -> Response:
    """Give the browser the ceremony's cookie of a visit that was made ready."""
    if visit.session is None:
        cookies.set_ceremony(response, visit.bound)
    return response


def entered(visit: Visit, person: Person) -> Response:
    """Begin this person's session; answer with the token that her pages now need."""
    with visit.office.engine.begin() as connection:
        sessions.sweep(connection, visit.at)
        sessions.end(connection, visit.request.cookies.get(SESSION, ""))
        cookie = sessions.begin(connection, visit.at, person.staff_id)
        record(connection, visit.at, person.staff_id, "sign_in", person.staff_id)
    response = JSONResponse(
        {"token": sessions.token_of(cookie), "person": person.staff_id, "to": "/"}
    )
    cookies.set_session(response, cookie)
    cookies.forget(response, CEREMONY)
    return response
