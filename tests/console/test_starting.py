"""What an operator reads when the console starts, cannot start, and stops."""

import shutil
import signal
import socket
from pathlib import Path

import httpx
import pytest

from intake.age import new_identity
from intake.example import example_team
from tests.console.starting import console, free_port, ran

Settings = dict[str, str]


@pytest.fixture
def settings(tmp_path: Path, empty_store: Path) -> Settings:
    """Return the settings of a console that can start."""
    shutil.copy(empty_store, tmp_path / "intake.sqlite3")
    keys = (new_identity().public_key, new_identity().public_key)
    (tmp_path / "team.toml").write_text(example_team(*keys), encoding="utf-8")
    return {"DATA_DIR": str(tmp_path), "PORT": str(free_port())}


@pytest.mark.parametrize("name", [signal.SIGINT, signal.SIGTERM])
async def test_it_says_where_it_answers_and_that_it_stopped(
    settings: Settings, name: signal.Signals
) -> None:
    """Its address follows PORT; it is there when it says so; Ctrl-C and SIGTERM end it well."""
    async with console(settings) as started:
        assert f"http://localhost:{settings['PORT']}, on 127.0.0.1" in started.line
        async with httpx.AsyncClient() as client:
            there = await client.get(f"http://127.0.0.1:{settings['PORT']}/sign-in")
            assert there.status_code == 200
        ended = await started.ends(name)
    assert ended.code == 0
    assert ended.said.startswith("The console has stopped.\n")
    assert "Traceback" not in ended.said


async def test_its_own_address_stands_beside_where_it_listens(settings: Settings) -> None:
    """Behind a proxy both are told: what staff open, and what the proxy asks."""
    async with console(settings | {"CONSOLE_URL": "https://console.example.org"}) as started:
        assert "https://console.example.org, on 127.0.0.1" in started.line
        assert settings["PORT"] in started.line


async def test_a_port_that_is_taken_is_told_first(settings: Settings) -> None:
    """Nothing says that it answers where somebody else does."""
    with socket.create_server(("127.0.0.1", int(settings["PORT"]))):
        ended = await ran(settings, "console")
    assert ended.code == 1
    assert f"Port {settings['PORT']} is in use: set PORT, or stop the other program." in ended.said
    assert "answers" not in ended.said
    assert "Traceback" not in ended.said


async def test_an_address_of_another_machine_is_told(settings: Settings) -> None:
    """CONSOLE_HOST has to be this machine's own."""
    ended = await ran(settings | {"CONSOLE_HOST": "192.0.2.1"}, "console")
    assert "CONSOLE_HOST: this machine has no address 192.0.2.1" in ended.said
    assert "Traceback" not in ended.said


@pytest.mark.parametrize(
    "command",
    [("console",), ("console", "invite", "Ada"), ("intake", "init"), ("intake", "list")],
)
async def test_a_database_that_does_not_answer_is_told(
    settings: Settings, command: tuple[str, ...]
) -> None:
    """The setting, the machine and the port are named; password and user are not."""
    address = f"postgresql://eve:hush@127.0.0.1:{free_port()}/intake"
    ended = await ran(settings | {"INTAKE_DATABASE_URL": address}, *command)
    assert ended.code == 1
    assert "INTAKE_DATABASE_URL: no answer from the database at 127.0.0.1, port" in ended.said
    for word in ("hush", "eve", "Traceback"):
        assert word not in ended.said


async def test_a_file_that_is_no_database_is_told(settings: Settings, tmp_path: Path) -> None:
    """A SQLite address that names something else says which file."""
    (tmp_path / "letter").write_text("Dear Ada, " * 200)
    wrong = {"INTAKE_DATABASE_URL": f"sqlite:///{tmp_path}/letter"}
    ended = await ran(settings | wrong, "console")
    assert f"INTAKE_DATABASE_URL: {tmp_path}/letter cannot be used" in ended.said
    assert "Dear" not in ended.said
    folder = {"INTAKE_DATABASE_URL": f"sqlite:///{tmp_path}/letter/intake.db"}
    assert (
        "letter/intake.db cannot be used (File exists)"
        in (await ran(settings | folder, "console")).said
    )


async def test_wrong_numbers_and_words_are_told_plainly(settings: Settings) -> None:
    """All at once, in an operator's words."""
    ended = await ran(settings | {"PORT": "eighty", "LOG_LEVEL": "loud"}, "console")
    assert "PORT: must be a whole number, in digits alone." in ended.said
    assert "LOG_LEVEL: must be 'DEBUG'" in ended.said
    assert "CONSOLE_URL" not in ended.said
    beyond = await ran(settings | {"PORT": "70000"}, "console")
    assert "PORT: must be less than or equal to 65535." in beyond.said
