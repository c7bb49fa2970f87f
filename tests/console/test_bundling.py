import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from console import assets, bundling
from console.bundling import BROWSER, STATIC, bundle
from console.finding_node import CannotBundle, find_node

CLOSED = "http://127.0.0.1:1/"


@pytest.fixture
def browser(tmp_path: Path) -> Path:
    """Return a copy of the pages' sources whose packages are installed already."""
    bundle()
    return _copy(tmp_path / "browser", installed=True)


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """Return a copy of the pages' sources as git holds them."""
    return _copy(tmp_path / "fresh", installed=False)


@pytest.fixture
def _offline(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("npm_config_registry", "PIP_INDEX_URL"):
        monkeypatch.setenv(name, CLOSED)
    monkeypatch.setenv("npm_config_cache", "/nonexistent")
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    monkeypatch.setenv("PIP_NO_CACHE_DIR", "1")
    monkeypatch.setenv("PIP_RETRIES", "0")
    for name in ("PIP_EXTRA_INDEX_URL", "PIP_FIND_LINKS"):
        monkeypatch.delenv(name, raising=False)


def _copy(folder: Path, *, installed: bool) -> Path:
    shutil.copytree(BROWSER, folder, ignore=shutil.ignore_patterns("node_modules"))
    if installed:
        (folder / "node_modules").symlink_to(BROWSER / "node_modules")
    return folder


def test_two_builds_are_the_same_to_the_byte(browser: Path, tmp_path: Path) -> None:
    """The same sources give the same files, wherever and whenever they are bundled."""
    made = []
    for name in ("one", "two"):
        assert bundle(browser, tmp_path / name)
        made.append({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()})
    assert made[0] == made[1]
    assert "manifest.json" in made[0]
    ours = json.loads((STATIC / "manifest.json").read_bytes())
    assert json.loads(made[0]["manifest.json"]) == ours


def test_nothing_is_done_while_nothing_changed(browser: Path, tmp_path: Path) -> None:
    """A second call does nothing; a changed source or a damaged file is bundled anew."""
    static = tmp_path / "static"
    assert bundle(browser, static)
    assert not bundle(browser, static)
    source = browser / "src" / "htmx.js"
    before = {path.name for path in static.iterdir()}
    source.write_text(source.read_text() + "globalThis.planted = 1;\n")
    assert bundle(browser, static)
    after = {path.name for path in static.iterdir()}
    assert len(before) == len(after)
    assert before != after
    next(static.glob("htmx-*.js")).write_text("changed")
    assert bundle(browser, static)
    assert {path.name for path in static.iterdir()} == after


def test_a_fault_in_a_source_is_told_with_its_place(browser: Path, tmp_path: Path) -> None:
    """Whoever breaks a script reads where, and the last bundle stays."""
    static = tmp_path / "static"
    bundle(browser, static)
    before = (static / "manifest.json").read_bytes()
    (browser / "src" / "broken.js").write_text("let = ;\n")
    with pytest.raises(CannotBundle, match=r"src/broken\.js:1"):
        bundle(browser, static)
    assert (static / "manifest.json").read_bytes() == before


@pytest.mark.usefixtures("_offline")
def test_no_registry_is_told_with_its_remedy(fresh: Path, tmp_path: Path) -> None:
    """Without a way to the packages one sentence says what to check."""
    with pytest.raises(CannotBundle, match=r"could not fetch.*check the network") as told:
        bundle(fresh, tmp_path / "static")
    assert len(str(told.value).splitlines()) == 1


@pytest.mark.usefixtures("_offline")
def test_no_node_is_told_with_its_remedy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without Node.js, and without a way to install it, one sentence says what to install."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CannotBundle, match="apt-get install nodejs npm"):
        find_node(tmp_path / "no lock")
    lock = tmp_path / "requirements.txt"
    lock.write_text("no-such-package==1 --hash=sha256:" + "0" * 64 + "\n")
    with pytest.raises(CannotBundle, match=r"pip could not.*apt-get install nodejs npm"):
        find_node(lock)


def test_an_old_node_is_not_taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A Node.js older than esbuild needs is as good as none."""
    for name, says in (("node", "v16.20.2"), ("npm", "8.0.0")):
        (tmp_path / name).write_text(f"#!/bin/sh\necho {says}\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CannotBundle):
        find_node(tmp_path / "no lock")


def test_the_lock_names_hashes_and_no_host() -> None:
    """Every package is locked by its bytes, and where it comes from is this machine's affair."""
    packages = json.loads((BROWSER / "package-lock.json").read_bytes())["packages"]
    fetched = {name: one for name, one in packages.items() if name}
    assert len(fetched) > 5
    assert [name for name, one in fetched.items() if not one.get("integrity")] == []
    assert [name for name, one in fetched.items() if "resolved" in one] == []


def test_the_command_shows_the_hash_on_the_pages() -> None:
    """Whoever makes a release reads the hash that stands on every page."""
    command = [sys.executable, "-m", "console.bundling"]
    done = subprocess.run(
        command, cwd=STATIC.parents[1], capture_output=True, check=True, text=True
    )
    assert done.stdout.split()[-1] == assets.bundle_hash()


def test_only_what_the_manifest_names_is_served() -> None:
    """A page asks for a script by its own name and gets its address; nothing else has one."""
    bundle()
    address = assets.url("htmx.js")
    file = address.removeprefix("/static/")
    found = assets.asset(file)
    assert found is not None
    assert found.content == (STATIC / file).read_bytes()
    for other in ("manifest.json", "htmx.js", "../bundling.py", ""):
        assert assets.asset(other) is None
    with pytest.raises(assets.NotBundled, match=r"no nothing\.js"):
        assets.url("nothing.js")
    assert len(assets.bundle_hash()) == 64
    assert bundling.MANIFEST not in address


def test_a_changed_file_is_not_served(browser: Path, tmp_path: Path) -> None:
    """The hash on the page is that of the bytes served: a changed file stops the console."""
    static = tmp_path / "static"
    with pytest.raises(assets.NotBundled, match=r"console\.bundling"):
        assets.read_bundle(static)
    bundle(browser, static)
    assert assets.read_bundle(static)
    next(static.glob("htmx-*.js")).write_text("alert(1)")
    with pytest.raises(assets.NotBundled, match="htmx-"):
        assets.read_bundle(static)
