"""What an operator reads when the bot cannot start because of a database."""

from pathlib import Path

import pytest

from tests.console.starting import free_port, ran

TOKEN = "123456:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"


@pytest.mark.parametrize("command", ["setup", "poll", "courier"])
@pytest.mark.parametrize("variable", ["DATABASE_URL", "KEYS_DATABASE_URL"])
async def test_a_database_that_does_not_answer_is_told(
    tmp_path: Path, command: str, variable: str
) -> None:
    """Each command names the setting, without user and password, and without a trace."""
    settings = {
        "DATA_DIR": str(tmp_path),
        "TELEGRAM_BOT_TOKEN": TOKEN,
        variable: f"postgresql://eve:hush@127.0.0.1:{free_port()}/drafts",
    }
    ended = await ran(settings, "bot", command)
    assert ended.code == 2
    assert f"{variable}: no answer from the database at 127.0.0.1, port" in ended.said
    for word in ("hush", "eve", "Traceback"):
        assert word not in ended.said
