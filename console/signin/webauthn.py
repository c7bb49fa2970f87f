"""The one door to the WebAuthn library: options for the browser, and its answers checked."""

import json
import logging
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from webauthn import (
    generate_authentication_options,
    generate_registration_options,
    options_to_json,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import parse_authentication_credential_json
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from console.office import Office
from intake.staff.passkeys import Passkey
from intake.staff.people import Person

_log = logging.getLogger(__name__)

_SERVICE = "Candour"
_MILLISECONDS = 5 * 60 * 1000
_UV = UserVerificationRequirement.REQUIRED

# Nobody's: a point on P-256 in COSE. An unknown passkey costs as much time as a known one.
NOBODYS_KEY = bytes.fromhex(
    "a5010203262001215820"
    "6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"
    "225820"
    "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5"
)


class NotVerified(Exception):  # noqa: N818 - what was decided, not an error
    """A browser's answer proves nothing."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What an answer says of itself, not yet checked."""

    credential_id: bytes
    user_handle: bytes
    text: str = field(repr=False)


def request_options(
    office: Office, challenge: bytes, allowed: Iterable[bytes] = ()
) -> dict[str, Any]:
    """Return what `navigator.credentials.get` needs. Without `allowed`, any passkey of ours."""
    options = generate_authentication_options(
        rp_id=office.passkey_name,
        challenge=challenge,
        timeout=_MILLISECONDS,
        allow_credentials=[PublicKeyCredentialDescriptor(id=one) for one in allowed],
        user_verification=_UV,
    )
    return _as_json(options_to_json(options))


def creation_options(
    office: Office, challenge: bytes, person: Person, present: Iterable[bytes]
) -> dict[str, Any]:
    """Return what `navigator.credentials.create` needs: a passkey that names its person itself."""
    options = generate_registration_options(
        rp_id=office.passkey_name,
        rp_name=_SERVICE,
        user_id=bytes.fromhex(person.staff_id),
        user_name=person.name,
        user_display_name=person.name,
        challenge=challenge,
        timeout=_MILLISECONDS,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED, user_verification=_UV
        ),
        exclude_credentials=[PublicKeyCredentialDescriptor(id=one) for one in present],
    )
    # Asked for now, so that the passkey can also guard her private key later.
    return _as_json(options_to_json(options)) | {"extensions": {"prf": {}}}


def read_claim(text: str) -> Claim:
    """Return which passkey an answer claims to be of; raise NotVerified for what cannot be read."""
    try:
        credential = parse_authentication_credential_json(text)
    except Exception as fault:  # noqa: BLE001 - a stranger's words may break any parser
        raise _refused(fault) from None
    return Claim(credential.raw_id, credential.response.user_handle or b"", text)


def verify_claim(office: Office, claim: Claim, challenge: bytes, public_key: bytes) -> int:
    """Return the sign count of a right answer; raise NotVerified for any other."""
    try:
        verified = verify_authentication_response(
            credential=claim.text,
            expected_challenge=challenge,
            expected_rp_id=office.passkey_name,
            expected_origin=office.origin,
            credential_public_key=public_key,
            # The count is judged by `passkeys.used`, after the signature: only then is it a copy.
            credential_current_sign_count=0,
            require_user_verification=True,
        )
    except Exception as fault:  # noqa: BLE001 - a stranger's words may break any parser
        raise _refused(fault) from None
    return verified.new_sign_count


def verify_new(office: Office, text: str, challenge: bytes, staff_id: str, at: int) -> Passkey:
    """Return the passkey that was just made; raise NotVerified."""
    try:
        verified = verify_registration_response(
            credential=text,
            expected_challenge=challenge,
            expected_rp_id=office.passkey_name,
            expected_origin=office.origin,
            require_user_verification=True,
        )
    except Exception as fault:  # noqa: BLE001 - a stranger's words may break any parser
        raise _refused(fault) from None
    return Passkey(
        verified.credential_id, staff_id, verified.credential_public_key, verified.sign_count, at
    )


def _refused(fault: Exception) -> NotVerified:
    """Whatever a stranger sends may break the library in any of its parsers: all is one refusal."""
    _log.debug("an answer was refused: %s", type(fault).__name__)
    return NotVerified()


def _as_json(text: str) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(text)
    return value
