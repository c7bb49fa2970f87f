"""Signing in and out, and showing the passkey again: `/sign-in`, `/sign-out`, `/step-up`."""

from http import HTTPStatus
from typing import Final

from starlette.responses import JSONResponse, RedirectResponse, Response

from console import cookies
from console.access import Right
from console.cookies import CEREMONY, SESSION
from console.page import Page, Visit
from console.signin.entering import entered, keep_ceremony, ready
from console.signin.proving import proved
from console.signin.webauthn import request_options
from console.templates import render_for
from intake.audit import record
from intake.staff import ceremonies, passkeys, sessions


def sign_in(visit: Visit) -> Response:
    """Show the one button. Nobody types a name: nothing here tells who has an account."""
    if visit.visitor is not None:
        return RedirectResponse("/", HTTPStatus.SEE_OTHER)
    visit = ready(visit)
    return keep_ceremony(visit, render_for(visit, "signin/sign_in.html"))


def token(visit: Visit) -> Response:
    """Give a page's script what it needs to sign in again without leaving the page."""
    visit = ready(visit)
    return keep_ceremony(visit, JSONResponse({"token": visit.token}))


def begin(visit: Visit) -> Response:
    """Give the challenge of a sign-in."""
    with visit.office.engine.begin() as connection:
        challenge = ceremonies.begin(connection, visit.at, visit.bound, "sign_in")
    return JSONResponse({"options": request_options(visit.office, challenge)})


def finish(visit: Visit) -> Response:
    """Let in whose passkey it is. `again` holds the staff id of whoever the page belongs to."""
    return entered(visit, proved(visit, "sign_in", visit.fields.get("again") or None))


def sign_out(visit: Visit) -> Response:
    """End the session, and have the browser forget what it kept of this site."""
    with visit.office.engine.begin() as connection:
        sessions.end(connection, visit.request.cookies.get(SESSION, ""))
        record(connection, visit.at, visit.person.staff_id, "sign_out", visit.person.staff_id)
    response = RedirectResponse("/sign-in", HTTPStatus.SEE_OTHER)
    # Unlocked keys that a page left behind go too. Passkeys are no part of it.
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    cookies.forget(response, SESSION)
    cookies.forget(response, CEREMONY)
    return response


def step_up(visit: Visit) -> Response:
    """Tell a script whether the passkey was used within five minutes; 401 when signed out."""
    fresh = visit.session is not None and visit.session.fresh(visit.at)
    return JSONResponse({"fresh": fresh, "person": visit.person.staff_id})


def step_up_begin(visit: Visit) -> Response:
    """Give the challenge that one of her own passkeys is to answer."""
    me = visit.person.staff_id
    with visit.office.engine.begin() as connection:
        challenge = ceremonies.begin(connection, visit.at, visit.bound, "step_up", me)
        mine = passkeys.of_person(connection, me)
    return JSONResponse({"options": request_options(visit.office, challenge, passkeys.ids(mine))})


def step_up_finish(visit: Visit) -> Response:
    """Note that she has just used it."""
    me = visit.person.staff_id
    proved(visit, "step_up", me)
    with visit.office.engine.begin() as connection:
        if visit.session is not None:
            sessions.step_up(connection, visit.at, visit.session)
        record(connection, visit.at, me, "stepped_up", me)
    return JSONResponse({"fresh": True})


PAGES: Final = (
    Page("/sign-in", sign_in, Right.OPEN),
    Page("/sign-in/token", token, Right.OPEN),
    Page("/sign-in/begin", begin, Right.OPEN, "POST"),
    Page("/sign-in/finish", finish, Right.OPEN, "POST"),
    Page("/sign-out", sign_out, Right.ACCOUNT, "POST"),
    Page("/step-up", step_up, Right.ACCOUNT, keeps_session=False),
    Page("/step-up/begin", step_up_begin, Right.ACCOUNT, "POST"),
    Page("/step-up/finish", step_up_finish, Right.ACCOUNT, "POST"),
)
