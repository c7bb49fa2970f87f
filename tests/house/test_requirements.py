import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = ("requirements.txt", "requirements-dev.txt", "requirements-uv.txt", "requirements-node.txt")
MOST_DIRECT, MOST_IN_ALL = 24, 70


def locked(text: str) -> dict[str, int]:
    """Return each package of a lock with the number of its hashes."""
    found: dict[str, int] = {}
    name = ""
    for line in text.splitlines():
        if match := re.match(r"^([A-Za-z0-9._-]+)(\[[^\]]*\])?==", line):
            name = match[1].lower()
            found[name] = 0
        elif line and not line.startswith((" ", "#")):
            raise AssertionError(f"not a package with its version: {line}")
        found[name] = found.get(name, 0) + line.count("--hash=sha256:")
    return found


def direct() -> set[str]:
    """Return the names of what we ask for ourselves at run time."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {re.split(r"[\[<>=~! ;]", one)[0].lower() for one in project["dependencies"]}


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_is_locked_by_hash(name: str) -> None:
    """No package is installed whose bytes were not seen when the lock was made."""
    packages = locked((ROOT / name).read_text(encoding="utf-8"))
    assert packages
    assert [package for package, hashes in packages.items() if not hashes] == []


def test_a_package_without_a_hash_is_found() -> None:
    """The check sees a version without a hash, and a line that is no version at all."""
    assert locked("one==1.0 \\\n    --hash=sha256:00\ntwo==2.0\n") == {"one": 1, "two": 0}
    with pytest.raises(AssertionError, match="three"):
        locked("three\n")


def test_few_packages_are_trusted() -> None:
    """Every package is code that could read a report: there are few, and each is wanted."""
    packages = locked((ROOT / "requirements.txt").read_text(encoding="utf-8"))
    assert len(direct()) <= MOST_DIRECT
    assert len(packages) <= MOST_IN_ALL
    assert direct() <= set(packages)


def test_the_tests_run_on_what_is_shipped() -> None:
    """The lock for development pins each runtime package to the same version."""
    pins = re.compile(r"^[a-z0-9._-]+(?:\[[^\]]*\])?==\S+", re.MULTILINE)
    runtime = set(pins.findall((ROOT / "requirements.txt").read_text(encoding="utf-8")))
    development = set(pins.findall((ROOT / "requirements-dev.txt").read_text(encoding="utf-8")))
    assert runtime - development == set()


def test_each_dependency_is_explained() -> None:
    """Whoever asks why a package is here finds a line about it."""
    record = (ROOT / "docs/decisions/0001-dependencies.md").read_text(encoding="utf-8")
    assert {name for name in direct() if f"| `{name}` |" not in record} == set()
