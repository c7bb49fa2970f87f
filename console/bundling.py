"""Bundle the pages' scripts and styles into console/static/: `python -m console.bundling`.

Every `browser/src/*.js` and `browser/style/*.css` becomes one file there, named by its content's
hash, and `manifest.json` says which is which (console/assets.py reads it). The hash over all of
them is shown here and on every page, to be compared with the release notes. What they import is
locked by hash in package-lock.json. Nothing is done while nothing has changed, and the same sources
give the same bytes on every machine. Standard library alone: a wheel's build runs this.
"""

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from console.assets import bundle_hash
from console.finding_node import CannotBundle, Node, find_node
from console.installing_packages import PACKAGE_LOCK, install_packages

HERE = Path(__file__).parent
BROWSER, STATIC = HERE / "browser", HERE / "static"
MANIFEST = "manifest.json"
_NAME_DIGITS = 16
"""Hexadecimal digits of a file's SHA-256 that stand in its name."""
_OPTIONS = (
    *("--bundle", "--format=esm", "--minify", "--charset=utf8", "--legal-comments=eof"),
    *("--target=es2022", "--log-level=warning", "--external:/static/*"),
)


def bundle(browser: Path = BROWSER, static: Path = STATIC) -> bool:
    """Make `static` from `browser` unless it is up to date; tell whether it was made.

    Raise CannotBundle with the remedy. Files of the last bundle stay until the new one is whole.
    """
    made_from = _digest(_sources(browser), browser)
    if _is_made(static, made_from):
        return False
    node = find_node()
    install_packages(node, browser)
    with tempfile.TemporaryDirectory() as folder:
        _build(node, browser, Path(folder))
        _publish(Path(folder), static, made_from)
    return True


def _sources(browser: Path) -> Iterator[Path]:
    """Yield what a bundle is made of: it is made anew when one of these changes."""
    yield from (Path(__file__), browser / PACKAGE_LOCK)
    for folder in (browser / "src", browser / "style"):
        yield from sorted(path for path in folder.rglob("*") if path.is_file())


def _entries(browser: Path) -> list[str]:
    found = [*sorted(browser.glob("src/*.js")), *sorted(browser.glob("style/*.css"))]
    return [path.relative_to(browser).as_posix() for path in found]


def _digest(paths: Iterator[Path], browser: Path) -> str:
    digest = hashlib.sha256()
    for path in paths:
        name = path.relative_to(browser).as_posix() if path.is_relative_to(browser) else path.name
        digest.update(f"{name} {_sha256(path)}\n".encode())
    return digest.hexdigest()


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _is_made(static: Path, made_from: str) -> bool:
    try:
        manifest = json.loads((static / MANIFEST).read_bytes())
    except (FileNotFoundError, ValueError):
        return False
    files = manifest["files"].values()
    return manifest["made_from"] == made_from and all(
        (static / one["file"]).is_file() and _sha256(static / one["file"]) == one["sha256"]
        for one in files
    )


def _build(node: Node, browser: Path, folder: Path) -> None:
    program = str(browser / "node_modules" / "esbuild" / "bin" / "esbuild")
    places = (f"--outdir={folder}", "--outbase=.", "--entry-names=[name]")
    done = _run([*node.node, program, *_entries(browser), *_OPTIONS, *places], browser)
    if done.returncode:
        raise CannotBundle(f"esbuild found faults in the pages' sources:\n{done.stderr.strip()}")


def _publish(folder: Path, static: Path, made_from: str) -> None:
    """Name each file by its content, write the manifest last, then drop what it does not name."""
    static.mkdir(exist_ok=True)
    files = {}
    for path in sorted(folder.iterdir()):
        digest = _sha256(path)
        file = f"{path.stem}-{digest[:_NAME_DIGITS]}{path.suffix}"
        shutil.copyfile(path, static / file)
        files[path.name] = {"file": file, "sha256": digest}
    text = json.dumps({"made_from": made_from, "files": files}, indent=1, sort_keys=True)
    fresh = static / f"{MANIFEST}.new"
    fresh.write_text(text + "\n", encoding="utf-8")
    fresh.replace(static / MANIFEST)
    kept = {MANIFEST, *(one["file"] for one in files.values())}
    for path in static.iterdir():
        if path.name not in kept:
            path.unlink()


def _run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603 - our own words


if __name__ == "__main__":
    try:
        bundle()
    except CannotBundle as error:
        sys.exit(str(error))
    sys.stdout.write(f"The pages' scripts are bundled: {bundle_hash()}\n")
