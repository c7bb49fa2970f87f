"""A phone in somebody's hand, as tests and the page drive it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from sandbox.attachments import invent
from sandbox.chats import Chat
from sandbox.messages import Attachment, Button, Json, Keyboard, Message, utf16_length
from sandbox.presses import Toast
from sandbox.world import World

LONGEST_TEXT = 4_096


@dataclass(frozen=True, slots=True)
class Shown:
    """A message as a phone shows it: `who` is `bot` or `me`, `kind` is `text`, `photo` ..."""

    id: int
    who: str
    text: str = field(repr=False)
    rows: Keyboard = field(repr=False)
    edited: bool
    kind: str
    date: int

    @property
    def labels(self) -> tuple[str, ...]:
        """The words on its buttons, in reading order."""
        return tuple(button.text for row in self.rows for button in row)


Screen = tuple[Shown, ...]


class Phone:
    """One person's phone. Each act is done at once; what the bot makes of it is waited for."""

    def __init__(self, world: World, user_id: int) -> None:
        self._world = world
        self.user_id = user_id
        self._last: tuple[tuple[Message, ...], Screen] = ((), ())

    @property
    def chat(self) -> Chat:
        """The chat behind the phone: name, username and language may be set on it."""
        return self._world.person(self.user_id)

    @property
    def toasts(self) -> tuple[Toast, ...]:
        """What answers to presses have shown on this phone, the newest last."""
        return self._world.presses.toasts_for(self.user_id)

    @property
    def clipboard(self) -> str:
        """What a button has copied last, "" at first."""
        return self._world.clipboards.get(self.user_id, "")

    async def say(self, text: str) -> int:
        """Send a text and return its message id.

        Raises:
            ValueError: it is empty, or longer than 4,096 UTF-16 units.
        """
        return self._send(_sendable(text))

    async def start(self) -> int:
        """Press the Start button of an empty chat."""
        return self._send("/start")

    async def send(self, kind: str, caption: str = "") -> int:
        """Send an invented sticker, photo, voice, document, location or contact."""
        attachment, stored = invent(kind, self._world.chats.next_id, caption)
        if stored:
            self._world.files[stored.file_id] = stored
        chat = self._opened()
        message = self._world.chats.post(chat, self.user_id, "", attachment=attachment)
        return self._tell("message", message)

    async def send_photo(self, caption: str = "") -> int:
        """Send an invented photo."""
        return await self.send("photo", caption)

    async def send_sticker(self) -> int:
        """Send an invented sticker."""
        return await self.send("sticker")

    async def send_voice(self, caption: str = "") -> int:
        """Send an invented voice note."""
        return await self.send("voice", caption)

    async def send_document(self, caption: str = "") -> int:
        """Send an invented document."""
        return await self.send("document", caption)

    async def send_location(self) -> int:
        """Send an invented place."""
        return await self.send("location")

    async def send_contact(self) -> int:
        """Send an invented contact."""
        return await self.send("contact")

    async def forward(self, text: str, sender: str = "Somebody else") -> int:
        """Forward a text of somebody who hides their account behind the name `sender`."""
        chat = self._opened()
        origin: Json = {
            "type": "hidden_user",
            "sender_user_name": sender,
            "date": int(self._world.clock()),
        }
        message = self._world.chats.post(
            chat, self.user_id, text, attachment=Attachment("forward", {"forward_origin": origin})
        )
        return self._tell("message", message)

    async def edit(self, message_id: int, text: str) -> None:
        """Change the words of one's own message.

        Raises:
            LookupError: there is no such message of one's own.
            ValueError: the new words are none, or too many.
        """
        message = self.chat.messages.get(message_id)
        if message is None or message.from_bot:
            raise LookupError(f"this phone has no message {message_id} of its own")
        self._tell(
            "edited_message", self._world.chats.edit(self.chat, message, _sendable(text), ())
        )

    async def tap(self, button: str) -> str:
        """Press the newest button with this label or, failing that, this data.

        Returns:
            The id of the press; see `answered`. Empty for a button that copies: the phone
            does that by itself (see `clipboard`), and the bot learns nothing of it.

        Raises:
            LookupError: no such button is shown; the error names those that are.
        """
        shown = [
            (message.id, one)
            for message in self.chat.newest_first()
            for row in message.keyboard
            for one in row
        ]
        for match in (_has_label, _has_data):
            for message_id, one in shown:
                if one.copy is not None and match(one, button):
                    self._world.clipboards[self.user_id] = one.copy
                    return ""
                if one.data is not None and match(one, button):
                    return await self.press(message_id, one.data)
        labels = [one.text for _, one in shown]
        raise LookupError(f"no button {button!r} is shown; there are: {labels}")

    async def press(self, message_id: int, data: str) -> str:
        """Press with any data on any message: late, double and forged presses.

        Returns:
            The id of the press.
        """
        press = self._world.presses.make(self.user_id)
        message = self.chat.messages.get(message_id)
        if message:
            seen = self._world.seen_by_bot(message)
        else:
            # Telegram's InaccessibleMessage: only its place is known, and the date is 0.
            seen = {"chat": self.chat.as_telegram(), "message_id": message_id, "date": 0}
        body: Json = {
            "id": press.id,
            "from": self.chat.as_person(),
            "message": seen,
            "chat_instance": str(self.user_id),
            "data": data,
        }
        self._world.updates.put("callback_query", f"presses:{self.user_id}", body)
        return press.id

    def answered(self, press_id: str) -> bool:
        """Say whether the bot has answered that press; none ("") needs no answer."""
        return not press_id or self._world.presses.answered(press_id)

    async def delete(self, *message_ids: int) -> None:
        """Delete messages on both sides, of any age; the bot is not told."""
        self._world.chats.vanish(self.chat, message_ids)

    async def clear(self) -> None:
        """Clear the whole chat on both sides; the bot is not told."""
        await self.delete(*tuple(self.chat.messages))

    async def block(self) -> None:
        """Block the bot: it is told, and cannot write any more."""
        self.chat.blocked = True
        self._world.tell_membership(self.chat, self.chat, "member", "kicked")

    async def unblock(self) -> None:
        """Let the bot write again."""
        self.chat.blocked = False
        self._world.tell_membership(self.chat, self.chat, "kicked", "member")

    async def screen(self) -> Screen:
        """Return what the phone shows now, the oldest message first."""
        return self.shown()

    def shown(self) -> Screen:
        """Return the same as `screen`, for a condition that cannot await."""
        messages = tuple(self.chat.messages.values())
        # Asked again at each change of anything, by each phone that waits: mostly nothing here
        # has changed, which comparing the same objects finds out fast.
        if messages != self._last[0]:
            self._last = (messages, tuple(_shown(message) for message in messages))
        return self._last[1]

    async def until(self, condition: Callable[[Screen], bool], seconds: float = 10.0) -> Screen:
        """Wait until `condition(screen)` holds, and return that screen.

        Raises:
            TimeoutError: it did not hold within `seconds`.
        """
        await self._world.changes.until(lambda: condition(self.shown()), seconds)
        return self.shown()

    async def sees(self, words: str, seconds: float = 10.0) -> Shown:
        """Wait until a message of the bot contains `words`, and return the newest such one."""

        def matches(screen: Screen) -> list[Shown]:
            return [shown for shown in screen if shown.who == "bot" and words in shown.text]

        screen = await self.until(lambda screen: bool(matches(screen)), seconds)
        return matches(screen)[-1]

    def _opened(self) -> Chat:
        chat = self.chat
        chat.open = True
        return chat

    def _send(self, text: str) -> int:
        return self._tell("message", self._world.chats.post(self._opened(), self.user_id, text))

    def _tell(self, kind: str, message: Message) -> int:
        body = self._world.seen_by_bot(message)
        self._world.updates.put(kind, f"chat:{message.chat_id}", body)
        return message.id


def _sendable(text: str) -> str:
    text = text.strip()
    if not 0 < utf16_length(text) <= LONGEST_TEXT:
        raise ValueError(f"a phone sends 1 to {LONGEST_TEXT} UTF-16 units at once")
    return text


def _has_label(button: Button, wanted: str) -> bool:
    return button.text == wanted


def _has_data(button: Button, wanted: str) -> bool:
    return button.data == wanted


def _shown(message: Message) -> Shown:
    caption = message.attachment.fields.get("caption", "") if message.attachment else ""
    return Shown(
        id=message.id,
        who="bot" if message.from_bot else "me",
        text=message.text or caption,
        rows=message.keyboard,
        edited=message.edited_at > 0,
        kind=message.attachment.kind if message.attachment else "text",
        date=message.date,
    )
