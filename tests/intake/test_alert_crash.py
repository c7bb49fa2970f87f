import signal
import subprocess
import sys
from pathlib import Path

import pytest

from intake.alerts.sending import LEASE
from tests.intake import alert_process

# The operator's program: kills whoever runs it, before or after it has told, once.
PROGRAM = """
import os, pathlib, signal
folder = pathlib.Path(__file__).parent
def told():
    with (folder / "told").open("a") as file:
        print(os.environ["ALERT_ID"], file=file)
if (folder / "killed").exists():
    told()
else:
    (folder / "killed").touch()
    if {after}:
        told()
    os.kill(os.getppid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("after", [False, True])
def test_a_kill_loses_no_alert_and_sends_none_without_end(tmp_path: Path, *, after: bool) -> None:
    """Killed before sending: told once, later. Killed just after: twice, under one id."""
    (tmp_path / "program.py").write_text(PROGRAM.format(after=after))

    def run(seconds: int) -> int:
        command = [sys.executable, alert_process.__file__, str(tmp_path / "drafts.sqlite3")]
        command += [str(tmp_path / "program.py"), str(seconds)]
        root = Path(__file__).parents[2]
        return subprocess.run(
            command, check=False, timeout=60, env={"PYTHONPATH": str(root)}
        ).returncode

    def told() -> list[str]:
        log = tmp_path / "told"
        return log.read_text().split() if log.exists() else []

    assert run(0) == -signal.SIGKILL
    assert len(told()) == after
    assert run(LEASE - 1) == 0
    assert len(told()) == after
    assert run(LEASE) == 0
    assert len(told()) == after + 1
    for later in (LEASE + 1, 3 * LEASE, 24 * 3600):
        assert run(later) == 0
    assert len(told()) == after + 1
    assert len(set(told())) == 1
