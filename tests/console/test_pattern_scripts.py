"""What the browser's pattern scripts do, run by Node.js: `tests/console/patterns/*.test.mjs`."""

import subprocess
from pathlib import Path

from console.bundling import bundle
from tests.conftest import need_program

TESTS = Path(__file__).with_name("patterns")


def test_likeness_and_statistics_hold_their_rules() -> None:
    """Spellings are linked and strangers are not; no count under 5 can be worked out."""
    node = need_program("node")
    bundle()
    done = subprocess.run(
        [node, "--test", *map(str, sorted(TESTS.glob("*.test.mjs")))],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "# fail 0" in done.stdout
    assert "figure: 200 pairs of different officers, linked: " in done.stdout
