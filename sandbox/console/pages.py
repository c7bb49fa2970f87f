"""`/demonstration`: one click instead of a passkey. Only the sandbox serves this page."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Final

from sqlalchemy import update
from starlette.responses import Response

from console.access import Right
from console.faults import Refused
from console.page import Page, Visit
from console.signin.entering import entered, keep_ceremony, ready
from console.templates import render_for
from intake.staff import people, sessions
from intake.tables import sessions as session_rows
from sandbox.console.people import STAFF
from sandbox.demonstration import PASSPHRASE

PATH: Final = "/demonstration"


def pages(staff: Mapping[str, str]) -> tuple[Page, ...]:
    """Return the page and its one act, for these staff ids by name."""

    def show(visit: Visit) -> Response:
        visit = ready(visit)
        page = render_for(
            visit, "demonstration.html", staff=STAFF, ids=staff, passphrase=PASSPHRASE
        )
        return keep_ceremony(visit, page)

    def become(visit: Visit) -> Response:
        chosen = visit.fields.get("who", "")
        if chosen not in staff.values():
            raise Refused(HTTPStatus.BAD_REQUEST, "body")
        with visit.office.engine.begin() as connection:
            person = people.person(connection, chosen)
        response = entered(visit, person)
        _keep_fresh(visit, chosen)
        return response

    return (
        Page(PATH, show, Right.OPEN, words="decrypted"),
        Page(PATH, become, Right.OPEN, "POST"),
    )


def _keep_fresh(visit: Visit, staff_id: str) -> None:
    """Let invented people do what asks for a fresh passkey: they have none to show."""
    with visit.office.engine.begin() as connection:
        connection.execute(
            update(session_rows)
            .where(session_rows.c.staff_id == staff_id)
            .values(stepped_up=visit.at + sessions.LONGEST_SECONDS)
        )
