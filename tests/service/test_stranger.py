"""Whoever takes up the phone sees what someone who never used the bot sees, byte for byte."""

import sys
from dataclasses import dataclass, replace
from random import Random

import pytest

from bot.desk import Desk
from flows import controls, leaving
from flows.draft import Draft
from flows.moves import Moves
from flows.outcome import Outcome
from flows.setting import Languages, Setting
from tests.service.lives import GOALS, SENT, Life, lives
from tests.service.running import Service
from tests.service.taking_up import Holding, doings, live, settled, together
from tests.stories.languages import every_language

SEED = 20_261_122
WAYS = ("left", "quiet", "old cards")


@dataclass(slots=True)
class Pair:
    """One phone that was used, and one that never was, in the same hands."""

    life: Life
    way: str
    doing: list[str]
    used: Holding
    never: Holding

    def difference(self) -> str:
        """Return the first thing that differs, or ""."""
        both = zip(["taken up", *self.doing], self.used.looks, self.never.looks, strict=True)
        for what, used, never in both:
            if used != never:
                return f"{self.life.goal}, {self.way}, after {what!r}:\n {used}\n {never}"
        return ""


def speak_all(desk: Desk) -> list[str]:
    """Offer every language that has a catalog, complete or not; return the tags offered."""
    plain, every = desk.setting, every_language()

    def setting() -> Setting:
        return replace(plain(), languages=Languages(every), names={tag: tag for tag in every})

    desk.setting = setting
    return [*every]


async def pairs(service: Service, many: int) -> list[Pair]:
    """Let `many` people use the bot, somebody take up each phone, and a stranger do the same."""
    languages = speak_all(service.desk)
    phones = [service.box.phone(7_100_000_000 + n) for n in range(many)]
    found = lives(service.desk.moves.flow, phones, languages, SEED)
    await live(service, found)
    made = [_pair(service, life) for life in found]
    await _go_away(service, made)
    await _take_up(service, [pair for pair in made if pair.way != "a day later"])
    later = [pair for pair in made if pair.way == "a day later"]
    if later:
        for hours in (12, 12.5):
            service.box.advance(hours * 3600)
            for _ in range(6):
                await service.courier.round()
        await _take_up(service, later)
    return made


def _pair(service: Service, life: Life) -> Pair:
    chance = Random(SEED + life.number)  # noqa: S311 - invented people, the same at every run
    ways = ("cleared", "a day later", "old cards") if life.step in SENT else WAYS
    way = ways[life.number // len(GOALS) % len(ways)]
    doing = doings(life, chance)
    never = service.box.phone(7_200_000_000 + life.number)
    return Pair(life, way, doing, Holding(life.phone), Holding(never))


async def _go_away(service: Service, made: list[Pair]) -> None:
    """Leave, or clear, or put the phone down for ten minutes."""
    for pair in made:
        if pair.way in {"left", "cleared", "old cards"}:
            words = ("/exit", "stop", "/stop", "Leave")
            await pair.life.phone.say(words[pair.life.number % len(words)])
    await settled(service)
    service.box.advance(11 * 60)
    for _ in range(4):
        await service.courier.round()


async def _take_up(service: Service, made: list[Pair]) -> None:
    for pair in made:
        if pair.way == "old cards":
            _put_back(pair)
        # An empty chat shows a Start button to both; somebody has pressed it, or cleared.
        pair.never.phone.chat.open = True
        if pair.used.phone.shown():
            await pair.never.phone.start()
    await settled(service)
    for pair in made:
        pair.used.look({})
        pair.never.look({})
    await together(service, [(h, p.doing) for p in made for h in (p.used, p.never)])


def _put_back(pair: Pair) -> None:
    """Leave the cards of before on the phone, as if they could not have been deleted."""
    messages = pair.life.phone.chat.messages
    old = {m.id: m for m in pair.life.old.values() if m.id not in messages}
    pair.life.phone.chat.messages = dict(sorted({**old, **messages}.items()))
    pair.used.old = old


@pytest.mark.slow
@pytest.mark.holds("T12", "T14")
async def test_a_hundred_phones_taken_up(running: Service) -> None:
    """Left, quiet, cleared, a day later or with old cards: a used phone shows nothing of it."""
    made = await pairs(running, 100)
    differences = [found for pair in made if (found := pair.difference())]
    assert not differences, f"{len(differences)} of 100\n" + "\n".join(differences[:5])
    stages = {(pair.life.goal, pair.way) for pair in made}
    assert {way for _, way in stages} == {*WAYS, "cleared", "a day later"}
    done = sum(len(p.doing) for p in made)
    sys.stdout.write(f"\n100 pairs, {done} things done to each, {len(stages)} situations\n")


async def test_a_language_that_stays_is_found(
    running: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The comparison finds a build in which Leave keeps the language she had chosen."""

    def betrays(moves: Moves, here: Draft, setting: Setting) -> Outcome:
        left = leaving.leave(moves, here, setting)
        stays = leaving.first(moves, setting, here.language)
        return replace(left, draft=left.draft if left.draft.left else stays, show=stays)

    monkeypatch.setattr(controls, "CONTROL", {**controls.CONTROL, "leave": betrays})
    made = await pairs(running, 16)
    assert any(pair.difference() for pair in made)
