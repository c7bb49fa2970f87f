"""Sending: sendMessage, sendChatAction."""

from typing import Final

from sandbox.fields import Fields
from sandbox.keyboards import read_keyboard
from sandbox.messages import Json
from sandbox.methods.places import text_of, writable_chat
from sandbox.methods.registry import method
from sandbox.refusals import bad_request
from sandbox.world import World

TYPING_SECONDS: Final = 5

_ACTIONS: Final = (
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
)


@method(
    "sendMessage",
    "chat_id",
    "text",
    "reply_markup",
    "disable_notification",
    "protect_content",
    "link_preview_options",
    not_done="business_connection_id message_thread_id direct_messages_topic_id parse_mode "
    "entities allow_paid_broadcast message_effect_id suggested_post_parameters reply_parameters",
)
def send_message(world: World, fields: Fields) -> Json:
    """Put a message of the bot into a chat."""
    text, keyboard = text_of(fields), read_keyboard(fields)
    chat = writable_chat(world, fields)
    world.typing.pop(chat.id, None)
    message = world.chats.post(
        chat,
        world.profile.id,
        text,
        from_bot=True,
        keyboard=keyboard,
        silent=fields.flag("disable_notification"),
        protected=fields.flag("protect_content"),
    )
    return world.seen_by_bot(message)


@method("sendChatAction", "chat_id", "action", not_done="business_connection_id message_thread_id")
def send_chat_action(world: World, fields: Fields) -> bool:
    """Show for five seconds that the bot is busy."""
    if fields.text("action") not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = writable_chat(world, fields)
    world.typing[chat.id] = world.clock() + TYPING_SECONDS
    world.changes.tell()
    return True
