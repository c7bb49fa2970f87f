import json
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from console.bundling import bundle

ROOT = Path(__file__).parents[2]
PACKAGES = ("flows", "locales", "intake", "bot", "console", "sandbox")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """Build the wheel from a copy with no compiled catalog in it, asking no network."""
    bundle()
    copy = tmp_path_factory.mktemp("tree")
    for name in PACKAGES:
        ignored = shutil.ignore_patterns("__pycache__", "*.mo", "node_modules")
        shutil.copytree(ROOT / name, copy / name, ignore=ignored)
    for name in ("pyproject.toml", "README.md", "LICENSE", "hatch_build.py", ".gitignore"):
        shutil.copy(ROOT / name, copy / name)
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(copy / "dist")]
    done = subprocess.run(build, cwd=copy, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return zipfile.ZipFile(next((copy / "dist").glob("*.whl")))


def test_the_wheel_holds_compiled_catalogs(wheel: zipfile.ZipFile) -> None:
    """Every catalog that people wrote is in the wheel, compiled by the build."""
    names = set(wheel.namelist())
    written = {p.relative_to(ROOT).as_posix() for p in ROOT.glob("locales/*/LC_MESSAGES/*.po")}
    assert written
    assert {name.replace(".po", ".mo") for name in written} <= names


def test_the_wheel_holds_everything_but_python_too(wheel: zipfile.ZipFile) -> None:
    """Questions, pages, styles and example files go where the code goes."""
    names = set(wheel.namelist())
    wanted = {
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.suffix in {".yaml", ".html", ".css", ".js", ".svg", ".toml", ".typ", ".py"}
        and "node_modules" not in path.parts
    }
    assert "flows/content/flow.yaml" in wanted
    assert "sandbox/page/phone.html" in wanted
    assert wanted - names == set()


def test_the_wheel_holds_the_bundled_pages(wheel: zipfile.ZipFile) -> None:
    """Who installs the wheel needs no Node.js: every file of the manifest is in it."""
    manifest = json.loads(wheel.read("console/static/manifest.json"))
    files = {f"console/static/{one['file']}" for one in manifest["files"].values()}
    assert files
    assert files <= set(wheel.namelist())
    assert not [name for name in wheel.namelist() if "node_modules" in name]


def test_the_wheel_holds_no_tests_and_no_keys(wheel: zipfile.ZipFile) -> None:
    """What is installed is the six packages and their licence."""
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    tops = {name.split("/")[0] for name in wheel.namelist()}
    assert tops == {*PACKAGES, f"candour-{version['version']}.dist-info"}
