"""The list of reports at 10,000 beside the same page at 100: server time and bytes, interleaved."""

import asyncio
import statistics
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from intake.engines import make_engine
from tests.console.deskwork import at_desk, opened
from tests.console.staffing import Clock, Staff
from tests.contracts.casework import ANN, Store

FEW, MANY = 100, 10_000
ROUNDS = 30
QUEUES = ("Q0_SAFETY", "Q1_DEADLINE", "Q3_MET_CORE", "Q5_OTHER_FORCE_EW", "Q13_WITNESS_OR_OTHER")


@dataclass
class Desk:
    """One store with so many reports, and a person who looks at its list."""

    staff: Staff
    milliseconds: list[float] = field(default_factory=list)
    size: int = 0

    async def look(self) -> None:
        """Load the page once."""
        began = time.perf_counter()
        answer = await self.staff.get("/queue")
        self.milliseconds.append((time.perf_counter() - began) * 1e3)
        self.size = len(answer.content)


def _desk(folder: Path, reports: int) -> Desk:
    store, office = opened(make_engine(f"sqlite:///{folder / f'{reports}.db'}"), Clock())
    _fill(store, reports)
    return Desk(at_desk(office, ANN))


def _fill(store: Store, reports: int) -> None:
    for number in range(reports):
        store.arrive(number, queue=QUEUES[number % len(QUEUES)], priority=number % 5)


async def _measure() -> tuple[Desk, Desk]:
    with tempfile.TemporaryDirectory() as folder:
        few, many = (_desk(Path(folder), reports) for reports in (FEW, MANY))
        for _ in range(ROUNDS):
            await few.look()
            await many.look()
    return few, many


def queue_lines() -> Iterator[str]:
    """Yield what was measured, a line each."""
    few, many = asyncio.run(_measure())
    ratios = [m / f for m, f in zip(many.milliseconds, few.milliseconds, strict=True)]
    for reports, desk in ((FEW, few), (MANY, many)):
        median, most = statistics.median(desk.milliseconds), max(desk.milliseconds)
        yield (
            f"list of reports, {reports:6d} in the store   {median:9.1f} ms on the server "
            f"(most {most:.1f}), {desk.size} bytes"
        )
    yield (
        f"ratio: median {statistics.median(ratios):.2f} in time, {many.size / few.size:.2f} in "
        f"bytes, in {ROUNDS} interleaved rounds"
    )
