"""Install the pages' packages with npm, as package-lock.json names them: by their hashes.

Where they come from is this machine's own npm setting. Standard library alone: a wheel's build
runs this.
"""

import hashlib
import subprocess
from pathlib import Path

from console.finding_node import CannotBundle, Node

PACKAGE_LOCK = "package-lock.json"
_PATIENCE = ("--fetch-retries=2", "--fetch-retry-mintimeout=500", "--fetch-retry-maxtimeout=3000")


def install_packages(node: Node, browser: Path) -> None:
    """Install into `browser` what its lock names; raise CannotBundle with the remedy.

    No package's own script is run. Nothing is done while the lock is the one installed.
    """
    done_for = browser / "node_modules" / ".candour-lock"
    lock = hashlib.sha256((browser / PACKAGE_LOCK).read_bytes()).hexdigest()
    if done_for.is_file() and done_for.read_text(encoding="ascii") == lock:
        return
    quiet = ("--ignore-scripts", "--no-audit", "--no-fund", *_PATIENCE)
    command = [*node.npm, "ci", *quiet]
    done = subprocess.run(command, cwd=browser, capture_output=True, text=True, check=False)  # noqa: S603 - our own words
    if done.returncode:
        raise CannotBundle(_why_not_installed(done.stderr))
    done_for.write_text(lock, encoding="ascii")


def _why_not_installed(said: str) -> str:
    words = [line.rpartition(" ")[2] for line in said.splitlines() if " code " in line]
    code = words[0] if words else "no reason given"
    if code == "EINTEGRITY":
        return (
            f"A package is not the one that was locked ({code}): its bytes have changed. Do not go "
            "round this: try another network, and tell the maintainers if it stays so."
        )
    return (
        f"npm could not fetch the pages' packages ({code}). It asks the registry of this machine's "
        "npm settings (`npm config get registry`): check the network and that setting, then run "
        "`python -m console.bundling` again."
    )
