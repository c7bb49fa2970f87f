"""What every test may ask for."""

import os
import shutil
from collections.abc import Generator

import pytest
from hypothesis import HealthCheck, settings

# A machine that is busy is no fault: how fast something is, is measured in benchmarks/.
settings.register_profile(
    "any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any machine")


def need_program(*names: str) -> str:
    """Return the path of the first of `names` on PATH; skip aloud without one.

    Under `CANDOUR_NO_SKIPS=1`, which CI sets, a missing program is a failure.
    """
    for name in names:
        if found := shutil.which(name):
            return found
    sentence = f"this machine has none of: {', '.join(names)}"
    if os.environ.get("CANDOUR_NO_SKIPS") == "1":
        pytest.fail(sentence)
    pytest.skip(sentence)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn every skip into a failure where `CANDOUR_NO_SKIPS=1` says so."""
    del item, call
    report = yield
    if os.environ.get("CANDOUR_NO_SKIPS") == "1" and report.skipped:
        report.outcome = "failed"
        report.longrepr = f"a skip, and CANDOUR_NO_SKIPS=1 allows none: {report.longrepr}"
    return report
