"""A group that somebody has added the bot to."""

from sandbox.chats import Chat
from sandbox.world import World


class Group:
    """A group chat; its id is negative, as at Telegram."""

    def __init__(self, world: World, group_id: int, title: str = "A group") -> None:
        self._world = world
        self.chat = world.chats.all.setdefault(group_id, Chat(group_id, title, group=True))

    @property
    def has_bot(self) -> bool:
        """Whether the bot is in the group now."""
        return self.chat.open

    async def add_bot(self, by: int) -> None:
        """Let the person `by` add the bot; it is told."""
        self.chat.open = True
        self._world.tell_membership(self.chat, self._world.person(by), "left", "member")

    async def say(self, user_id: int, text: str) -> int:
        """Let somebody write in the group, as seen by a bot that is in it; return the id."""
        message = self._world.chats.post(self.chat, user_id, text)
        if self.chat.open:
            body = self._world.seen_by_bot(message)
            self._world.updates.put("message", f"chat:{self.chat.id}", body)
        return message.id

    async def texts_of_bot(self) -> tuple[str, ...]:
        """Return what the bot has written in the group."""
        return tuple(m.text for m in self.chat.messages.values() if m.from_bot)
