"""Telegram's JSON -> what a person said: only the fields we need.

Names, usernames, phone numbers and pictures are never decoded: the shapes below
do not have them, so msgspec passes over those bytes.
"""

from dataclasses import dataclass, field

import msgspec

from flows.outcome import Move

HELD, HELD_PARTS = "h", 4
"""A held card's buttons carry h:step:revision:option."""

# Slash commands, and what each is called inside. Others are read as typed words.
COMMANDS = {
    "start": "start",
    "help": "help",
    "support": "help",
    "skip": "skip",
    "back": "back",
    "pause": "pause",
    "stop": "leave",
    "exit": "leave",
    "stopmessages": "stop_messages",
    "delete": "delete",
    "review": "review",
    "send": "send",
    "add": "add",
    "status": "status",
    "withdraw": "withdraw",
    "privacy": "privacy",
    "mydata": "mydata",
    "language": "language",
}


class Present(msgspec.Struct):
    """Something that is there; what it holds is not read."""


class Account(msgspec.Struct):
    """A Telegram account: its number, nothing else."""

    id: int
    is_bot: bool = False


class Chat(msgspec.Struct):
    """A chat: `type` is private, group, supergroup or channel."""

    id: int
    type: str


class Message(msgspec.Struct):
    """A message; everything that is not its text only counts as present."""

    message_id: int
    date: int
    chat: Chat
    sender: Account | None = msgspec.field(name="from", default=None)
    text: str = ""
    forward_origin: Present | None = None
    via_bot: Present | None = None
    voice: Present | None = None
    video_note: Present | None = None
    sticker: Present | None = None
    animation: Present | None = None
    photo: list[Present] | None = None


class Press(msgspec.Struct):
    """A press on a button."""

    id: str
    sender: Account = msgspec.field(name="from")
    message: Message | None = None
    data: str = ""


class Membership(msgspec.Struct):
    """The bot was added to or removed from a chat."""

    chat: Chat


class Update(msgspec.Struct):
    """One update of the kinds we ask for."""

    update_id: int
    message: Message | None = None
    edited_message: Message | None = None
    callback_query: Press | None = None
    my_chat_member: Membership | None = None


ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")


class Batch(msgspec.Struct):
    """The answer to getUpdates: each update still as bytes, so that one bad one is alone."""

    ok: bool
    result: list[msgspec.Raw] = []
    description: str = ""


class Numbered(msgspec.Struct):
    """An update of which only the number could be read."""

    update_id: int


@dataclass(frozen=True, slots=True)
class Said:
    """One reporter's move. `packed` is the data of the button that was pressed.

    `message` is the id of her message, or of the card that the button stands on.
    """

    update: int
    reporter: int = field(repr=False)
    move: Move
    message: int
    press: str = field(default="", repr=False)
    packed: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Something outside a private chat: the bot leaves."""

    update: int
    chat: int = field(repr=False)


@dataclass(frozen=True, slots=True)
class Nothing:
    """An update that means nothing to us; it is only acknowledged."""

    update: int


def read(raw: bytes) -> Said | Elsewhere | Nothing:
    """Read one update; raises msgspec.MsgspecError for bytes that are not one."""
    update = msgspec.json.decode(raw, type=Update)
    if press := update.callback_query:
        if press.message is None or press.message.chat.type != "private":
            return Nothing(update.update_id)
        there = press.message.message_id
        parts = press.data.split(":", 3)
        if len(parts) == HELD_PARTS and parts[0] == HELD and parts[2].isdecimal():
            move, packed = Move("tap", parts[3], parts[1], int(parts[2])), ""
        else:
            # A card shown before there is a draft: the flow reads its position from this.
            move, packed = Move("tap"), press.data
        return Said(update.update_id, press.sender.id, move, there, press.id, packed)
    message = update.message or update.edited_message
    chat = next((m.chat for m in (message, update.my_chat_member) if m), None)
    if chat is not None and chat.type != "private":
        return Elsewhere(update.update_id, chat.id)
    if message is None or message.sender is None or message.sender.is_bot:
        return Nothing(update.update_id)
    move = _written(message) if update.message else _edited(message)
    return Said(update.update_id, message.sender.id, move, message.message_id)


def _edited(message: Message) -> Move:
    """Read an edited message: only its words count, wherever they stood before."""
    return Move("edited", message.text, piece=message.message_id) if message.text else Move("show")


def _written(message: Message) -> Move:
    spoken = (message.voice, message.video_note, message.sticker, message.animation, message.photo)
    if message.forward_origin or message.via_bot or not message.text:
        typed_instead = any(spoken) and not message.forward_origin
        return Move("refused", "voice" if typed_instead else "file")
    if message.text.startswith("/"):
        name, _, argument = message.text[1:].partition(" ")
        if command := COMMANDS.get(name.partition("@")[0].lower()):
            return Move("command", command, argument=argument)
    return Move("words", message.text, piece=message.message_id)
