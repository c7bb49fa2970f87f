import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from console.__main__ import app
from intake.age import new_identity
from intake.engines import make_engine
from intake.example import example_team
from intake.staff import people


@pytest.fixture
def settings(tmp_path: Path, empty_store: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Set this process up for a console of its own; return its store."""
    shutil.copy(empty_store, tmp_path / "intake.db")
    keys = (new_identity().public_key, new_identity().public_key)
    (tmp_path / "team.toml").write_text(example_team(*keys), encoding="utf-8")
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    monkeypatch.setenv("INTAKE_DATABASE_URL", f"sqlite:///{tmp_path / 'intake.db'}")
    monkeypatch.setenv("CONSOLE_URL", "https://console.example.org")
    return tmp_path / "intake.db"


def invite(*words: str) -> Result:
    """Run `python -m console invite`."""
    return CliRunner().invoke(app, ["invite", *words])


def test_the_first_administrator_comes_from_the_terminal(settings: Path) -> None:
    """A link is printed, alone in the last line, and the person is there."""
    told = invite("Ada Example")
    assert told.exit_code == 0, told.output
    address = told.output.strip().splitlines()[-1]
    assert address.startswith("https://console.example.org/invitation#")
    engine = make_engine(f"sqlite:///{settings}")
    with engine.begin() as connection:
        (ada,) = people.people(connection)
    engine.dispose()
    assert (ada.name, ada.role) == ("Ada Example", "administrator")


@pytest.mark.usefixtures("settings")
def test_somebody_known_gets_a_new_link() -> None:
    """Who is asked for again under her name and role gets a link, and is not added twice."""
    invite("Ada Example")
    again = invite("Ada Example")
    assert "the old ones have ended" in again.output
    other = invite("Ada Example", "--role", "auditor")
    assert (other.exit_code, "known as administrator" in other.output) == (1, True)


@pytest.mark.usefixtures("settings")
def test_a_slip_in_a_name_adds_nobody() -> None:
    """Once somebody is there, whoever is new has to be called so; a known name is hers alone."""
    invite("Ada Example")
    slip = invite("ada example")
    assert slip.exit_code == 1
    assert "Nobody here is called 'ada example'. Ada Example is." in slip.output
    assert "add --new" in slip.output
    unlike = invite("Olu Sample", "--role", "auditor")
    assert "Nobody here is called 'Olu Sample'. For somebody new" in unlike.output
    added = invite("Olu Sample", "--role", "auditor", "--new")
    assert "Olu Sample is added as auditor" in added.output
    twice = invite("Ada Example", "--new")
    assert (twice.exit_code, "has this name already" in twice.output) == (1, True)


def test_it_says_for_which_console(settings: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Address and store are named; a link to this machine alone is warned of."""
    told = invite("Ada Example").output
    assert f"For https://console.example.org, in the file {settings}." in told
    assert "WARNING" not in told
    monkeypatch.delenv("CONSOLE_URL")
    told = invite("Ada Example").output
    assert "For http://localhost:8200" in told
    assert "works in a browser on this machine alone" in told


@pytest.mark.usefixtures("settings")
@pytest.mark.parametrize(
    ("words", "said"), [(("Ada", "--role", "root"), "is no role"), ((" ",), "1 to 80 letters")]
)
def test_faults_are_said_plainly(words: tuple[str, ...], said: str) -> None:
    """A wrong role or name is one sentence, not a trace."""
    told = invite(*words)
    assert told.exit_code == 1
    assert said in told.output
    assert "Traceback" not in told.output
