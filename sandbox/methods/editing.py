"""Editing: editMessageText, editMessageReplyMarkup."""

from sandbox.chats import Chat
from sandbox.fields import Fields
from sandbox.keyboards import read_keyboard
from sandbox.messages import Json, Keyboard, Message
from sandbox.methods.places import own_message, text_of, writable_chat
from sandbox.methods.registry import method
from sandbox.refusals import bad_request
from sandbox.world import World

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly "
    "the same as a current content and reply markup of the message"
)


@method(
    "editMessageText",
    "chat_id",
    "message_id",
    "text",
    "reply_markup",
    "link_preview_options",
    not_done="business_connection_id inline_message_id parse_mode entities rich_message",
)
def edit_message_text(world: World, fields: Fields) -> Json:
    """Replace words and buttons; without `reply_markup` the buttons go."""
    text, keyboard = text_of(fields), read_keyboard(fields)
    chat = writable_chat(world, fields)
    return _changed(world, chat, own_message(chat, fields), text, keyboard)


@method(
    "editMessageReplyMarkup",
    "chat_id",
    "message_id",
    "reply_markup",
    not_done="business_connection_id inline_message_id",
)
def edit_message_reply_markup(world: World, fields: Fields) -> Json:
    """Replace the buttons alone."""
    keyboard = read_keyboard(fields)
    chat = writable_chat(world, fields)
    message = own_message(chat, fields)
    return _changed(world, chat, message, message.text, keyboard)


def _changed(world: World, chat: Chat, message: Message, text: str, keyboard: Keyboard) -> Json:
    if (message.text, message.keyboard) == (text, keyboard):
        raise bad_request(NOT_MODIFIED)
    world.typing.pop(chat.id, None)
    return world.seen_by_bot(world.chats.edit(chat, message, text, keyboard))
