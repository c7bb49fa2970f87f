"""`/account`: my name and role, my passkeys, my sign-ins."""

import base64
import binascii
from http import HTTPStatus
from typing import Final

from starlette.responses import JSONResponse, RedirectResponse, Response

from console.access import Right
from console.account import keys
from console.faults import Refused
from console.moments import moment
from console.page import Page, Visit
from console.signin.failing import count_failure
from console.signin.webauthn import NotVerified, creation_options, verify_new
from console.templates import render_for
from intake.audit import record
from intake.audit.reading import newest_links
from intake.staff import ceremonies, passkeys, sessions
from intake.staff.passkeys import LastPasskey

PATH: Final = "/account"

_REFUSALS: Final = 5
_REFUSED_SECONDS: Final = 30 * 24 * 3600
"""Refused sign-ins with her passkey are told to her for a month."""


def account(visit: Visit) -> Response:
    """Show what this person can do for herself."""
    me = visit.person.staff_id
    with visit.office.engine.begin() as connection:
        mine = passkeys.of_person(connection, me)
        open_sessions = sessions.of_person(connection, visit.at, me)
        refused = newest_links(connection, _REFUSALS, only={"about": me, "act": "sign_in_refused"})
    here = visit.session.session_hash if visit.session else b""
    return render_for(
        visit,
        "account/account.html",
        passkeys=[
            {"id": credential_name(one.credential_id), "made": moment(one.created)} for one in mine
        ],
        sessions=[
            {"here": one.session_hash == here, "began": moment(one.created)}
            for one in open_sessions
        ],
        refused=[moment(one.at) for one in refused if visit.at - one.at < _REFUSED_SECONDS],
        held=keys.held(visit),
    )


def passkey_begin(visit: Visit) -> Response:
    """Give what her browser needs to make one more passkey."""
    me = visit.person
    with visit.office.engine.begin() as connection:
        challenge = ceremonies.begin(connection, visit.at, visit.bound, "passkey", me.staff_id)
        present = passkeys.ids(passkeys.of_person(connection, me.staff_id))
    return JSONResponse({"options": creation_options(visit.office, challenge, me, present)})


def passkey_finish(visit: Visit) -> Response:
    """Keep the passkey that was just made."""
    me = visit.person.staff_id
    with visit.office.engine.begin() as connection:
        challenge = ceremonies.take(connection, visit.at, visit.bound, "passkey", me)
    if challenge is None:
        raise _refused(visit)
    try:
        text = visit.fields.get("credential", "")
        passkey = verify_new(visit.office, text, challenge, me, visit.at)
    except NotVerified:
        raise _refused(visit) from None
    with visit.office.engine.begin() as connection:
        kept = passkeys.add(connection, visit.at, passkey)
    if not kept:
        raise _refused(visit)
    return JSONResponse({"to": PATH})


def passkey_remove(visit: Visit) -> Response:
    """Remove one of her passkeys, never the last; whoever is signed in elsewhere is signed out."""
    me = visit.person.staff_id
    try:
        credential_id = _credential_id(visit.fields.get("passkey", ""))
        with visit.office.engine.begin() as connection:
            if not passkeys.remove(connection, visit.at, me, credential_id):
                raise Refused(HTTPStatus.NOT_FOUND, "passkey_gone", visit.person)
            if visit.session is not None:
                sessions.end_others(connection, visit.session)
    except LastPasskey:
        raise Refused(HTTPStatus.CONFLICT, "last_passkey", visit.person) from None
    return RedirectResponse(PATH, HTTPStatus.SEE_OTHER)


def end_others(visit: Visit) -> Response:
    """End her sign-ins in other browsers."""
    with visit.office.engine.begin() as connection:
        if visit.session is not None and (count := sessions.end_others(connection, visit.session)):
            me = visit.person.staff_id
            record(connection, visit.at, me, "sessions_ended", me, count=count)
    return RedirectResponse(PATH, HTTPStatus.SEE_OTHER)


def _refused(visit: Visit) -> Refused:
    """Count an answer that enrols no passkey like one that signs nobody in."""
    if count_failure(visit, "passkey", "passkey", visit.person.staff_id):
        return Refused(HTTPStatus.TOO_MANY_REQUESTS, "tries", visit.person)
    return Refused(HTTPStatus.FORBIDDEN, "passkey", visit.person)


def credential_name(credential_id: bytes) -> str:
    """Return a credential's id as browsers write it: base64url without padding."""
    return base64.urlsafe_b64encode(credential_id).rstrip(b"=").decode()


def _credential_id(name: str) -> bytes:
    try:
        return base64.b64decode(name + "=" * (-len(name) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return b""


PAGES: Final = (
    Page(PATH, account, Right.ACCOUNT),
    Page(f"{PATH}/passkeys/begin", passkey_begin, Right.ACCOUNT, "POST", step_up=True),
    Page(f"{PATH}/passkeys/finish", passkey_finish, Right.ACCOUNT, "POST", step_up=True),
    Page(f"{PATH}/passkeys/remove", passkey_remove, Right.ACCOUNT, "POST", step_up=True),
    Page(f"{PATH}/sessions/end", end_others, Right.ACCOUNT, "POST"),
    *keys.PAGES,
)
