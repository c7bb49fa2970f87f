"""A pytest plugin: break one thing before each test that has a fault planted for it.

    pytest -p tests.trauma.planting --faults tests.trauma.faults:FAULTS --noticed FILE ID...

FILE gets, for each test, whether an assertion failed ("noticed"), it passed ("unnoticed"), fell
over something else ("broken"), or could not even be given its fault ("not planted"). Used by
test_planted.py alone.
"""

import importlib
import json
import re
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

import pytest

from flows.loading import load_flow
from tests.flows.linting import copy_of
from tests.stories import telling
from tests.trauma import content

# How a failed assertion begins, rewritten or not.
SAYS_SO = ("assert ", "AssertionError")


@dataclass(slots=True)
class Ground:
    """What a fault may be planted in: the content that the test will read, or code."""

    module: ModuleType
    patch: pytest.MonkeyPatch
    folder: Path
    undone: list[Callable[[], None]] = field(default_factory=list)

    def words(self, before: str, after: str, name: str = "questions/*.yaml") -> None:
        """Change one place of the content, however its lines are broken, and use the copy."""
        copy = copy_of(self.folder)
        looked_for = r"\s+".join(map(re.escape, before.split()))
        for path in sorted(copy.glob(name)):
            text = path.read_text(encoding="utf-8")
            changed = re.sub(looked_for, lambda _: after, text, count=1)
            if changed != text:
                path.write_text(changed, encoding="utf-8")
                return self._use(copy)
        raise LookupError(f"nothing in {name} says: {before}")

    def _use(self, copy: Path) -> None:
        made = load_flow(copy)
        self.patch.setattr(telling, "shipped", lambda: made)
        self.patch.setattr(content, "CONTENT", copy)
        self.patch.setattr("bot.opening.load_flow", lambda: made)
        for name, value in (("MOVES", made), ("FLOW", made.flow)):
            if hasattr(self.module, name):
                self.patch.setattr(self.module, name, value)


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: the item it offends, the test that must fail, and how it is planted."""

    item: str
    test: str
    plant: Callable[[Ground], None]


class Planting:
    """The plugin's state: the faults by test, and what became of each."""

    def __init__(self, faults: dict[str, Fault], target: Path) -> None:
        self.faults, self.target = faults, target
        self.noticed: dict[str, str] = {}
        self.grounds: dict[str, Ground] = {}

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self, item: pytest.Function) -> None:
        """Plant the fault before any fixture of the test is made."""
        ground = Ground(item.module, pytest.MonkeyPatch(), Path(tempfile.mkdtemp()))
        self.grounds[item.nodeid] = ground
        content.linted.cache_clear()
        self.faults[item.nodeid].plant(ground)

    @pytest.hookimpl(trylast=True)
    def pytest_runtest_teardown(self, item: pytest.Item) -> None:
        """Take the fault out again."""
        self.grounds.pop(item.nodeid).patch.undo()
        content.linted.cache_clear()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note what became of the test."""
        if report.when == "setup" and report.outcome != "passed":
            self.noticed[report.nodeid] = f"not planted: {str(report.longrepr)[-400:]}"
        elif report.when == "call" and report.failed:
            said = getattr(report.longrepr, "reprcrash", None)
            why = str(said.message) if said else ""
            # A test that breaks has not noticed anything: it has to say what is not so.
            found = why.startswith(SAYS_SO)
            self.noticed[report.nodeid] = "noticed" if found else f"broken: {why[:400]}"
        elif report.when == "call":
            self.noticed[report.nodeid] = "unnoticed"

    def pytest_sessionfinish(self) -> None:
        """Write it down."""
        self.target.write_text(json.dumps(self.noticed), encoding="utf-8")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Ask for the faults and where to write."""
    parser.addoption("--faults", help="module:name of a tuple of faults")
    parser.addoption("--noticed", help="write what was noticed to this file, as JSON")


def pytest_configure(config: pytest.Config) -> None:
    """Find the faults of the tests that were asked for."""
    module, _, name = config.getoption("--faults").partition(":")
    faults: tuple[Fault, ...] = getattr(importlib.import_module(module), name)
    wanted = {fault.test: fault for fault in faults}
    config.pluginmanager.register(Planting(wanted, Path(config.getoption("--noticed"))))
