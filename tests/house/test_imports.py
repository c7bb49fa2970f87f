import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("flows", "locales", "intake", "bot", "console", "sandbox")


def contracts(tree: Path) -> subprocess.CompletedProcess[str]:
    """Hold the packages in `tree` to the import contracts of pyproject.toml."""
    program = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [str(program), "--no-cache"],
        cwd=tree,
        env={"PYTHONPATH": str(tree), "PATH": "", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_imports_run_one_way() -> None:
    """Every import of the project keeps the contracts."""
    done = contracts(ROOT)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("bot/planted.py", "import console"),
        ("console/planted.py", "import bot"),
        ("intake/planted.py", "import bot.settings"),
        ("flows/planted.py", "import intake"),
        ("flows/planted.py", "import pydantic"),
        ("flows/planted.py", "import sqlalchemy"),
        ("locales/planted.py", "import flows"),
        ("locales/__init__.py", "import babel"),
        ("intake/planted.py", "import sandbox"),
    ],
)
def test_a_wrong_import_is_refused(tmp_path: Path, module: str, line: str) -> None:
    """One import against the direction, in any package, breaks a contract."""
    for name in PACKAGES:
        ignored = shutil.ignore_patterns("__pycache__", "node_modules", "static")
        shutil.copytree(ROOT / name, tmp_path / name, ignore=ignored)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    with (tmp_path / module).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    done = contracts(tmp_path)
    assert done.returncode == 1, done.stdout
    assert "BROKEN" in done.stdout
