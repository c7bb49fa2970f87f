"""The bot's own key: made once, its owner's alone, and never a reader's."""

import stat
from pathlib import Path

import pytest

from bot.gate import reasons
from bot.identity import FILE, make_bot_identity, read_bot_identity
from bot.opening import CannotStart, open_desk, set_up
from bot.settings import BotSettings
from intake.age import new_identity
from intake.commands.setting_up import prepare
from intake.identities import IdentityFault
from intake.settings import read_settings
from sandbox.demonstration import demonstration_team
from tests.bot.test_gate import REAL, Ready
from tests.service.running import environment


def test_it_is_made_once(tmp_path: Path) -> None:
    """A second set-up keeps the first key; only its owner can read it."""
    path = tmp_path / FILE
    assert make_bot_identity(path)
    first = read_bot_identity(path).public_key
    assert not make_bot_identity(path)
    assert read_bot_identity(path).public_key == first
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [p.name for p in tmp_path.iterdir()] == [FILE]


def test_a_missing_or_open_file_names_the_remedy(tmp_path: Path) -> None:
    """Without the file, or readable by others, the fault says what to do."""
    path = tmp_path / FILE
    with pytest.raises(IdentityFault, match="python -m bot setup"):
        read_bot_identity(path)
    make_bot_identity(path)
    path.chmod(0o640)
    with pytest.raises(IdentityFault, match="chmod 600"):
        read_bot_identity(path)


def test_it_does_not_shut_the_gate_and_every_other_key_does(tmp_path: Path) -> None:
    """The gate knows this one file; the same key under another name shuts it."""
    make_bot_identity(tmp_path / FILE)
    assert reasons(REAL, Ready(), tmp_path) == ()
    (tmp_path / "copy").write_bytes((tmp_path / FILE).read_bytes())
    (reason,) = reasons(REAL, Ready(), tmp_path)
    assert "copy holds a private identity" in reason


def test_a_reader_s_key_in_its_place_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bot that could open reports does not start."""
    for name, value in environment(tmp_path, "http://127.0.0.1:1").items():
        monkeypatch.setenv(name, value)
    settings = read_settings(BotSettings)
    prepare(settings)
    set_up(settings)
    key = read_bot_identity(settings.bot_identity_file).public_key
    team = demonstration_team(key, new_identity().public_key)
    settings.team_file.write_text(team, encoding="utf-8")
    with pytest.raises(CannotStart, match="is the key of a reader"):
        open_desk(settings, lambda: 0.0)
