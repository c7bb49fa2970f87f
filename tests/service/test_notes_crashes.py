"""A crash between any two commits on a note's way: it is neither lost nor shown twice."""

import pytest

from bot import courier, covering, receiving, reception
from bot.courier import Courier
from intake.boundary import TryLater
from intake.store import SqlIntake
from tests.service.running import Service
from tests.service.writing import COVER, FIRST, WORD, at, cards, reachable, rounds, waits, write

TEXT = "Thank you for writing."
TUESDAY = 1


class Killed(Exception):  # noqa: N818 - what is played here
    """The process died here."""


def killed_once(monkeypatch: pytest.MonkeyPatch, owner: object, name: str) -> list[str]:
    """Let the next call of `owner.name` die before it does anything; return what has died."""
    real = getattr(owner, name)
    died: list[str] = []

    def dying(*given: object, **named: object) -> object:
        if not died:
            died.append(name)
            raise Killed
        return real(*given, **named)

    monkeypatch.setattr(owner, name, dying)
    return died


async def until_covered(running: Service) -> None:
    """Let minutes pass until a cover is on the screen; a new courier does each round."""
    phone = running.box.phone(7_000_000_001)
    for _ in range(8):
        await rounds(running, 1)
        running.courier = Courier(running.desk, running.courier.telegram)
        if await cards(phone) == [COVER]:
            return
    pytest.fail(f"no cover came: {await cards(phone)}")


async def read_and_clear(running: Service) -> int:
    """Read what comes, until nothing comes any more; return how often TEXT was read."""
    phone, read = running.box.phone(7_000_000_001), 0
    for _ in range(3):
        await rounds(running, 4)
        if await cards(phone) == [COVER]:
            await running.taps(phone, "Show it")
            await running.says(phone, WORD)
            read += TEXT in await running.card(phone)
            await running.taps(phone, "Clear this note")
    return read


COURIER_POINTS = {
    "collected, not kept": (covering, "_take_in"),
    "kept, not committed": (covering, "_reply"),
    "the cover committed, not sent": (courier, "show"),
    "the cover sent, its id not noted": (courier, "noted"),
}


@pytest.mark.parametrize("point", COURIER_POINTS)
async def test_a_courier_that_dies(
    running: Service, monkeypatch: pytest.MonkeyPatch, point: str
) -> None:
    """Wherever the courier dies, one cover comes in the end, and the note is read once."""
    phone = await reachable(running)
    await at(running, TUESDAY, 10)
    write(running, TEXT)
    died = killed_once(monkeypatch, *COURIER_POINTS[point])
    await until_covered(running)
    assert died
    assert len(await phone.screen()) == 1
    assert await read_and_clear(running) == 1
    assert waits(running) == 0


RECEIVING_POINTS = {
    "the word right, not committed": (reception, "keep"),
    "committed, not shown": (receiving, "show"),
    "shown, not noted": (receiving, "noted"),
}


@pytest.mark.parametrize("point", RECEIVING_POINTS)
async def test_a_bot_that_dies_while_she_opens_it(
    running: Service, monkeypatch: pytest.MonkeyPatch, point: str
) -> None:
    """Wherever the bot dies, the note comes on the card that is there, and goes once cleared."""
    phone = await reachable(running)
    await at(running, TUESDAY, 10)
    write(running, TEXT)
    await until_covered(running)
    await running.taps(phone, "Show it")
    died = killed_once(monkeypatch, *RECEIVING_POINTS[point])
    await running.says(phone, WORD)
    await rounds(running, 2)
    assert died
    (card,) = [m for m in await phone.screen() if m.who == "bot"]
    assert card.text.startswith(TEXT)
    await running.taps(phone, "Clear this note")
    assert (await cards(phone))[-1].startswith(FIRST)
    assert await read_and_clear(running) == 0
    assert waits(running) == 0


async def test_a_store_that_is_away_when_it_is_told(
    running: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Read and cleared while the store is away, a note is not shown again; the store is told."""
    phone = await reachable(running)
    await at(running, TUESDAY, 10)
    write(running, TEXT)
    await until_covered(running)
    real = SqlIntake.collect

    def away(*_given: object) -> object:
        raise TryLater

    monkeypatch.setattr(SqlIntake, "collect", away)
    await running.taps(phone, "Show it")
    await running.says(phone, WORD)
    await running.taps(phone, "Clear this note")
    await rounds(running, 3)
    assert waits(running) == 1
    assert COVER not in await cards(phone)
    monkeypatch.setattr(SqlIntake, "collect", real)
    await rounds(running, 2)
    assert waits(running) == 0
    assert await read_and_clear(running) == 0


async def test_told_but_not_committed(running: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    """The store has let a note go, and we die before we know: it is told again, to no harm."""
    phone = await reachable(running)
    await at(running, TUESDAY, 10)
    write(running, TEXT)
    await until_covered(running)
    await running.taps(phone, "Show it")
    await running.says(phone, WORD)
    await running.taps(phone, "Clear this note")
    died = killed_once(monkeypatch, covering, "_reply")
    await rounds(running, 3)
    assert died
    assert waits(running) == 0
    assert await read_and_clear(running) == 0


async def test_a_store_that_is_told_nothing_doubles(
    running: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same check finds the doubled note where the store is never told what was had."""
    await reachable(running)
    await at(running, TUESDAY, 10)
    write(running, TEXT)
    real = SqlIntake.collect
    monkeypatch.setattr(SqlIntake, "collect", lambda store, to, _: real(store, to, frozenset()))
    assert await read_and_clear(running) > 1


async def test_a_delivered_word_is_delivered_again(running: Service) -> None:
    """Telegram delivers her word three times: the note stays on the card, and counts once."""
    phone = await reachable(running)
    await at(running, TUESDAY, 10)
    write(running, TEXT)
    await until_covered(running)
    running.box.updates.duplicates = 2
    await running.taps(phone, "Show it")
    await running.says(phone, WORD)
    (card,) = await phone.screen()
    assert card.text.startswith(TEXT)
    await running.taps(phone, "Clear this note")
    running.box.updates.duplicates = 0
    assert await read_and_clear(running) == 0
    assert waits(running) == 0
