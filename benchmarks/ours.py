"""Our path: read the few fields, decide, keep sealed, commit; SQLite with synchronous=FULL."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.updates import TOKEN, press, words
from bot.opening import open_desk, set_up
from bot.reading import Said, read
from bot.reception import receive
from bot.reply import Reply
from bot.settings import BotSettings
from flows.arrival import pack
from intake.age import new_identity
from intake.commands.setting_up import prepare
from intake.example import example_team

ARRIVAL = ("go", "no", "yes", "adult", "go", "yes")


@dataclass(slots=True)
class Ours:
    """A desk with one open draft, on which two answers are ticked in turn."""

    take: Callable[[bytes], Reply]
    number: int = 1

    def one(self, data: str) -> Reply:
        """Take one press in, from bytes to committed."""
        self.number += 1
        return self.take(press(self.number, data))


def open_ours(folder: Path) -> Ours:
    """Return the path with a draft open, reached as a person reaches it."""
    settings = BotSettings(data_dir=folder, telegram_bot_token=TOKEN)
    prepare(settings)
    set_up(settings)
    team = example_team(new_identity().public_key, new_identity().public_key)
    settings.team_file.write_text(team, encoding="utf-8")
    desk = open_desk(settings, time.time)
    desk.closed = ()

    def take(raw: bytes) -> Reply:
        said = read(raw)
        if not isinstance(said, Said):
            raise TypeError("not something said")
        return receive(desk, said)

    ours = Ours(take)
    reply = take(words(1, "/start"))
    for option in ARRIVAL:
        reply = ours.one(pack(desk.moves.flow, reply.show, option))
    return ours
