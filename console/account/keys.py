"""`/account/keys`: the keys with which this person opens reports, made in her own browser.

The server gets the public half, and the private one wrapped: by her passphrase, and if she wishes
by her passkey. It can open neither.
"""

import base64
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

from starlette.responses import JSONResponse, Response

from console.access import Right, may
from console.account.operator_lines import operator_lines
from console.faults import Refused
from console.page import Page, Visit
from console.templates import render_for
from intake.staff import identities, passkeys
from intake.staff.identities import PURPOSES, BadIdentity, Purpose, Wrapped
from intake.team import Team

PATH: Final = "/account/keys"

_MEANINGS: Final[dict[Purpose, str]] = {
    "reader": "Key for reports",
    "conflict": "Key for conflict checks",
}


@dataclass(frozen=True, slots=True)
class Held:
    """One of her keys as the page shows it; `public_key` is empty until it is made."""

    purpose: Purpose
    meaning: str
    public_key: str
    queues: tuple[str, ...]
    """Where the team file names it: queues, or "conflict checks"."""


def keys(visit: Visit) -> Response:
    """Show her keys, with what makes and unlocks them, and what her operator has to add."""
    held_now = held(visit)
    return render_for(
        visit,
        "account/keys.html",
        held=held_now,
        lines=operator_lines(
            visit.person, {one.purpose: one.public_key for one in held_now if one.public_key}
        ),
        missing=[one for one in held_now if one.public_key and not one.queues],
    )


def held(visit: Visit) -> tuple[Held, ...]:
    """Return a line for each key that her role can have, made or not."""
    if not may(visit.person.role, Right.READ):
        return ()
    made: dict[Purpose, str] = {
        "reader": visit.person.reader_key,
        "conflict": visit.person.conflict_key,
    }
    return tuple(
        Held(purpose, _MEANINGS[purpose], key, _named(visit.office.team, purpose, key))
        for purpose, key in made.items()
    )


def wrapped(visit: Visit) -> Response:
    """Give her wrapped keys to her own browser, and which passkeys could unlock them."""
    me = visit.person.staff_id
    with visit.office.engine.begin() as connection:
        mine = identities.of_person(connection, me)
        present = passkeys.of_person(connection, me)
    return JSONResponse(
        {
            "identities": [
                {
                    "purpose": one.purpose,
                    "public_key": one.public_key,
                    "by_passphrase": one.by_passphrase.decode("ascii", "replace"),
                    "by_passkey": (one.by_passkey or b"").decode("ascii", "replace") or None,
                }
                for one in mine
            ],
            "passkeys": [_base64url(one.credential_id) for one in present],
        }
    )


def keep(visit: Visit) -> Response:
    """Keep a key that her browser has made and wrapped."""
    purpose = next((one for one in PURPOSES if one == visit.fields.get("purpose")), None)
    if purpose is None:
        raise Refused(HTTPStatus.BAD_REQUEST, "purpose", visit.person)
    by_passkey = visit.fields.get("by_passkey", "")
    try:
        new = Wrapped(
            purpose,
            visit.fields.get("public_key", ""),
            visit.fields.get("by_passphrase", "").encode(),
            by_passkey.encode() if by_passkey not in {"", "null"} else None,
        )
        with visit.office.engine.begin() as connection:
            identities.keep(connection, visit.at, visit.person.staff_id, new)
    except BadIdentity as fault:
        told = {"fault": "This key was not kept", "remedy": str(fault)}
        return JSONResponse(told, HTTPStatus.UNPROCESSABLE_ENTITY)
    return JSONResponse({"to": PATH})


def half(visit: Visit) -> Response:
    """Give the session's half of what guards unlocked keys between two pages (decision 0019)."""
    return JSONResponse({"half": _base64url(visit.session.half if visit.session else b"")})


def _named(team: Team, purpose: Purpose, key: str) -> tuple[str, ...]:
    if purpose == "conflict":
        return ("conflict checks",) if any(one.key == key for one in team.conflict) else ()
    return tuple(
        queue for queue, readers in team.queues.items() if any(one.key == key for one in readers)
    )


def _base64url(value: bytes) -> str:
    return base64.urlsafe_b64encode(value).rstrip(b"=").decode()


PAGES: Final = (
    Page(PATH, keys, Right.READ, words="decrypted"),
    Page("/account/identities", wrapped, Right.READ),
    Page("/account/identity", keep, Right.READ, "POST", step_up=True),
    Page("/account/half", half, Right.READ),
)
