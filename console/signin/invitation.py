"""`/invitation`: a person enrols her first passkey with a one-time link.

The link's secret stands in the address's fragment, which browsers send to nobody; the page's
script puts it into the request's body. So it is in no log, and no redirect or referrer carries it.
"""

from http import HTTPStatus
from typing import Final, NoReturn

from starlette.responses import JSONResponse, Response

from console.access import Right
from console.faults import Refused
from console.page import Page, Visit
from console.signin.entering import entered, keep_ceremony, ready
from console.signin.failing import count_failure
from console.signin.webauthn import NotVerified, creation_options, verify_new
from console.templates import render_for
from intake.staff import ceremonies, invitations, passkeys, people

PATH: Final = "/invitation"


def link(origin: str, token: str) -> str:
    """Return the address to give to the person who is invited."""
    return f"{origin}{PATH}#{token}"


def invitation(visit: Visit) -> Response:
    """Show the page: its script reads the secret from the address."""
    visit = ready(visit)
    return keep_ceremony(visit, render_for(visit, "signin/invitation.html"))


def begin(visit: Visit) -> Response:
    """Say whom the link is for, and give what her browser needs to make a passkey."""
    with visit.office.engine.begin() as connection:
        staff_id = invitations.invited(connection, visit.at, _token(visit))
        if staff_id is not None:
            person = people.person(connection, staff_id)
            present = passkeys.ids(passkeys.of_person(connection, staff_id))
            challenge = ceremonies.begin(connection, visit.at, visit.bound, "invitation", staff_id)
    if staff_id is None:
        _refuse(visit)
    options = creation_options(visit.office, challenge, person, present)
    return JSONResponse({"options": options, "name": person.name, "role": person.role})


def finish(visit: Visit) -> Response:
    """Enrol the passkey for whom the link is for, use the link up, and sign her in."""
    with visit.office.engine.begin() as connection:
        staff_id = invitations.invited(connection, visit.at, _token(visit))
        # A ceremony that was begun with somebody else's link has no challenge here.
        challenge = ceremonies.take(
            connection, visit.at, visit.bound, "invitation", staff_id or "nobody"
        )
    if staff_id is None or challenge is None:
        _refuse(visit)
    try:
        text = visit.fields.get("credential", "")
        passkey = verify_new(visit.office, text, challenge, staff_id, visit.at)
    except NotVerified:
        _refuse(visit, "passkey", staff_id)
    with visit.office.engine.begin() as connection:
        good = invitations.use(connection, visit.at, _token(visit))
        # A passkey that is known here already enrols nobody; the link is used up all the same.
        good = good and passkeys.add(connection, visit.at, passkey)
        person = people.person(connection, staff_id)
    if not good:
        _refuse(visit)
    return entered(visit, person)


def _token(visit: Visit) -> str:
    return visit.fields.get("invitation", "")


def _refuse(visit: Visit, why: str = "invitation", staff_id: str = "") -> NoReturn:
    if count_failure(visit, "invitation", why, staff_id or "no invitation", staff_id):
        raise Refused(HTTPStatus.TOO_MANY_REQUESTS, "tries")
    raise Refused(HTTPStatus.FORBIDDEN, why)


PAGES: Final = (
    Page(PATH, invitation, Right.OPEN),
    Page(f"{PATH}/begin", begin, Right.OPEN, "POST"),
    Page(f"{PATH}/finish", finish, Right.OPEN, "POST"),
)
