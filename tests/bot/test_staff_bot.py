"""Staff are told through a bot of their own, or the reporters' bot does not start."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from bot.opening import CannotStart, open_desk, set_up
from bot.settings import BotSettings
from intake.age import new_identity
from intake.commands.setting_up import prepare
from intake.settings import read_settings
from sandbox import FAKE_TOKEN
from sandbox.demonstration import demonstration_team
from tests.service.running import environment

OTHER = "2000000000:SANDBOX-not-a-token-nothing-is-real"
CHANGED = "1000000000:another-secret-of-the-very-same-bot-account"


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> BotSettings:
    for name, value in environment(tmp_path, "http://127.0.0.1:1").items():
        monkeypatch.setenv(name, value)
    found = read_settings(BotSettings)
    prepare(found)
    set_up(found)
    keys = (new_identity().public_key, new_identity().public_key)
    chat = f'[alerts.telegram]\nchat = -1\ntoken_file = "{tmp_path / "staff-token"}"\n'
    found.team_file.write_text(f"{demonstration_team(*keys)}\n{chat}", encoding="utf-8")
    return found


@pytest.mark.parametrize("token", [FAKE_TOKEN, CHANGED])
def test_the_reporters_bot_in_the_staffs_place_is_refused(
    settings: BotSettings, tmp_path: Path, token: str
) -> None:
    """The same bot account, with this token or another of it, is named with the remedy."""
    (tmp_path / "staff-token").write_text(token)
    with pytest.raises(CannotStart, match="another bot for staff") as caught:
        open_desk(settings, lambda: 0.0)
    assert token not in str(caught.value)


@pytest.mark.parametrize("token", [OTHER, None, "hush"])
def test_a_bot_of_their_own_is_none_of_its_business(
    settings: BotSettings, tmp_path: Path, token: str | None
) -> None:
    """Another bot, or a token that is missing or none, keeps no reporter from reporting."""
    if token is not None:
        (tmp_path / "staff-token").write_text(token)
    assert open_desk(settings, lambda: 0.0).sealer.team.alerts.telegram


def test_the_courier_says_who_cannot_be_told_and_works_on(settings: BotSettings) -> None:
    """A file that is missing is one error line at the start; reports go on being handed over."""
    assert not settings.team_file.with_name("staff-token").exists()
    command = [sys.executable, "-m", "bot", "courier"]
    courier = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=dict(os.environ))
    # A line that never comes must not hold the whole run up.
    patience = threading.Timer(60, courier.kill)
    patience.start()
    assert courier.stderr
    with courier, courier.stderr:
        line = next((line for line in courier.stderr if "staff cannot be told" in line), "none")
        assert courier.poll() is None
        courier.terminate()
    patience.cancel()
    assert "ERROR" in line
    assert "alerts.telegram.token_file: " in line
