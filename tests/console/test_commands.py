"""`python -m console`: what an operator types at a terminal of the server."""

import shutil
import time
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from console.__main__ import app
from console.alarm import alarm, alerts_brought
from console.office import Office
from intake.alerts import RETENTION_DUE, Alerts
from intake.alerts.shapes import CommandAlert
from intake.example import EXAMPLE_TEAM


@pytest.fixture
def folder(tmp_path: Path, empty_store: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a data folder as `python -m intake init` leaves it, with the example's team."""
    shutil.copy(empty_store, tmp_path / "intake.sqlite3")
    shutil.copy(EXAMPLE_TEAM, tmp_path / "team.toml")
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    monkeypatch.setenv("CONSOLE_URL", "https://console.example.org")
    return tmp_path


def test_the_first_administrator_is_invited_at_the_terminal(folder: Path) -> None:
    """The command prints a one-time link; asked again it says that the old passkeys ended."""
    first = CliRunner().invoke(app, ["invite", "Ada Example"])
    assert first.exit_code == 0, first.output
    assert "Ada Example is added as administrator" in first.output
    assert "https://console.example.org/invitation#" in first.output
    again = CliRunner().invoke(app, ["invite", "Ada Example"])
    assert "can enrol a new passkey; the old ones have ended" in again.output
    assert first.output.splitlines()[-1] != again.output.splitlines()[-1]
    assert (folder / "intake.sqlite3").is_file()


def test_a_wrong_role_is_refused_with_the_right_ones(folder: Path) -> None:
    """Whoever misspells a role reads which there are, and nobody is added."""
    told = CliRunner().invoke(app, ["invite", "Ada", "--role", "boss"])
    assert told.exit_code == 1
    assert "caseworker, supervisor, administrator, auditor" in told.output
    assert folder.is_dir()


def test_what_the_console_queues_is_brought(office: Office, tmp_path: Path) -> None:
    """An alarm that a page queued reaches a channel while the console runs, with no word more."""
    heard = tmp_path / "heard"
    told = CommandAlert(run=("sh", "-c", f'printf "%s\\n" "$@" >> {heard}', "sh"))
    listening = replace(office, team=replace(office.team, alerts=Alerts(command=told)))
    alarm(listening, RETENTION_DUE)
    with alerts_brought(listening, every=0.05):
        until = time.monotonic() + 20
        while not heard.exists() and time.monotonic() < until:
            time.sleep(0.05)
    assert heard.read_text(encoding="utf-8").split() == ["retention_due"]
