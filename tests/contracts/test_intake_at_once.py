"""Two processes at the intake store at once: nothing is lost and nothing is there twice."""

import subprocess
import sys
from collections.abc import Callable
from contextlib import ExitStack

import pytest
from sqlalchemy import Engine, func, select

from intake.tables import reports

REPORTS = 100


def start(url: str, ending: ExitStack) -> subprocess.Popen[str]:
    program = [sys.executable, "-m", "tests.contracts.intake_at_once", url, str(REPORTS)]
    process = subprocess.Popen(
        program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    ending.callback(process.wait)
    ending.callback(process.kill)
    return process


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_two_couriers_store_each_report_once(
    kind: str, new_address: Callable[[str], str], open_engine: Callable[..., Engine]
) -> None:
    """Two processes migrate and then hand the same reports over: each is stored exactly once."""
    url = new_address(kind)
    with ExitStack() as ending:
        both = [start(url, ending) for _ in range(2)]
        for process in both:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
        for process in both:
            assert process.stdin is not None
            process.stdin.write("go\n")
            process.stdin.flush()
        outcomes = [process.communicate(timeout=60) for process in both]
    assert outcomes == [(f"{REPORTS}\n", "")] * 2
    with open_engine(url).connect() as connection:
        assert connection.scalar(select(func.count()).select_from(reports)) == REPORTS
