"""The test of the tests: a fault planted for an item makes the named test fail."""

import json
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from tests.trauma.faults import FAULTS, HARMLESS
from tests.trauma.planting import Fault
from tests.trauma.table import ROOT, holding

FEWEST = 22


def noticed(faults: Iterable[Fault], name: str, target: Path) -> Mapping[str, str]:
    """Run each fault's test with the fault in place; return what became of each."""
    command = [sys.executable, "-m", "pytest", "-q", "--tb=line", "-p", "tests.trauma.planting"]
    options = ["--faults", f"tests.trauma.faults:{name}", "--noticed", str(target)]
    tests = [fault.test for fault in faults]
    run = subprocess.run(
        [*command, *options, *tests], cwd=ROOT, check=False, capture_output=True, text=True
    )
    assert target.exists(), run.stdout + run.stderr
    found: dict[str, str] = json.loads(target.read_text(encoding="utf-8"))
    return {test: found.get(test, "not run") for test in tests}


def overlooked(faults: Iterable[Fault], found: Mapping[str, str]) -> list[str]:
    """Name each fault that its test did not notice, or that could not be planted."""
    return [
        f"{fault.item}: {found[fault.test]} by {fault.test}"
        for fault in faults
        if found[fault.test] != "noticed"
    ]


@pytest.mark.slow
def test_every_planted_fault_is_noticed(tmp_path: Path) -> None:
    """For each item one thing is broken, and the test that holds it fails."""
    assert len({fault.item for fault in FAULTS}) >= FEWEST
    assert overlooked(FAULTS, noticed(FAULTS, "FAULTS", tmp_path / "noticed.json")) == []


def test_a_fault_that_goes_unnoticed_is_told(tmp_path: Path) -> None:
    """A change that its test cannot notice, and one that cannot be planted, are both named."""
    found = noticed(HARMLESS, "HARMLESS", tmp_path / "noticed.json")
    told = overlooked(HARMLESS, found)
    assert told[0].startswith("T20: unnoticed by tests/trauma/test_pacing.py::")
    assert told[1].startswith("T18: not planted: ")


def test_each_fault_is_for_a_test_that_holds_its_item() -> None:
    """The test that must notice is one of those that the page names for the item."""
    for fault in FAULTS:
        held = {f"tests/{test.name}" for test in holding()[fault.item]}
        assert fault.test.partition("[")[0] in held, fault.item
    tests = [fault.test for fault in FAULTS]
    assert len(set(tests)) == len(tests)
