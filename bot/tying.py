"""Making a tie when she sends, and ending ties: the row first, then its key.

Within a day of sending nothing ties an account to a report, unless she asked for this. The tie
and the report share one thing, the address, and the report's half of it is sealed to the team;
for whoever may be asked more, also what `bot.asking` keeps.
"""

import base64
import secrets
from collections.abc import Mapping

from bot import hours
from bot.asking import more_of
from bot.desk import Visit
from bot.drafting import LostKey, new_id
from bot.stores import Transaction
from bot.ties import Tie, Tied, opened, sealed_tie
from flows.draft import Draft
from flows.outcome import Turn
from flows.reach import by_chat, in_chat
from intake.messages import ADDRESS_BYTES

ENDS_TIES = frozenset({"end_ties", "delete"})
"""The deeds after which nobody may write to the chat any more."""


def tie(visit: Visit, sent: Draft, code: str) -> Mapping[str, object] | None:
    """Keep a tie if `sent` asks for one; return what the team needs to write to it.

    `code` is the one under which it is sent.
    """
    if not by_chat(sent):
        return None
    asked = in_chat(sent, visit.setting.today)
    made = Tie(
        chat=visit.chat,
        address=secrets.token_bytes(ADDRESS_BYTES),
        days=list(asked.days),
        hours=list(asked.hours),
        ends=hours.end_of(asked.until),
        word=sent.resume,
        may_ask_more=asked.may_ask_more,
        language=sent.language,
        more=more_of(visit, sent, code) if asked.may_ask_more else None,
    )
    name = new_id()
    key = visit.desk.keys.make(name, visit.now)
    at = (1, made.next_look(visit.now))
    visit.tx.keep_tie(sealed_tie(made, name, visit.owner, key, at))
    return {
        **asked.as_json(),
        "address": base64.b64encode(made.address).decode("ascii"),
        "key": visit.desk.identity.public_key,
    }


def ended(visit: Visit, turn: Turn) -> tuple[str, ...]:
    """End every tie of hers if the turn says so; return the ids whose keys go."""
    return end(visit.tx, visit.owner) if turn.deed in ENDS_TIES else ()


def end(tx: Transaction, owner: bytes) -> tuple[str, ...]:
    """Drop every tie of an owner; return the ids whose keys go after the commit."""
    rows = tx.ties_of(owner)
    for row in rows:
        tx.drop_tie(row.id)
    return tuple(row.id for row in rows)


def ties_of(visit: Visit) -> list[Tied]:
    """Return her ties, opened; one whose key is gone is on its way out."""
    found = []
    for row in visit.tx.ties_of(visit.owner):
        try:
            found.append(opened(row, visit.desk.keys))
        except LostKey:
            continue
    return found
