"""Which chat and which message a request means, and whether the bot may write there."""

from sandbox.chats import Chat
from sandbox.fields import Fields
from sandbox.messages import Message, utf16_length
from sandbox.refusals import bad_request, forbidden
from sandbox.world import World

LONGEST_TEXT = 4_096


def chat_of(world: World, fields: Fields) -> Chat:
    """Return the chat that `chat_id` names.

    Raises:
        Refused: there is none.
    """
    given = fields.text("chat_id")
    if not given:
        raise bad_request("chat_id is empty")
    chat = world.chats.all.get(int(given)) if given.lstrip("-").isdecimal() else None
    if chat is None:
        raise bad_request("chat not found")
    return chat


def writable_chat(world: World, fields: Fields) -> Chat:
    """Return the chat that `chat_id` names, if the bot may write there.

    Raises:
        Refused: 403 if it was blocked, never written to first, or is not in the group.
    """
    chat = chat_of(world, fields)
    if chat.group and not chat.open:
        raise forbidden("bot is not a member of the group chat")
    if chat.blocked:
        raise forbidden("bot was blocked by the user")
    if not chat.open:
        raise forbidden("bot can't initiate conversation with a user")
    return chat


def own_message(chat: Chat, fields: Fields) -> Message:
    """Return the bot's own message that a request wants to edit.

    Raises:
        Refused: there is none, or it is not the bot's.
    """
    number = fields.number("message_id")
    if number is None:
        raise bad_request("message identifier is not specified")
    message = chat.messages.get(number)
    if message is None:
        raise bad_request("message to edit not found")
    if not message.from_bot:
        raise bad_request("message can't be edited")
    return message


def text_of(fields: Fields) -> str:
    """Return the text of a message, trimmed as Telegram trims it.

    Raises:
        Refused: it is empty, or longer than 4,096 UTF-16 units.
    """
    text = fields.text("text").strip()
    if not text:
        raise bad_request("message text is empty")
    if utf16_length(text) > LONGEST_TEXT:
        raise bad_request("message is too long")
    return text
