"""`/people`: who may use the console. Every change asks for a fresh touch of the passkey.

A link for a lost passkey is made at a terminal of the server, not here: decision 0016.
"""

from collections.abc import Callable
from http import HTTPStatus
from typing import Final

from sqlalchemy import Connection
from starlette.responses import RedirectResponse, Response

from console.access import Right
from console.faults import Refused
from console.moments import moment
from console.page import Page, Visit
from console.people.rights import rows
from console.signin.invitation import link
from console.templates import render_for
from intake.audit import record
from intake.staff import governing, invitations, inviting, passkeys, people
from intake.staff.governing import CannotChange
from intake.staff.inviting import CannotInvite, Made
from intake.staff.people import ROLES, NoSuchPerson, Role

PATH: Final = "/people"


def everybody(visit: Visit) -> Response:
    """Show the list, the form to invite somebody, and what each role may do."""
    with visit.office.engine.begin() as connection:
        record(connection, visit.at, visit.person.staff_id, "people_viewed")
    return _page(visit)


def invite(visit: Visit) -> Response:
    """Add somebody and show her link, once."""
    role = _role(visit)

    def make(connection: Connection) -> Made:
        name = visit.fields.get("name", "")
        return inviting.invite(connection, visit.at, visit.person.staff_id, name, role)

    return _link_page(visit, make)


def invite_again(visit: Visit) -> Response:
    """Show a new link for somebody who never used hers."""

    def make(connection: Connection) -> Made:
        me = visit.person.staff_id
        return inviting.invite_again(connection, visit.at, me, _staff_id(visit))

    return _link_page(visit, make)


def change_role(visit: Visit) -> Response:
    """Give somebody another role; she is signed out at once."""
    role = _role(visit)

    def change(connection: Connection, by: str, her: str) -> None:
        governing.change_role(connection, visit.at, by, her, role)

    return _changed(visit, change)


def disable(visit: Visit) -> Response:
    """Let somebody in no longer, from this second on."""
    return _changed(
        visit, lambda connection, by, her: governing.disable(connection, visit.at, by, her)
    )


def enable(visit: Visit) -> Response:
    """Let somebody in again."""
    return _changed(
        visit, lambda connection, by, her: governing.enable(connection, visit.at, by, her)
    )


def _changed(visit: Visit, change: Callable[[Connection, str, str], None]) -> Response:
    try:
        with visit.office.engine.begin() as connection:
            change(connection, visit.person.staff_id, _staff_id(visit))
    except NoSuchPerson:
        raise Refused(HTTPStatus.NOT_FOUND, "person", visit.person) from None
    except CannotChange as fault:
        return _page(visit, told=str(fault), status=HTTPStatus.CONFLICT)
    return RedirectResponse(PATH, HTTPStatus.SEE_OTHER)


def _link_page(visit: Visit, make: Callable[[Connection], Made]) -> Response:
    try:
        with visit.office.engine.begin() as connection:
            made = make(connection)
            person = people.person(connection, made.staff_id)
    except NoSuchPerson:
        raise Refused(HTTPStatus.NOT_FOUND, "person", visit.person) from None
    except CannotInvite as fault:
        return _page(visit, told=str(fault), status=HTTPStatus.CONFLICT)
    # Not behind a redirect: the link is shown this once, and no address of ours may hold it.
    address = link(visit.office.origin, made.token)
    return render_for(visit, "people/link.html", person=person, link=address)


def _page(visit: Visit, *, told: str = "", status: int = HTTPStatus.OK) -> Response:
    with visit.office.engine.begin() as connection:
        everyone = people.people(connection)
        enrolled = passkeys.enrolled(connection)
        waiting = invitations.waiting(connection, visit.at)
    return render_for(
        visit,
        "people/people.html",
        status=status,
        told=told,
        roles=ROLES,
        rights=rows(),
        people=[
            {
                "person": one,
                "me": one.staff_id == visit.person.staff_id,
                "enrolled": one.staff_id in enrolled,
                "waiting": moment(waiting[one.staff_id]) if one.staff_id in waiting else "",
            }
            for one in everyone
        ],
    )


def _role(visit: Visit) -> Role:
    for role in ROLES:
        if role == visit.fields.get("role"):
            return role
    raise Refused(HTTPStatus.BAD_REQUEST, "role_name", visit.person)


def _staff_id(visit: Visit) -> str:
    return str(visit.request.path_params["id"])


PAGES: Final = (
    Page(PATH, everybody, Right.PEOPLE),
    Page(f"{PATH}/invite", invite, Right.PEOPLE, "POST", step_up=True),
    Page(f"{PATH}/{{id}}/invite", invite_again, Right.PEOPLE, "POST", "person", step_up=True),
    Page(f"{PATH}/{{id}}/role", change_role, Right.PEOPLE, "POST", "person", step_up=True),
    Page(f"{PATH}/{{id}}/disable", disable, Right.PEOPLE, "POST", "person", step_up=True),
    Page(f"{PATH}/{{id}}/enable", enable, Right.PEOPLE, "POST", "person", step_up=True),
)
