"""The chats of one bot account: numbering, edits, and what may still be deleted."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from sandbox.changes import Changes
from sandbox.clock import Clock
from sandbox.messages import Attachment, Json, Keyboard, Message
from sandbox.refusals import bad_request

# Telegram lets a bot delete a message for 48 hours.
DELETABLE_SECONDS: Final = 48 * 3600


@dataclass(slots=True)
class Chat:
    """A chat: a person's private one, where the id is that of the person, or a group."""

    id: int
    name: str
    username: str = ""
    language: str = "en"
    group: bool = False
    # A private chat exists once the person pressed Start; a group while the bot is in it.
    open: bool = False
    blocked: bool = False
    messages: dict[int, Message] = field(default_factory=dict, repr=False)

    def as_telegram(self) -> Json:
        """Return the Bot API's Chat."""
        if self.group:
            return {"id": self.id, "type": "group", "title": self.name}
        return {"id": self.id, "type": "private"} | self._named()

    def as_person(self) -> Json:
        """Return the Bot API's User for the person of a private chat."""
        return {"id": self.id, "is_bot": False, "language_code": self.language} | self._named()

    def _named(self) -> Json:
        names = {"first_name": self.name, "username": self.username}
        return {name: value for name, value in names.items() if value}

    def newest_first(self) -> Iterator[Message]:
        """Yield the messages, the newest first."""
        return reversed(self.messages.values())


class Chats:
    """Every chat of the bot account. Message ids come from one sequence across all of them."""

    def __init__(self, clock: Clock, changes: Changes, first: int) -> None:
        self._clock = clock
        self._changes = changes
        self.next_id = first
        self.all: dict[int, Chat] = {}

    def post(  # noqa: PLR0913 - a message has this many parts, all but four of them named
        self,
        chat: Chat,
        sender_id: int,
        text: str,
        *,
        from_bot: bool = False,
        keyboard: Keyboard = (),
        attachment: Attachment | None = None,
        silent: bool = False,
        protected: bool = False,
    ) -> Message:
        """Put a new message into `chat` and return it."""
        message = Message(
            id=self.next_id,
            chat_id=chat.id,
            sender_id=sender_id,
            from_bot=from_bot,
            date=int(self._clock()),
            text=text,
            keyboard=keyboard,
            attachment=attachment,
            silent=silent,
            protected=protected,
        )
        self.next_id += 1
        chat.messages[message.id] = message
        self._changes.tell()
        return message

    def edit(self, chat: Chat, message: Message, text: str, keyboard: Keyboard) -> Message:
        """Replace a message's words and buttons, and return it as it is now."""
        edited = replace(message, text=text, keyboard=keyboard, edited_at=int(self._clock()))
        chat.messages[message.id] = edited
        self._changes.tell()
        return edited

    def delete(self, chat: Chat, ids: Iterable[int]) -> None:
        """Take messages away on both sides; unknown ids are skipped.

        Raises:
            Refused: one of them is 48 hours old or older; then none is deleted.
        """
        known = [chat.messages[number] for number in ids if number in chat.messages]
        if any(self._clock() - message.date >= DELETABLE_SECONDS for message in known):
            raise bad_request("message can't be deleted for everyone")
        self.vanish(chat, [message.id for message in known])

    def vanish(self, chat: Chat, ids: Iterable[int]) -> None:
        """Take messages away whatever their age, as the person herself may."""
        for number in ids:
            chat.messages.pop(number, None)
        self._changes.tell()
