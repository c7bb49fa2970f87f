"""Two processes on the same rows at once: no update is lost."""

import subprocess
import sys
from collections.abc import Callable
from contextlib import ExitStack

import pytest
from sqlalchemy import Engine

from bot.migrations import upgrade_drafts
from bot.stores.sql import SqlStore
from tests.contracts.two_at_once import OWNER

TURNS = 300


def race(url: str, care: str) -> int:
    """Run two processes of `TURNS` turns each; return how many found their draft changed."""
    program = [sys.executable, "-m", "tests.contracts.two_at_once", url]
    with ExitStack() as ending:
        both = [_start([*program, str(n), str(TURNS), care], ending) for n in (0, 1)]
        for process in both:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
        for process in both:
            assert process.stdin is not None
            process.stdin.write("go\n")
            process.stdin.flush()
        return sum(int(process.communicate(timeout=120)[0]) for process in both)


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_no_update_is_lost(
    kind: str, new_address: Callable[[str], str], open_engine: Callable[..., Engine]
) -> None:
    """Two processes make 300 turns each for one reporter, and all 600 are kept."""
    engine = open_engine(url := new_address(kind))
    upgrade_drafts(engine)
    stale = race(url, "careful")
    with SqlStore(engine).begin() as tx:
        (draft,) = tx.drafts_of(OWNER)
        sweep = tx.sweep_of(OWNER)
        assert sweep is not None
        assert (draft.revision, sweep.tries, stale) == (2 * TURNS, 2 * TURNS, 0)
        assert tx.high_water() == 2 * TURNS - 1
        assert tx.forget_seen(before=2) == 2 * TURNS


def test_the_race_is_real(
    new_address: Callable[[str], str], open_engine: Callable[..., Engine]
) -> None:
    """With SQLAlchemy's own SQLite settings the same two processes lose updates."""
    engine = open_engine(url := new_address("sqlite"))
    upgrade_drafts(engine)
    stale = race(url, "careless")
    with SqlStore(engine).begin() as tx:
        sweep = tx.sweep_of(OWNER)
    assert sweep is not None
    assert sweep.tries < 2 * TURNS
    assert stale > 0


def _start(command: list[str], ending: ExitStack) -> subprocess.Popen[str]:
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    ending.enter_context(process)
    ending.callback(process.kill)
    return process
