"""The envelope: a summary as padded JSON, sealed with age to every reader of its queue.

The published shape is docs/envelope-v1.schema.json. Inside stands the conflict card, sealed by
itself to the conflict checkers. Whoever has a reader's key and the `age` command can open one
without this program: `age -d -i identity.age report.age | jq .`
"""

import base64
import binascii
import json
from collections.abc import Mapping, Sequence

from intake import age
from intake.recipients import Recipients

SCHEMA_VERSION = 1

SIZES = (16 * 1024, 64 * 1024)
"""Bytes of padded plaintext: an envelope's size tells no more than which of the two it was."""

_CARD_STEP = 512
"""Bytes. The conflict card is padded to a multiple: its size hides a name's length."""


class SummaryTooLarge(Exception):  # noqa: N818 - it names what the flow's text limits must prevent
    """The summary does not fit the largest envelope."""


class WrongIdentity(Exception):  # noqa: N818 - a finding, told to staff as it stands
    """The identity is not one of the readers."""

    def __init__(self) -> None:
        super().__init__("This report was not sealed to this identity. Another reader can open it.")


class DamagedEnvelope(Exception):  # noqa: N818 - a finding, told to staff as it stands
    """The envelope is cut short or changed."""

    def __init__(self) -> None:
        super().__init__("This envelope is damaged: it was cut short or changed after sealing.")


class UnknownVersion(Exception):  # noqa: N818 - a finding, told to staff as it stands
    """The envelope was made by a later version."""

    def __init__(self) -> None:
        super().__init__("This envelope was made by a newer version. Update this program first.")


Identities = age.Identity | Sequence[age.Identity]


def seal(
    summary: Mapping[str, object], conflict: Mapping[str, object], recipients: Recipients
) -> bytes:
    """Return the summary sealed to the queue's readers, the conflict card inside it to its own.

    `summary` holds `schema_version`, `record_id` and `triage` (`Triage.as_dict`); its
    `conflict_card` is put in here. An empty `conflict` makes no card. SummaryTooLarge if the
    padded summary would exceed 64 KiB.
    """
    _check_marks(summary)
    plain = _pad(_canonical({**summary, "conflict_card": _card(conflict, recipients)}))
    return age.seal_to((one.key for one in recipients.queue), plain)


def unseal(envelope: bytes, identity: Identities) -> dict[str, object]:
    """Return the summary; raise WrongIdentity, DamagedEnvelope or UnknownVersion."""
    summary = _read(_open(envelope, identity))
    version = summary.get("schema_version")
    if version != SCHEMA_VERSION:
        newer = isinstance(version, int) and version > SCHEMA_VERSION
        raise UnknownVersion if newer else DamagedEnvelope
    return summary


def unseal_conflict(
    summary: Mapping[str, object], identity: Identities
) -> dict[str, object] | None:
    """Return the conflict card; None without one, or if this identity is no conflict checker's."""
    card = summary.get("conflict_card")
    if card is None:
        return None
    try:
        sealed = base64.b64decode(str(card), validate=True)
    except binascii.Error:
        raise DamagedEnvelope from None
    try:
        return _read(_open(sealed, identity))
    except WrongIdentity:
        return None


def _check_marks(summary: Mapping[str, object]) -> None:
    triage = summary.get("triage")
    if summary.get("schema_version") != SCHEMA_VERSION:
        raise ValueError("schema_version must be 1")
    if not isinstance(triage, Mapping) or triage.get("report_id") != summary.get("record_id"):
        raise ValueError("record_id and triage.report_id must be one and the same")


def _card(conflict: Mapping[str, object], recipients: Recipients) -> str | None:
    if not conflict:
        return None
    plain = _canonical(conflict)
    room = -(-len(plain) // _CARD_STEP) * _CARD_STEP
    sealed = age.seal_to((one.key for one in recipients.conflict), plain.ljust(room))
    return base64.b64encode(sealed).decode("ascii")


def _canonical(value: Mapping[str, object]) -> bytes:
    text = json.dumps(
        value, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
    )
    # Half of a surrogate pair is no character and has no UTF-8: it must not stop a report.
    return text.encode("utf-8", "replace")


def _pad(plain: bytes) -> bytes:
    """Fill up with spaces and a line end, which leave it valid JSON for any reader."""
    for size in SIZES:
        if len(plain) < size:
            return plain.ljust(size - 1) + b"\n"
    raise SummaryTooLarge(f"A summary of {len(plain)} bytes does not fit {SIZES[-1]}.")


def _open(sealed: bytes, identity: Identities) -> bytes:
    identities = [identity] if isinstance(identity, age.Identity) else list(identity)
    try:
        return age.open_with(identities, sealed)
    except age.NotSealedForUs:
        raise WrongIdentity from None
    except age.NewerFormat:
        raise UnknownVersion from None
    except age.Damaged:
        raise DamagedEnvelope from None


def _read(plain: bytes) -> dict[str, object]:
    try:
        value = json.loads(plain)
    except ValueError:
        raise DamagedEnvelope from None
    if not isinstance(value, dict):
        raise DamagedEnvelope
    return value
