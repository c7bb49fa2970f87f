import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import need_program

ROOT = Path(__file__).parents[2]


def make(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run make in `folder`."""
    command = [need_program("make"), "--no-print-directory", *words]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_make_alone_lists_what_can_be_done() -> None:
    """A newcomer who types `make` reads every target with a sentence, and nothing is done."""
    done = make(ROOT)
    assert done.returncode == 0
    listed = set(re.findall(r"^  make ([a-z]+) +\S", done.stdout, re.MULTILINE))
    assert listed == {"help", *["run", "test", "lint", "bench", "words", "chart", "lock", "clean"]}


def test_the_readme_names_no_other_targets() -> None:
    """Whatever the documents tell people to type, make knows."""
    listed = make(ROOT).stdout
    for page in (ROOT / "README.md", *(ROOT / "docs").rglob("*.md")):
        for target in re.findall(r"`make ([a-z]+)", page.read_text(encoding="utf-8")):
            assert f"make {target} " in listed, (page.name, target)


@pytest.mark.parametrize(
    ("script", "sentence"),
    [
        ('case "$2" in *version_info*) exit 1;; esac', "Candour needs Python 3.11 or newer"),
        ('case "$2" in *ensurepip*) exit 1;; esac', "apt-get install python3-venv"),
    ],
)
def test_a_python_that_will_not_do_is_told_with_its_remedy(
    tmp_path: Path, script: str, sentence: str
) -> None:
    """Too old, or without venv: one sentence says what to install, and nothing is made."""
    for name in ("Makefile", "requirements.txt", "requirements-uv.txt"):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / "python").write_text(f"#!/bin/sh\n{script}\n")
    (tmp_path / "python").chmod(0o755)
    done = make(tmp_path, "run", "PYTHON=./python")
    assert done.returncode != 0
    assert sentence in done.stdout
    assert not (tmp_path / ".venv").exists()
