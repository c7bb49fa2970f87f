"""kill -9, fifty times, while people answer."""

import asyncio
import statistics
import sys
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from sandbox import RealClock, Sandbox, serve
from tests.crashes.checking import check_keys, check_reports, handed_over, is_a_strangers
from tests.crashes.killing import Killer
from tests.crashes.processes import BOT, WITHOUT_SEEN, Programs, programs
from tests.crashes.reporters import NotKept, Reporter
from tests.service.running import environment

PHONES = 6
LONGEST = 420
"""Seconds that answering and killing may take."""

SWEPT_WITHIN = 90
"""Seconds: a card whose id was lost in a crash is given up for lost after 60."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A service that is killed over and over, and those who write to it."""

    box: Sandbox
    running: Programs
    killer: Killer
    reporters: Sequence[Reporter]


@asynccontextmanager
async def scene(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    kills: tuple[int, int],
    bot: Sequence[str] = BOT,
) -> AsyncIterator[Scene]:
    """Start everything; `kills` are how many at random and how many aimed."""
    async with serve(clock=RealClock()) as box:
        given = environment(folder / "data", box.url)
        for name, value in given.items():
            monkeypatch.setenv(name, value)
        async with programs(given, bot) as running:
            drafts = running.settings.data_dir / "drafts.sqlite3"
            killer = Killer(box, running.bot, running.courier, drafts, *kills)
            reporters = [
                Reporter(box, box.phone(5_000_000_000 + n), killer.typing) for n in range(PHONES)
            ]
            yield Scene(box, running, killer, reporters)


async def answer_and_kill(scene: Scene) -> None:
    """Let everyone report again and again until every kill is made; half keep a draft open."""

    async def again_and_again(reporter: Reporter, number: int) -> None:
        while not scene.killer.done:
            await reporter.report()
        if number % 2:
            await reporter.report(send=False)

    async with asyncio.timeout(LONGEST), asyncio.TaskGroup() as group:
        group.create_task(scene.killer.run())
        for number, reporter in enumerate(scene.reporters):
            group.create_task(again_and_again(reporter, number))


@pytest.mark.slow
@pytest.mark.holds("T51")
async def test_fifty_kills_lose_nothing_and_double_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the bot has shown as kept outlives kill -9, once; every phone ends empty."""
    began = time.monotonic()
    async with scene(tmp_path, monkeypatch, (25, 25)) as here:
        await answer_and_kill(here)
        killed = time.monotonic()
        for reporter in here.reporters:
            await reporter.leave()
        left = time.monotonic()
        phones = [reporter.phone for reporter in here.reporters]
        await here.box.until(lambda: all(map(is_a_strangers, phones)), SWEPT_WITHIN)
        swept = time.monotonic() - left
        await handed_over(here.running)
    sent = [told for reporter in here.reporters for told in reporter.sent]
    check_reports(here.running, sent)
    rows = check_keys(here.running)
    killer = here.killer
    assert rows >= PHONES // 2
    assert killer.random_kills == killer.aimed_kills == 25
    shown = sum(reporter.shown_as_kept for reporter in here.reporters)
    sys.stdout.write(  # the figures are what this test is read for
        f"\n{killer.random_kills} kills at random, {killer.aimed_kills} after a commit "
        f"({killer.redelivered} of them delivered again), {killer.courier_kills} of the courier; "
        f"{len(sent)} reports, {shown} typed answers shown as kept, {rows} keys = rows; "
        f"back after {statistics.median(killer.back):.1f} s (median), "
        f"{max(killer.back):.1f} s at most; phones empty {swept:.1f} s after Leave; "
        f"{killed - began:.0f} s of answering, {time.monotonic() - began:.0f} s in all\n"
    )


@pytest.mark.slow
async def test_without_remembered_updates_the_same_is_found_broken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bot that does not remember the updates it has seen doubles words, and is found out."""
    with pytest.raises(ExceptionGroup) as found:
        async with scene(tmp_path, monkeypatch, (2, 8), WITHOUT_SEEN) as here:
            await answer_and_kill(here)
    assert found.group_contains(
        NotKept, match=r"piece \d of the own words stands there [2-9] times"
    )
