import stat
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from intake.engines import UnknownDatabase, make_engine, read_url
from intake.settings import IntakeSettings, SettingsFaults, read_settings

NAMES = ("DATA_DIR", "INTAKE_DATABASE_URL", "MONITORING_DATABASE_URL", "TEAM_FILE", "LOG_LEVEL")


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(f"{name}_FILE", raising=False)


def test_everything_has_a_default() -> None:
    """With nothing set, all lives in `var`."""
    settings = read_settings(IntakeSettings)
    assert settings.data_dir == Path("var")
    assert settings.team_file == Path("var/team.toml")
    assert settings.receipt_key_file == Path("var/receipt.key")
    assert settings.intake_database_url == "sqlite:///var/intake.sqlite3"
    assert settings.log_level == "INFO"


def test_the_rest_follows_the_data_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """DATA_DIR moves everything that has no address of its own."""
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    monkeypatch.setenv("LOG_LEVEL", "debug")
    settings = read_settings(IntakeSettings)
    assert settings.team_file == tmp_path / "team.toml"
    assert settings.intake_database_url == f"sqlite:///{tmp_path}/intake.sqlite3"
    assert settings.log_level == "DEBUG"


def test_a_secret_may_come_from_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """INTAKE_DATABASE_URL_FILE is read; the address stands in no repr."""
    (tmp_path / "url").write_text("postgres://bot:hush@db/intake\n")
    (tmp_path / "url").chmod(0o600)
    monkeypatch.setenv("INTAKE_DATABASE_URL_FILE", str(tmp_path / "url"))
    settings = read_settings(IntakeSettings)
    assert settings.intake_database_url == "postgres://bot:hush@db/intake"
    assert "hush" not in repr(settings)


@pytest.mark.parametrize("mode", [0o604, 0o640, 0o622])
def test_a_secret_that_others_can_read_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, mode: int
) -> None:
    """The start names the file and the remedy, beside every other fault, and not the secret."""
    file = tmp_path / "url"
    file.write_text("postgres://bot:hush@db/intake\n")
    file.chmod(mode)
    monkeypatch.setenv("INTAKE_DATABASE_URL_FILE", str(file))
    monkeypatch.setenv("LOG_LEVEL", "LOUD")
    with pytest.raises(SettingsFaults, match="LOG_LEVEL") as caught:
        read_settings(IntakeSettings)
    assert f"INTAKE_DATABASE_URL_FILE: others on this machine can read {file}" in str(caught.value)
    assert f"chmod 600 {file}" in str(caught.value)
    assert "hush" not in str(caught.value)


def test_all_faults_come_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong level, a wrong address, a doubled and unreadable secret: one message, no secret."""
    monkeypatch.setenv("LOG_LEVEL", "LOUD")
    monkeypatch.setenv("INTAKE_DATABASE_URL", "mysql://bot:hush@db/intake")
    monkeypatch.setenv("INTAKE_DATABASE_URL_FILE", "/nowhere/url")
    with pytest.raises(SettingsFaults) as caught:
        read_settings(IntakeSettings)
    message = str(caught.value)
    assert "LOG_LEVEL: " in message
    assert "INTAKE_DATABASE_URL: names neither SQLite" in message
    assert "both set" in message
    assert "cannot be read" in message
    assert len(caught.value.faults) == 4
    assert "hush" not in message


@pytest.mark.parametrize(
    ("given", "driver"),
    [
        ("postgres://u:p@h/d", "postgresql+psycopg"),
        ("postgresql://u:p@h/d", "postgresql+psycopg"),
        ("postgresql+psycopg://u:p@h/d", "postgresql+psycopg"),
        ("sqlite:///x.db", "sqlite+pysqlite"),
    ],
)
def test_every_form_of_address_works(given: str, driver: str) -> None:
    """Heroku's names and SQLAlchemy's mean the same database."""
    assert read_url(given).drivername == driver


@pytest.mark.parametrize("given", ["mysql://u:hush@h/d", "hush", ""])
def test_another_database_is_refused_without_its_password(given: str) -> None:
    """What no store can live in is refused, and not repeated."""
    with pytest.raises(UnknownDatabase) as caught:
        read_url(given)
    assert "hush" not in str(caught.value)


@pytest.mark.parametrize("secure", [False, True])
def test_sqlite_is_set_up_to_keep_and_to_forget(tmp_path: Path, *, secure: bool) -> None:
    """Files are their owner's alone; writes reach the disk; a store of keys overwrites."""
    path = tmp_path / "deep" / "store.db"
    engine = make_engine(f"sqlite:///{path}", secure=secure)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE t (x)"))
        found = {
            name: connection.scalar(text(f"PRAGMA {name}"))
            for name in ("synchronous", "journal_mode", "secure_delete")
        }
    modes = {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    engine.dispose()
    assert found["synchronous"] == 2
    assert found["journal_mode"] == ("delete" if secure else "wal")
    assert not secure or found["secure_delete"] == 1
    assert modes == {0o600}


def test_a_database_error_quotes_no_value(tmp_path: Path) -> None:
    """What a statement carried stands in no exception."""
    engine = make_engine(f"sqlite:///{tmp_path / 'x.db'}")
    with pytest.raises(OperationalError) as caught, engine.begin() as connection:
        connection.execute(text("SELECT * FROM nothing WHERE x = :x"), {"x": "hush"})
    engine.dispose()
    assert "hush" not in str(caught.value)
