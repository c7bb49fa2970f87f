"""Drafts between their value and their sealed row."""

import secrets
from dataclasses import dataclass, field

import msgspec

from bot.crypto import draft_aad, seal_padded, unseal_padded
from bot.keys import Keys
from bot.stores import DraftRow
from flows.draft import Draft

CLOSING_LASTS = 24 * 3600
"""Seconds after sending at which the closing row goes (DESIGN 3)."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A draft with the row it came from and its key."""

    row: DraftRow
    draft: Draft
    key: bytes = field(repr=False)


class LostKey(Exception):  # noqa: N818 - what happened, for the log
    """A row is there but its key is not: it was deleted, and the row is on its way out."""


def opened(row: DraftRow, keys: Keys) -> Kept:
    """Open a row; raises LostKey, or CannotOpen if it was tampered with."""
    key = keys.of(row.id)
    if key is None:
        raise LostKey("a draft's key is gone")
    plain = unseal_padded(key, row.sealed, draft_aad(row.id, row.revision))
    return Kept(row, msgspec.json.decode(plain, type=Draft), key)


def new_id() -> str:
    """Return 32 random hex digits."""
    return secrets.token_hex(16)


def sealed_row(
    draft: Draft, owner: bytes, now: int, *, before: DraftRow | None, fresh: tuple[str, bytes]
) -> DraftRow:
    """Seal the next revision of a draft; `fresh` is its id and key.

    A draft ends as many hours after the last touch as she chose; a closing row 24 h after
    sending, however often its cards are looked at.
    """
    name, key = fresh
    closing = draft.stage == "sent"
    revision = before.revision + 1 if before else 1
    ends_at = now + (CLOSING_LASTS if closing else draft.hours * 3600)
    if closing and before:
        ends_at = before.ends_at
    sealed = seal_padded(key, msgspec.json.encode(draft), draft_aad(name, revision))
    return DraftRow(
        id=name,
        owner=owner,
        kind="closing" if closing else "draft",
        left=draft.left,
        revision=revision,
        sealed=sealed,
        touched_at=now,
        ends_at=ends_at,
        shown=False,
    )
