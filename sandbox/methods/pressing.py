"""Answering a press: answerCallbackQuery."""

from typing import Final

from sandbox.fields import Fields
from sandbox.messages import utf16_length
from sandbox.methods.registry import method
from sandbox.refusals import bad_request
from sandbox.world import World

LONGEST_ANSWER: Final = 200


@method(
    "answerCallbackQuery",
    "callback_query_id",
    "text",
    "show_alert",
    "cache_time",
    not_done="url",
)
def answer_callback_query(world: World, fields: Fields) -> bool:
    """Answer a press once, within 150 seconds; a text is shown for a moment."""
    text = fields.text("text")
    if utf16_length(text) > LONGEST_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    world.presses.answer(fields.text("callback_query_id"), text, alert=fields.flag("show_alert"))
    return True
