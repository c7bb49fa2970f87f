"""Keeps a world in one file, so that a second start shows the same phones."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec

from sandbox.attachments import StoredFile
from sandbox.chats import Chat
from sandbox.updates import Update
from sandbox.world import Profile, World

FILE_NAME: Final = "chats.json"
_LONGEST_STEP: Final = 1_000


class CannotRead(Exception):  # noqa: N818 - named for what happened
    """The file is there but is not one of ours; the sentence names it and the way out."""


@dataclass(slots=True)
class _Kept:
    profile: Profile
    chats: list[Chat]
    files: list[StoredFile]
    waiting: list[Update]
    allowed: list[str] | None
    next_message: int
    next_update: int


class Keeping:
    """The folder of a world; `home` None keeps nothing."""

    def __init__(self, home: Path | None) -> None:
        self._home = home

    def load(self, world: World) -> None:
        """Fill a world with what was kept; its numbers go on higher, after a random step.

        Raises:
            CannotRead: the file is damaged.
        """
        if self._home is None:
            return
        path = self._home / FILE_NAME
        try:
            kept = msgspec.json.decode(path.read_bytes(), type=_Kept)
        except FileNotFoundError:
            return
        except msgspec.DecodeError:
            raise CannotRead(
                f"{path} cannot be read. Move it away to begin with empty phones."
            ) from None
        _fill(world, kept)

    def save(self, world: World) -> None:
        """Write everything down, whole or not at all."""
        if self._home is None:
            return
        self._home.mkdir(mode=0o700, parents=True, exist_ok=True)
        # The chats are invented, yet nobody wants them in a commit.
        (self._home / ".gitignore").write_text("*\n", encoding="utf-8")
        path = self._home / FILE_NAME
        beside = path.with_suffix(".new")
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(msgspec.json.encode(_drained(world)))
        beside.replace(path)


def _drained(world: World) -> _Kept:
    allowed = world.updates.allowed
    return _Kept(
        profile=world.profile,
        chats=list(world.chats.all.values()),
        files=list(world.files.values()),
        waiting=world.updates.waiting,
        allowed=None if allowed is None else sorted(allowed),
        next_message=world.chats.next_id,
        next_update=world.updates.next_number,
    )


def _fill(world: World, kept: _Kept) -> None:
    bot_id = world.profile.id
    world.profile = kept.profile
    world.profile.id = bot_id
    world.chats.all = {chat.id: chat for chat in kept.chats}
    world.chats.next_id = kept.next_message + _step()
    world.files = {stored.file_id: stored for stored in kept.files}
    world.updates.waiting = kept.waiting
    world.updates.allowed = None if kept.allowed is None else frozenset(kept.allowed)
    world.updates.next_number = kept.next_update + _step()


def _step() -> int:
    return 1 + secrets.randbelow(_LONGEST_STEP)
