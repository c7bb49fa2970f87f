"""One bot account and everyone who talks to it: what the methods and the phones act upon."""

import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from sandbox.changes import Changes
from sandbox.chats import Chat, Chats
from sandbox.clock import Clock
from sandbox.messages import Json, Message
from sandbox.presses import Presses
from sandbox.updates import Updates

if TYPE_CHECKING:
    from sandbox.attachments import StoredFile

# A fresh world counts on from the minutes since then, so that its numbers are above those of
# any world before it even if the folder of that one has been removed.
_BEGINNING: Final = 1_577_836_800  # 2020-01-01
_A_MINUTE: Final = 100


@dataclass(slots=True)
class Profile:
    """What the bot tells about itself."""

    id: int
    name: str = "Sandbox bot"
    username: str = "sandbox_bot"
    description: str = ""
    short_description: str = ""
    commands: list[Json] = field(default_factory=list)

    def as_telegram(self) -> Json:
        """Return the Bot API's User for the bot."""
        return {
            "id": self.id,
            "is_bot": True,
            "first_name": self.name,
            "username": self.username,
        }


class World:
    """The state of a sandbox. Everything happens on one event loop, so nothing is locked."""

    def __init__(self, clock: Clock, bot_id: int) -> None:
        self.clock = clock
        self.changes = Changes()
        self.profile = Profile(bot_id)
        self.chats = Chats(clock, self.changes, self._first_number())
        self.updates = Updates(clock, self.changes, self._first_number())
        self.presses = Presses(clock, self.changes)
        self.files: dict[str, StoredFile] = {}
        self.typing: dict[int, float] = {}
        # What a button has copied last, by person. Not kept: a phone forgets it too.
        self.clipboards: dict[int, str] = {}

    def _first_number(self) -> int:
        minutes = max(int(self.clock() - _BEGINNING) // 60, 1)
        return minutes * _A_MINUTE + secrets.randbelow(_A_MINUTE)

    def person(self, user_id: int) -> Chat:
        """Return the private chat of a person, who is there from the first asking."""
        if user_id not in self.chats.all:
            self.chats.all[user_id] = Chat(user_id, "Someone")
        return self.chats.all[user_id]

    def seen_by_bot(self, message: Message) -> Json:
        """Return a message in the form the Bot API gives it."""
        chat = self.chats.all[message.chat_id]
        if message.from_bot:
            sender = self.profile.as_telegram()
        else:
            sender = self.person(message.sender_id).as_person()
        return message.as_telegram(chat.as_telegram(), sender)

    def tell_membership(self, chat: Chat, by: Chat, old: str, new: str) -> None:
        """Tell the bot that its own place in a chat has changed."""
        bot = self.profile.as_telegram()
        body: Json = {
            "chat": chat.as_telegram(),
            "from": by.as_person(),
            "date": int(self.clock()),
            "old_chat_member": _member(bot, old),
            "new_chat_member": _member(bot, new),
        }
        self.updates.put("my_chat_member", "membership", body)


def _member(bot: Json, status: str) -> Json:
    member: Json = {"user": bot, "status": status}
    # Telegram gives the date with these two; 0 means for ever.
    return member | {"until_date": 0} if status == "kicked" else member
