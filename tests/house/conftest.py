"""The files of this project, for the tests that read them."""

import subprocess
from pathlib import Path

import pytest

from tests.conftest import need_program

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def ours() -> tuple[Path, ...]:
    """Return every file that git holds or would take: not what .gitignore leaves out."""
    listing = [need_program("git"), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listing, cwd=ROOT, capture_output=True, check=True).stdout.split(b"\0")
    found = tuple(path for name in names if name and (path := ROOT / name.decode()).is_file())
    assert len(found) > 100
    return found


@pytest.fixture(scope="session")
def modules(ours: tuple[Path, ...]) -> tuple[Path, ...]:
    """Return every Python file."""
    return tuple(path for path in ours if path.suffix == ".py")
