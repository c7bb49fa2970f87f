"""Messages in the intake store: the staff's side puts them in, the bot's side takes them out.

A message stays until the bot has said that its reporter had it. So a crash anywhere between the
two loses none, and the bot, which knows the ids it has, shows none twice.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from sqlalchemy import Connection, delete, insert, select

from intake.boundary import Message
from intake.messages import KEPT_DAYS, address_hash, check_posted, new_message_id
from intake.tables import messages

MOST_AT_ONCE = 5
"""Messages that one call of `collect` returns; the next call returns the next."""


def post(connection: Connection, address: bytes, sealed: bytes, today: date) -> str:
    """Keep a sealed message for an address; return its id. Raises BadMessage."""
    check_posted(address, sealed)
    too_old = today - timedelta(days=KEPT_DAYS)
    connection.execute(delete(messages).where(messages.c.posted < too_old))
    message_id = new_message_id()
    connection.execute(
        insert(messages).values(
            message_id=message_id, address=address_hash(address), sealed=sealed, posted=today
        )
    )
    return message_id


def take(connection: Connection, address: bytes, got: Iterable[str]) -> tuple[Message, ...]:
    """Delete what the bot has got, and return what waits at this address, oldest first."""
    here = messages.c.address == address_hash(address)
    if ids := sorted(got):
        # Only of this address: an id alone deletes nothing.
        connection.execute(delete(messages).where(here, messages.c.message_id.in_(ids)))
    asked = select(messages.c.message_id, messages.c.sealed).where(here)
    rows = connection.execute(asked.order_by(messages.c.number).limit(MOST_AT_ONCE)).all()
    return tuple(Message(row.message_id, row.sealed) for row in rows)


def waiting(connection: Connection, address: bytes) -> tuple[date, ...]:
    """Return the days on which the messages were posted that she has not had yet."""
    asked = select(messages.c.posted).where(messages.c.address == address_hash(address))
    return tuple(connection.execute(asked.order_by(messages.c.number)).scalars())
