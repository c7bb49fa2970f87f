"""`python -m tests.trauma.table`: write docs/trauma-informed.md from tests and checklist."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ruamel.yaml import YAML

ROOT = Path(__file__).parents[2]
CHECKLIST = ROOT / "docs" / "trauma-informed.yaml"
PAGE = ROOT / "docs" / "trauma-informed.md"
ITEMS = tuple(f"T{number:02}" for number in range(1, 53))

HEAD = """# Trauma-informed practice, item by item

Written by `python -m tests.trauma.table` from `docs/trauma-informed.yaml` and from the tests
themselves (`@pytest.mark.holds("T09")`); a test keeps it current. Do not edit it by hand.

The items are those of the project's research into trauma-informed practice; where the decisions
about the conversation amend one, that is said. What a program can check in the words themselves is
checked in every language by `python -m flows check`: what must not be said stands in
`flows/content/lint/`, for authors to edit. `tests/trauma/test_planted.py` plants a fault for
{planted} of the items and sees that the named tests fail.

**{tested} of {all} items are held by named tests, {parted} in part, {human} by a named human task
alone.** Human tasks are signed at the [release gate](release-gate.md). Paths begin in `tests/`.

| item | what it asks | held by |
|---|---|---|
"""


@dataclass(frozen=True, slots=True)
class Test:
    """A test that holds an item: its id from `tests/` on, and its sentence."""

    name: str
    says: str

    __test__ = False


@cache
def holding() -> Mapping[str, tuple[Test, ...]]:
    """Return the tests that hold each item, found by collecting and not by running."""
    marked = sorted(
        str(path.relative_to(ROOT))
        for path in (ROOT / "tests").rglob("test_*.py")
        if "mark.holds" in path.read_text(encoding="utf-8")
    )
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "holds.json"
        command = [sys.executable, "-m", "pytest", "-q", "--collect-only"]
        options = ["-p", "tests.trauma.collecting", "--holds", str(target)]
        subprocess.run(
            [*command, *options, *marked], cwd=ROOT, check=True, capture_output=True, text=True
        )
        found: dict[str, dict[str, str]] = json.loads(target.read_text(encoding="utf-8"))
    tests: dict[str, list[Test]] = {}
    for name, entry in found.items():
        for item in entry["items"]:
            tests.setdefault(item, []).append(Test(name.removeprefix("tests/"), entry["says"]))
    return {item: tuple(known) for item, known in tests.items()}


@cache
def checklist() -> Mapping[str, Mapping[str, object]]:
    """Return what each item asks, how it is amended, and its human tasks."""
    read: Mapping[str, Mapping[str, object]] = YAML(typ="safe").load(CHECKLIST)["items"]
    return read


def tasks(item: str) -> list[Mapping[str, str]]:
    """Return the human tasks of an item."""
    found = checklist()[item].get("human", [])
    return found if isinstance(found, list) else []


def page(planted: int) -> str:
    """Return the whole page."""
    tested = [item for item in ITEMS if item in holding() and "part" not in checklist()[item]]
    parted = [item for item in ITEMS if item in holding() and "part" in checklist()[item]]
    human = [item for item in ITEMS if item not in holding() and tasks(item)]
    head = HEAD.format(
        planted=planted, tested=len(tested), parted=len(parted), all=len(ITEMS), human=len(human)
    )
    return head + "".join(_row(item) for item in ITEMS)


def _row(item: str) -> str:
    entry = checklist()[item]
    asks = str(entry["asks"])
    if amended := entry.get("amended"):
        asks += f"<br>*amended: {amended}*"
    if part := entry.get("part"):
        asks += f"<br>*so far: {part}*"
    held = [f"{test.says} `{test.name}`" for test in holding().get(item, ())]
    held += [f"**by a person** (`gate.{t['gate']}`): {t['task']}" for t in tasks(item)]
    return f"| {item} | {asks} | {'<br>'.join(held)} |\n"


if __name__ == "__main__":
    from tests.trauma.faults import FAULTS

    PAGE.write_text(page(len({fault.item for fault in FAULTS})), encoding="utf-8")
