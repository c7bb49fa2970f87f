"""Whether who sits at this browser has just used her passkey; what failed is counted and told."""

from http import HTTPStatus
from typing import Literal, NoReturn

from sqlalchemy import Connection

from console.faults import Refused
from console.page import Visit
from console.signin.failing import count_failure
from console.signin.webauthn import NOBODYS_KEY, Claim, NotVerified, read_claim, verify_claim
from intake.staff import ceremonies, passkeys, people
from intake.staff.passkeys import Passkey
from intake.staff.people import Person

Why = Literal["challenge", "unread", "unknown", "signature", "copied", "disabled", "somebody_else"]


class NotProved(Exception):  # noqa: N818 - what was decided, not an error
    """This passkey signs nobody in. `staff_id` is whose it claims to be, if that is known."""

    def __init__(self, why: Why, staff_id: str = "", credential_id: bytes = b"") -> None:
        super().__init__(why)
        self.why = why
        self.staff_id = staff_id
        self.credential_id = credential_id


def proved(
    visit: Visit, purpose: Literal["sign_in", "step_up"], expected: str | None = None
) -> Person:
    """Return whose passkey answered this browser's challenge; raise Refused.

    `expected` is the staff id that it must be. Every failure is counted and answered in the same
    words: whether a passkey is known here is not told.
    """
    began_for = expected or "" if purpose == "step_up" else ""
    # A transaction of its own: the challenge is gone, whatever comes of it.
    with visit.office.engine.begin() as connection:
        challenge = ceremonies.take(connection, visit.at, visit.bound, purpose, began_for)
    try:
        with visit.office.engine.begin() as connection:
            return _prove(connection, visit, challenge, expected)
    except NotProved as failure:
        _refuse(visit, purpose, failure)


def _prove(
    connection: Connection, visit: Visit, challenge: bytes | None, expected: str | None
) -> Person:
    try:
        claim = read_claim(visit.fields.get("credential", ""))
    except NotVerified:
        raise NotProved("unread") from None
    known, enabled = passkeys.claimed(connection, claim.credential_id)
    # Nobody's key stands in for an unknown passkey's, and for that of somebody who is disabled:
    # whatever the reason, a refusal is one statement and one signature that does not fit.
    key = known.public_key if known and enabled else NOBODYS_KEY
    count = _count(visit, claim, challenge or b"", key)
    why = _why_not(claim, challenge, known, enabled=enabled)
    staff_id = known.staff_id if known else ""
    if known is None or count is None or why is not None:
        raise NotProved(why or "signature", staff_id, claim.credential_id)
    if expected is not None and expected != staff_id:
        raise NotProved("somebody_else", staff_id, claim.credential_id)
    if not passkeys.used(connection, known, count):
        raise NotProved("copied", staff_id, claim.credential_id)
    return people.person(connection, staff_id)


def _why_not(
    claim: Claim, challenge: bytes | None, known: Passkey | None, *, enabled: bool
) -> Why | None:
    """Name the first reason against it beside its signature, which was looked at already."""
    if known is None:
        return "unknown"
    if challenge is None:
        return "challenge"
    if not enabled:
        return "disabled"
    return None if _is_hers(claim, known.staff_id) else "signature"


def _is_hers(claim: Claim, staff_id: str) -> bool:
    """A passkey that was named to the browser may leave out whose it is; no other."""
    return claim.user_handle in {b"", bytes.fromhex(staff_id)}


def _count(visit: Visit, claim: Claim, challenge: bytes, public_key: bytes) -> int | None:
    try:
        return verify_claim(visit.office, claim, challenge, public_key)
    except NotVerified:
        return None


def _refuse(visit: Visit, purpose: str, failure: NotProved) -> NoReturn:
    account = failure.staff_id or f"passkey {failure.credential_id.hex()}"
    waits = count_failure(visit, purpose, failure.why, account, failure.staff_id)
    if waits:
        raise Refused(HTTPStatus.TOO_MANY_REQUESTS, "tries")
    raise Refused(HTTPStatus.FORBIDDEN, "passkey")
