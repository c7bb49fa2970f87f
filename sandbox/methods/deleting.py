"""Deleting: deleteMessage, deleteMessages. Both sides' messages, for 48 hours."""

from typing import Final

from sandbox.fields import Fields
from sandbox.methods.places import chat_of
from sandbox.methods.registry import method
from sandbox.refusals import bad_request
from sandbox.world import World

MOST_AT_ONCE: Final = 100


@method("deleteMessage", "chat_id", "message_id")
def delete_message(world: World, fields: Fields) -> bool:
    """Delete one message of either side."""
    chat = chat_of(world, fields)
    number = fields.number("message_id")
    if number is None:
        raise bad_request("message identifier is not specified")
    if number not in chat.messages:
        raise bad_request("message to delete not found")
    world.chats.delete(chat, [number])
    return True


@method("deleteMessages", "chat_id", "message_ids")
def delete_messages(world: World, fields: Fields) -> bool:
    """Delete up to 100 messages at once; those that are not there are skipped."""
    chat = chat_of(world, fields)
    given = fields.structure("message_ids", "can't parse message identifiers JSON object")
    if not isinstance(given, list) or not given:
        raise bad_request("message identifiers are not specified")
    if len(given) > MOST_AT_ONCE:
        raise bad_request("too many message identifiers specified")
    try:
        numbers = [int(number) for number in given]
    except (TypeError, ValueError):
        raise bad_request("invalid message identifier specified") from None
    world.chats.delete(chat, numbers)
    return True
