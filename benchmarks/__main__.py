"""`python -m benchmarks`: presses, Leave, the list, 1,000 reports, refused sign-ins."""

import asyncio
import statistics
import tempfile
import time
from pathlib import Path

import typer

from benchmarks.base import library_no_op
from benchmarks.decrypting import decrypting_lines
from benchmarks.leaving import lines, measure_leaving
from benchmarks.ours import open_ours
from benchmarks.patterns import pattern_lines
from benchmarks.queue import queue_lines
from benchmarks.sign_ins import measure_sign_ins, sign_in_lines

ROUNDS, EACH = 20, 25


async def measure() -> tuple[list[float], list[float]]:
    """Return microseconds a press for the library and for us, round by round, interleaved."""
    base = await library_no_op()
    library, ours = [], []
    with tempfile.TemporaryDirectory() as folder:
        path = open_ours(Path(folder))
        revision = path.one("h:ways:0:stale").show.revision
        for _ in range(ROUNDS):
            began = time.perf_counter()
            for number in range(EACH):
                await base(number)
            between = time.perf_counter()
            for _ in range(EACH // 2):
                # Help and back again: two ordinary presses, each kept and committed.
                revision = path.one(f"h:ways:{revision}:help").show.revision
                revision = path.one(f"h:help:{revision}:back").show.revision
            ended = time.perf_counter()
            library.append((between - began) / EACH * 1e6)
            ours.append((ended - between) / (EACH // 2 * 2) * 1e6)
    return library, ours


def main() -> None:
    """Print medians and the ratio; machines are noisy, ratios less so."""
    library, ours = asyncio.run(measure())
    ratios = [o / b for o, b in zip(ours, library, strict=True)]
    typer.echo(f"library's no-op, stores nothing     {statistics.median(library):9.0f} us a press")
    typer.echo(f"ours, sealed and committed (FULL)   {statistics.median(ours):9.0f} us a press")
    typer.echo(
        f"ratio: median {statistics.median(ratios):.1f}, "
        f"from {min(ratios):.1f} to {max(ratios):.1f} in {ROUNDS} interleaved rounds"
    )
    for line in lines(asyncio.run(measure_leaving())):
        typer.echo(line)
    for line in queue_lines():
        typer.echo(line)
    for line in decrypting_lines():
        typer.echo(line)
    for line in pattern_lines():
        typer.echo(line)
    for line in sign_in_lines(asyncio.run(measure_sign_ins())):
        typer.echo(line)


if __name__ == "__main__":
    main()
