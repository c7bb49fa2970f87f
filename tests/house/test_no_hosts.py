import re
from collections.abc import Iterable
from pathlib import Path

# Put together here, so that this file does not hold what it forbids.
HOSTS = ("pypi" + r"\.org", "python" + "hosted", "registry" + r"\.npmjs", "yarn" + r"pkg\.com")
PLACES = ("/ro" + "ot/", "/ho" + r"me/\w", "/wo" + "rk/", "/Us" + "ers/", "/opt/" + "pypi")
LOCKED = ("--index" + "-url", "--extra-index" + "-url", "--find" + "-links", "--trusted" + "-host")
NAMED = re.compile("|".join((*HOSTS, *PLACES)).encode())


def named(paths: Iterable[Path]) -> list[str]:
    """Name the lines that hold a package registry's host or a path of one machine."""
    return [
        f"{path.name}:{number}"
        for path in paths
        for number, line in enumerate(path.read_bytes().splitlines(), 1)
        if NAMED.search(line)
    ]


def test_no_file_names_a_registry_or_a_machine(ours: tuple[Path, ...]) -> None:
    """Where packages come from, and where the project lies, is each machine's own affair."""
    assert named(ours) == []


def test_the_locks_hold_no_index(ours: tuple[Path, ...]) -> None:
    """The requirements name packages, versions and hashes, and no place to get them from."""
    locks = [path for path in ours if path.name.startswith("requirements")]
    assert len(locks) == 4
    for path in locks:
        assert not any(option in path.read_text(encoding="utf-8") for option in LOCKED), path.name


def test_a_planted_host_and_path_are_found(tmp_path: Path) -> None:
    """The check finds one of each."""
    planted = tmp_path / "planted.txt"
    planted.write_text("from " + "pypi" + ".org\nfine\nin /ho" + "me/kim/candour\n")
    assert named([planted]) == ["planted.txt:1", "planted.txt:3"]
