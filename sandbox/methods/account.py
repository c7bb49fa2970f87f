"""The bot's own account, the files it may fetch, and leaving a group."""

import re
from typing import Final

from sandbox.fields import Fields
from sandbox.messages import Json, utf16_length
from sandbox.methods.places import chat_of
from sandbox.methods.registry import method
from sandbox.refusals import bad_request, forbidden
from sandbox.world import World

LONGEST_NAME: Final = 64
LONGEST_DESCRIPTION: Final = 512
LONGEST_SHORT_DESCRIPTION: Final = 120
LONGEST_COMMAND_DESCRIPTION: Final = 256
MOST_COMMANDS: Final = 100

_COMMAND = re.compile(r"/?[a-z0-9_]{1,32}")


@method("getMe")
def get_me(world: World, _fields: Fields) -> Json:
    """Return the bot's own user."""
    return world.profile.as_telegram() | {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def _short_enough(fields: Fields, name: str, longest: int) -> str:
    text = fields.text(name).strip()
    if utf16_length(text) > longest:
        raise bad_request(f"{name.upper()}_TOO_LONG")
    return text


def _of_every_language(fields: Fields) -> bool:
    # The page speaks one language; words for others are checked and let go.
    return not fields.text("language_code")


@method("setMyName", "name", "language_code")
def set_my_name(world: World, fields: Fields) -> bool:
    """Set the name at the top of the phone."""
    name = _short_enough(fields, "name", LONGEST_NAME)
    if name and _of_every_language(fields):
        world.profile.name = name
        world.changes.tell()
    return True


@method("setMyDescription", "description", "language_code")
def set_my_description(world: World, fields: Fields) -> bool:
    """Set what an empty chat shows."""
    text = _short_enough(fields, "description", LONGEST_DESCRIPTION)
    if _of_every_language(fields):
        world.profile.description = text
        world.changes.tell()
    return True


@method("setMyShortDescription", "short_description", "language_code")
def set_my_short_description(world: World, fields: Fields) -> bool:
    """Set the line under the bot's name on its profile."""
    text = _short_enough(fields, "short_description", LONGEST_SHORT_DESCRIPTION)
    if _of_every_language(fields):
        world.profile.short_description = text
        world.changes.tell()
    return True


@method("setMyCommands", "commands", "scope", "language_code")
def set_my_commands(world: World, fields: Fields) -> bool:
    """Set the commands that the phone's menu offers."""
    given = fields.structure("commands", "can't parse commands JSON object")
    if not isinstance(given, list):
        raise bad_request("expected an Array of BotCommand")
    if len(given) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    commands = [_command(command) for command in given]
    if _of_every_language(fields):
        world.profile.commands = commands
        world.changes.tell()
    return True


def _command(given: object) -> Json:
    if not isinstance(given, dict):
        raise bad_request("expected BotCommand to be an Object")
    name, text = str(given.get("command", "")), str(given.get("description", ""))
    if not _COMMAND.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= utf16_length(text) <= LONGEST_COMMAND_DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name.removeprefix("/"), "description": text}


@method("getMyCommands", "scope", "language_code")
def get_my_commands(world: World, _fields: Fields) -> list[Json]:
    """Return the commands of the menu."""
    return world.profile.commands


@method("getFile", "file_id")
def get_file(world: World, fields: Fields) -> Json:
    """Say where a file of a phone can be fetched."""
    stored = world.files.get(fields.text("file_id"))
    if stored is None:
        raise bad_request("invalid file_id")
    return {
        "file_id": stored.file_id,
        "file_unique_id": f"unique-{stored.file_id.rpartition('-')[2]}",
        "file_size": stored.size,
        "file_path": stored.path,
    }


@method("leaveChat", "chat_id")
def leave_chat(world: World, fields: Fields) -> bool:
    """Leave a group; a private chat cannot be left."""
    chat = chat_of(world, fields)
    if not chat.group:
        raise bad_request("chat member status can't be changed in private chats")
    if not chat.open:
        raise forbidden("bot is not a member of the group chat")
    chat.open = False
    world.changes.tell()
    return True
