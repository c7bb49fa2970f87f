"""What an operator reads when the bot starts, or cannot start, because of its databases."""

import asyncio
from pathlib import Path

import pytest
import pytest_asyncio

from intake.age import new_identity
from intake.example import example_team
from sandbox import serve
from tests.console.starting import PATIENCE, free_port, ran, running

TOKEN = "123456:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"


Settings = dict[str, str]


@pytest_asyncio.fixture
async def ready(tmp_path: Path) -> Settings:
    """Return the settings of a bot that can start; nobody listens where it looks for Telegram."""
    keys = (new_identity().public_key, new_identity().public_key)
    (tmp_path / "team.toml").write_text(example_team(*keys), encoding="utf-8")
    settings = {
        "DATA_DIR": str(tmp_path),
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": f"http://127.0.0.1:{free_port()}",
    }
    for command in (("intake", "init"), ("bot", "setup")):
        assert (await ran(settings, *command)).code == 0
    return settings


async def first_lines(settings: Settings, command: str) -> str:
    """Return what `python -m bot COMMAND` says until it has said how Telegram answers."""
    said = ""
    async with running(settings, "bot", command) as process, asyncio.timeout(PATIENCE):
        assert process.stderr
        while "Telegram cannot be asked" not in said:
            said += (await process.stderr.readuntil()).decode()
    return said


async def test_stores_that_others_can_read_are_warned_of(ready: Settings) -> None:
    """Each by its path, as soon as the bot opened them; `intake init` does so too."""
    folder = Path(ready["DATA_DIR"])
    stores = [folder / f"{name}.sqlite3" for name in ("drafts", "keys", "intake")]
    for store in stores:
        store.chmod(0o644)
    told = "others on this machine can read {}: run `chmod 600"
    assert told.format(stores[2]) in (await ran(ready, "intake", "init")).said
    said = await first_lines(ready, "poll")
    assert [store for store in stores if told.format(store) not in said] == []


@pytest.mark.parametrize(
    ("store", "told"),
    [
        ("drafts", "DATABASE_URL: this store is not set up yet: run `python -m bot setup` first."),
        ("keys", "KEYS_DATABASE_URL: this store is not set up yet: run `python -m bot setup`"),
        (
            "intake",
            "INTAKE_DATABASE_URL: this store is not set up yet: run `python -m intake init`",
        ),
    ],
)
async def test_a_store_without_tables_is_told(ready: Settings, store: str, told: str) -> None:
    """A bot on an empty store would lose nothing and take nothing: it does not start."""
    names = {"drafts": "DATABASE_URL", "keys": "KEYS_DATABASE_URL", "intake": "INTAKE_DATABASE_URL"}
    ready[names[store]] = f"sqlite:///{ready['DATA_DIR']}/empty.sqlite3"
    for command in ("poll", "courier"):
        ended = await ran(ready, "bot", command)
        assert (ended.code, told in ended.said) == (2, True)


async def test_a_legal_teams_store_that_is_away_keeps_nobody_from_reporting(
    ready: Settings,
) -> None:
    """Reports wait for it in the outbox: the bot starts, and asks Telegram."""
    away = {"INTAKE_DATABASE_URL": f"postgresql://eve:hush@127.0.0.1:{free_port()}/intake"}
    assert "nobody answers at TELEGRAM_API_URL" in await first_lines(ready | away, "poll")


async def test_a_telegram_that_does_not_answer_is_told(ready: Settings) -> None:
    """Once, without the token; `introduce` ends with it."""
    told = "nobody answers at TELEGRAM_API_URL"
    said = await first_lines(ready, "poll")
    assert f"Telegram cannot be asked, trying again: {told}" in said
    ended = await ran(ready, "bot", "introduce")
    assert (ended.code, told in ended.said, "Traceback" in ended.said) == (1, True, False)
    assert TOKEN not in said + ended.said


async def test_a_token_that_telegram_does_not_know_is_told(ready: Settings) -> None:
    """A wrong or revoked token is named at the first try, and not repeated."""
    async with serve() as box:
        ready["TELEGRAM_API_URL"] = box.url
        said = await first_lines(ready, "poll")
        assert "it knows no such token: check TELEGRAM_BOT_TOKEN" in said
        ended = await ran(ready, "bot", "introduce")
    assert "TELEGRAM_BOT_TOKEN" in ended.said
    assert TOKEN not in said + ended.said


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
