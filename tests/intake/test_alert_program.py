import sys
from pathlib import Path

import pytest

from intake.alerts.notice import Alert
from intake.alerts.program import Program
from intake.boundary import TryLater, WillNeverWork
from tests.contracts.alert_settings import new_id

ALERT = Alert(new_id(), "arrived", (3,))


def test_a_program_gets_the_priority_as_its_last_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The operator's program runs without a shell, and without this process's environment."""
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "hush")
    out = tmp_path / "out"
    program = "import os, sys; open(sys.argv[1], 'w').write(f'{sys.argv[2:]} {dict(os.environ)}')"
    Program((sys.executable, "-c", program, str(out), "$HOME; x")).send(ALERT)
    written = out.read_text()
    assert written.startswith("['$HOME; x', '3'] ")
    assert ALERT.id in written
    assert ALERT.words in written
    assert "TELEGRAM_BOT_TOKEN" not in written


@pytest.mark.parametrize(
    ("alert", "word"),
    [(Alert(new_id(), "undelivered"), "undelivered"), (Alert(new_id(), "digest", (1,)), "digest")],
)
def test_what_is_no_arrival_is_told_by_its_kind(tmp_path: Path, alert: Alert, word: str) -> None:
    """An alarm or a digest gives its kind as the last word; the counts stand in ALERT_WORDS."""
    out = tmp_path / "out"
    program = "import sys; open(sys.argv[1], 'w').write(sys.argv[2])"
    Program((sys.executable, "-c", program, str(out))).send(alert)
    assert out.read_text() == word


def test_a_failing_program_is_sorted(tmp_path: Path) -> None:
    """A program that ends with a fault may be tried again; one that is not there may not."""
    with pytest.raises(TryLater, match="CalledProcessError"):
        Program((sys.executable, "-c", "raise SystemExit(1)")).send(ALERT)
    with pytest.raises(WillNeverWork, match="FileNotFoundError"):
        Program((str(tmp_path / "none"),)).send(ALERT)
