"""Whether who sits at this browser has just used her passkey; what failed is counted and told."""

from http import HTTPStatus
from typing import Literal, NoReturn

from sqlalchemy import Connection

from console.faults import Refused
from console.page import Visit
from console.signin.failing import count_failure
from console.signin.webauthn import NOBODYS_KEY, Claim, NotVerified, read_claim, verify_claim
from intake.staff import ceremonies, passkeys, people
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
    passkey = passkeys.find(connection, claim.credential_id)
    # Also when there is nothing to compare with: an unknown passkey takes as long as a known one.
    count = _count(visit, claim, challenge or b"", passkey.public_key if passkey else NOBODYS_KEY)
    if passkey is None:
        raise NotProved("unknown", "", claim.credential_id)

    def not_proved(why: Why) -> NotProved:
        return NotProved(why, passkey.staff_id, claim.credential_id)

    if challenge is None:
        raise not_proved("challenge")
    if count is None or not _is_hers(claim, passkey.staff_id):
        raise not_proved("signature")
    # Not before: until here a known passkey makes the store work no more than an unknown one.
    person = people.person(connection, passkey.staff_id)
    if not person.enabled:
        raise not_proved("disabled")
    if expected is not None and expected != person.staff_id:
        raise not_proved("somebody_else")
    if not passkeys.used(connection, passkey, count):
        raise not_proved("copied")
    return person


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
