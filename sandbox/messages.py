"""A message as both sides see it, and its form in the Bot API."""

import re
from dataclasses import dataclass, field
from typing import Any

# Any, because a Bot API object is JSON whose shape each field of it decides.
Json = dict[str, Any]

_COMMAND = re.compile(r"(?<![^\s])/[A-Za-z0-9_]{1,32}\b")


def utf16_length(text: str) -> int:
    """Return the length in UTF-16 units, Telegram's measure of texts and entities."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@dataclass(frozen=True, slots=True)
class Button:
    """One inline button, with one of three things behind its words.

    `data` comes back on a press, `url` opens a page, `copy` is put on the clipboard by the
    phone itself, of which the bot learns nothing.
    """

    text: str
    data: str | None = field(default=None, repr=False)
    url: str | None = field(default=None, repr=False)
    style: str | None = None
    copy: str | None = field(default=None, repr=False)

    def as_telegram(self) -> Json:
        """Return the Bot API's InlineKeyboardButton."""
        parts = {
            "text": self.text,
            "callback_data": self.data,
            "url": self.url,
            "style": self.style,
            "copy_text": None if self.copy is None else {"text": self.copy},
        }
        return {name: part for name, part in parts.items() if part is not None}


Keyboard = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Attachment:
    """What a message carries besides text: `fields` are the Bot API's, such as `photo`."""

    kind: str
    fields: Json = field(repr=False)


@dataclass(frozen=True, slots=True)
class Message:
    """One message; an edit makes a new one with the same `id`. Dates are Unix seconds."""

    id: int
    chat_id: int
    sender_id: int
    from_bot: bool
    date: int
    text: str = field(default="", repr=False)
    edited_at: int = 0
    keyboard: Keyboard = field(default=(), repr=False)
    attachment: Attachment | None = None
    silent: bool = False
    protected: bool = False

    def as_telegram(self, chat: Json, sender: Json) -> Json:
        """Return the Bot API's Message, in `chat`, written by `sender`."""
        body: Json = {"message_id": self.id, "from": sender, "chat": chat, "date": self.date}
        if self.edited_at:
            body["edit_date"] = self.edited_at
        if self.attachment:
            body |= self.attachment.fields
        if self.text:
            body["text"] = self.text
            if commands := _commands_in(self.text):
                body["entities"] = commands
        if self.keyboard:
            rows = [[button.as_telegram() for button in row] for row in self.keyboard]
            body["reply_markup"] = {"inline_keyboard": rows}
        if self.protected:
            body["has_protected_content"] = True
        return body


def _commands_in(text: str) -> list[Json]:
    return [
        {
            "type": "bot_command",
            "offset": utf16_length(text[: found.start()]),
            "length": len(found.group()),
        }
        for found in _COMMAND.finditer(text)
    ]
