"""What an operator reads when the bot starts, or cannot start, because of its databases."""

from pathlib import Path

import pytest

from intake.age import new_identity
from intake.example import example_team
from tests.console.starting import free_port, ran, running

TOKEN = "123456:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"


async def test_stores_that_others_can_read_are_warned_of(tmp_path: Path) -> None:
    """Each by its path, as soon as the bot opened them; `intake init` does so too."""
    keys = (new_identity().public_key, new_identity().public_key)
    (tmp_path / "team.toml").write_text(example_team(*keys), encoding="utf-8")
    settings = {
        "DATA_DIR": str(tmp_path),
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": f"http://127.0.0.1:{free_port()}",
    }
    for command in (("intake", "init"), ("bot", "setup")):
        assert (await ran(settings, *command)).code == 0
    stores = [tmp_path / f"{name}.sqlite3" for name in ("drafts", "keys", "intake")]
    for store in stores:
        store.chmod(0o644)
    told = "others on this machine can read {}: run `chmod 600"
    said = (await ran(settings, "intake", "init")).said
    assert told.format(stores[2]) in said
    async with running(settings, "bot", "courier") as process:
        assert process.stderr
        waited = {
            told.format(tmp_path / f"{name}.sqlite3") for name in ("drafts", "keys", "intake")
        }
        while waited:
            line = (await process.stderr.readuntil()).decode()
            waited = {one for one in waited if one not in line}


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
