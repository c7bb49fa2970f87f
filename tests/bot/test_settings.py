"""The bot's settings: every fault at once, each with its remedy, and no secret repeated."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.databases import same_address
from bot.settings import TELEGRAM, BotSettings
from intake.settings import SettingsFaults, read_settings

TOKEN = "123456789:AAFakeFakeFakeFakeFakeFakeFakeFake-_"
NAMES = [name.upper() for name in BotSettings.model_fields]


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> Callable[..., BotSettings]:
    """Return a function that reads the settings from these variables alone."""
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(f"{name}_FILE", raising=False)

    def read(**variables: str) -> BotSettings:
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        return read_settings(BotSettings)

    return read


def faults(given: Callable[..., BotSettings], **variables: str) -> tuple[str, ...]:
    with pytest.raises(SettingsFaults) as caught:
        given(**variables)
    return caught.value.faults


def test_a_token_is_all_it_takes(given: Callable[..., BotSettings]) -> None:
    """With a token alone, everything else has a place in DATA_DIR."""
    settings = given(TELEGRAM_BOT_TOKEN=TOKEN, DATA_DIR="here")
    assert settings.telegram_bot_token.get_secret_value() == TOKEN
    assert settings.telegram_api_url == TELEGRAM
    assert settings.database_url == "sqlite:///here/drafts.sqlite3"
    assert settings.keys_database_url == "sqlite:///here/keys.sqlite3"
    assert settings.machine_key_file == Path("here/machine.key")
    assert settings.team_file == Path("here/team.toml")
    assert (settings.webhook_url, settings.port) == ("", 8080)


def test_a_missing_token_says_where_to_get_one(given: Callable[..., BotSettings]) -> None:
    """Without a token the sentence names @BotFather, and that `make run` needs none."""
    (fault,) = faults(given)
    for word in ("TELEGRAM_BOT_TOKEN", "@BotFather", "`make run` needs no token"):
        assert word in fault


def test_secrets_come_from_files(given: Callable[..., BotSettings], tmp_path: Path) -> None:
    """Token and webhook secret may each lie in a file instead."""
    (tmp_path / "token").write_text(TOKEN + "\n")
    (tmp_path / "secret").write_text("s" * 32)
    for name in ("token", "secret"):
        (tmp_path / name).chmod(0o600)
    settings = given(
        TELEGRAM_BOT_TOKEN_FILE=str(tmp_path / "token"),
        WEBHOOK_SECRET_FILE=str(tmp_path / "secret"),
        WEBHOOK_URL="https://bot.example.org/hook",
    )
    assert settings.telegram_bot_token.get_secret_value() == TOKEN
    assert settings.webhook_secret.get_secret_value() == "s" * 32


def test_all_faults_are_told_at_once(given: Callable[..., BotSettings]) -> None:
    """Seven wrong settings make seven sentences, and none repeats what was given."""
    found = faults(
        given,
        TELEGRAM_BOT_TOKEN="canary-token",
        TELEGRAM_API_URL="ftp://canary.example",
        DATABASE_URL="mysql://canary:canary@db/drafts",
        KEYS_DATABASE_URL="sqlite://",
        WEBHOOK_URL="http://canary.example/hook",
        PORT="0",
        LOG_LEVEL="CANARY",
    )
    told = {fault.split(":")[0] for fault in found}
    assert told == {
        "TELEGRAM_BOT_TOKEN",
        "TELEGRAM_API_URL",
        "DATABASE_URL",
        "KEYS_DATABASE_URL",
        "WEBHOOK_URL",
        "PORT",
        "LOG_LEVEL",
    }
    assert "canary" not in "".join(found).lower()


@pytest.mark.parametrize("secret", ["", "short", "s" * 257, "s" * 30 + "!"])
def test_a_webhook_needs_a_strong_secret(given: Callable[..., BotSettings], secret: str) -> None:
    """A webhook without 24 to 256 plain letters of secret is refused; polling needs none."""
    (fault,) = faults(
        given,
        TELEGRAM_BOT_TOKEN=TOKEN,
        WEBHOOK_URL="https://bot.example.org/hook",
        WEBHOOK_SECRET=secret,
    )
    assert fault.startswith("WEBHOOK_SECRET")


@pytest.mark.parametrize(
    ("drafts", "keys"),
    [
        ("sqlite:///x/a.db", "sqlite:///x/a.db"),
        ("sqlite:///x/a.db", "sqlite+pysqlite:///x/../x/./a.db"),
        ("sqlite:///{here}/a.db", "sqlite:///{here}/link.db"),
        ("sqlite:///{here}/a.db", "sqlite:///file:{here}/hard.db?uri=true"),
        ("postgres://u:p@localhost/one", "postgresql://v:q@127.0.0.1:5432/one"),
        ("postgresql://u@DB.example/one", "postgresql+psycopg://u@db.example/one?sslmode=require"),
        ("postgresql:///one?host=/run/postgresql", "postgresql://[::1]/one"),
        ("postgresql://u@a.example/", "postgresql://a.example/u"),
    ],
)
def test_keys_beside_drafts_are_refused(
    given: Callable[..., BotSettings], tmp_path: Path, drafts: str, keys: str
) -> None:
    """The keys database may not be the draft database, nor the intake store, by any spelling."""
    (tmp_path / "a.db").touch()
    (tmp_path / "link.db").symlink_to(tmp_path / "a.db")
    (tmp_path / "hard.db").hardlink_to(tmp_path / "a.db")
    drafts, keys = drafts.format(here=tmp_path), keys.format(here=tmp_path)
    for other in ("DATABASE_URL", "INTAKE_DATABASE_URL"):
        variables = {other: drafts, "KEYS_DATABASE_URL": keys}
        found = faults(given, TELEGRAM_BOT_TOKEN=TOKEN, **variables)
        assert any(f"KEYS_DATABASE_URL: is the same database as {other}" in f for f in found)
        given(TELEGRAM_BOT_TOKEN=TOKEN, **{other: "sqlite:///apart.db"})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("sqlite:///x/a.db", "sqlite:///x/b.db"),
        ("sqlite:///x/a.db", "postgresql://localhost/a"),
        ("postgresql://localhost/a", "postgresql://localhost/b"),
        ("postgresql://localhost/a", "postgresql://localhost:5433/a"),
        ("postgresql://one.example/a", "postgresql://two.example/a"),
    ],
)
def test_databases_apart_are_taken(one: str, other: str) -> None:
    """Another file, another database on the server, another server: those are apart."""
    assert not same_address(one, other)


def test_no_secret_shows(given: Callable[..., BotSettings]) -> None:
    """The repr of the settings holds neither the token nor a database's password."""
    settings = given(
        TELEGRAM_BOT_TOKEN=TOKEN,
        DATABASE_URL="postgresql://u:canary@db/one",
        KEYS_DATABASE_URL="postgresql://u:canary@db/two",
    )
    assert TOKEN not in repr(settings)
    assert "canary" not in repr(settings)
