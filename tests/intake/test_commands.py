import json
import sqlite3
import stat
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from intake.__main__ import app
from intake.engines import make_engine
from intake.envelope import seal
from intake.receipts import lock
from intake.store import SqlIntake
from tests.intake.sample import ACCOUNT, NOTE, Readers, conflict, summary, triage

REPORT = triage().report_id


@dataclass
class Desk:
    """A prepared intake store with one report, and key files."""

    folder: Path
    readers: Readers

    def run(self, *words: str, code: int = 0, typed: str | None = None) -> Result:
        """Run a command of the intake's; it must end with `code`."""
        result = CliRunner().invoke(app, list(words), input=typed)
        assert result.exit_code == code, result.output
        return result

    def key(self, name: str) -> str:
        """Return the path of a plain identity."""
        return str(self.folder / f"{name}.txt")

    def files(self) -> set[str]:
        """Return the names of all files, SQLite's own beside the store left out."""
        return {path.name for path in self.folder.iterdir() if "sqlite3-" not in path.name}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, readers: Readers) -> Desk:
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    for name in ("INTAKE_DATABASE_URL", "INTAKE_DATABASE_URL_FILE", "TEAM_FILE"):
        monkeypatch.delenv(name, raising=False)
    desk = Desk(tmp_path, readers)
    desk.run("init")
    for name in ("reader", "checker", "stranger"):
        (tmp_path / f"{name}.txt").write_text(getattr(readers, name).as_line())
    engine = make_engine(f"sqlite:///{tmp_path}/intake.sqlite3")
    intake = SqlIntake(engine, (tmp_path / "receipt.key").read_bytes())
    envelope = seal(summary(), conflict(), readers.recipients)
    intake.submit(triage(), envelope, lock("1" * 20, b"x" * 32))
    engine.dispose()
    return desk


def test_init_twice_changes_nothing(desk: Desk) -> None:
    """A second init overwrites nothing, and the secret is its owner's alone."""
    key = desk.folder / "receipt.key"
    before = key.read_bytes()
    assert "team file" in desk.run("init").output
    assert key.read_bytes() == before
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert REPORT[:8] in desk.run("list").output


def test_keygen_makes_a_locked_identity(desk: Desk) -> None:
    """Keygen asks twice, refuses a short passphrase, shows the public key and never overwrites."""
    path = desk.folder / "me.age"
    short = desk.run("keygen", str(path), typed="short\nshort\n", code=1)
    assert "12 characters" in short.output
    assert not path.exists()
    made = desk.run("keygen", str(path), typed="a long passphrase\n" * 2)
    assert made.stdout.strip().splitlines()[-1].startswith("age1")
    desk.run("keygen", str(path), code=1)


def test_the_list_shows_triage_columns_only(desk: Desk) -> None:
    """The list names queue, priority, week and size, and no word from inside."""
    shown = desk.run("list").output
    for word in ("3f3f3f3f", "Q3_MET_CORE", "2026-11-30", "16 KiB", "arrived"):
        assert word in shown
    (line,) = json.loads(desk.run("list", "--json").stdout)
    assert set(line) == {*triage().as_dict(), "envelope_bytes", "status", "withdrawn"}


def test_open_shows_everything_in_order(desk: Desk) -> None:
    """The note, the conflict card, how to reach her, the outline, a content notice, the account."""
    files = desk.files()
    keys = ("--identity", desk.key("reader"), "--identity", desk.key("checker"))
    shown = desk.run("open", "3f3f", *keys).output
    order = [
        NOTE,
        "PC Invented",
        "020 7946 0018",
        "did not want to say",
        "Before you read on",
        "He came back to my flat",
        "<b>routine</b> & stayed",
    ]
    places = [shown.index(word) for word in order]
    assert places == sorted(places)
    assert desk.files() == files


@pytest.mark.holds("T52")
def test_the_conflict_card_opens_to_checkers_alone(desk: Desk) -> None:
    """A reader who is no conflict checker is told of the card, not what it says."""
    shown = desk.run("open", "3f", "--identity", desk.key("reader")).output
    assert "opens only to a conflict checker" in shown
    assert "PC Invented" not in shown


def test_a_locked_identity_asks_for_its_passphrase(desk: Desk) -> None:
    """The passphrase is typed or read from a file; a wrong one is named and nothing is shown."""
    path = desk.folder / "me.age"
    (desk.folder / "words").write_text("a long passphrase\n")
    desk.run("keygen", str(path), "--passphrase-file", str(desk.folder / "words"))
    wrong = desk.run("open", "3f", "--identity", str(path), typed="another one\n", code=1)
    assert "does not open" in wrong.output
    given = ("--passphrase-file", str(desk.folder / "words"))
    other = desk.run("open", "3f", "--identity", str(path), *given, code=1)
    assert "not sealed to this identity" in other.output


@pytest.mark.parametrize("command", ["open", "export"])
def test_a_wrong_identity_and_damage_are_told_apart(desk: Desk, command: str) -> None:
    """Each is named in a sentence without a trace, and nothing is written."""
    out = desk.folder / "out"
    choices = ("--html", "--by", "Ada", "--out", str(out)) if command == "export" else ()
    stranger = desk.run(command, "3f", "--identity", desk.key("stranger"), *choices, code=1)
    assert "not sealed to this identity" in stranger.output
    with sqlite3.connect(desk.folder / "intake.sqlite3") as store:
        store.execute("UPDATE reports SET envelope = substr(envelope, 1, 16600)")
    store.close()
    damaged = desk.run(command, "3f", "--identity", desk.key("reader"), *choices, code=1)
    assert "damaged" in damaged.output
    assert "Traceback" not in stranger.output + damaged.output
    assert not out.exists()


def test_a_changed_column_is_named(desk: Desk) -> None:
    """Triage columns that differ from the sealed ones are shown, each with both values."""
    with sqlite3.connect(desk.folder / "intake.sqlite3") as store:
        store.execute("UPDATE reports SET priority = 4")
    store.close()
    shown = desk.run("open", "3f", "--identity", desk.key("reader")).output
    assert "priority: the store says 4, the sealed report says 2." in shown


def test_export_writes_a_private_file_once(desk: Desk) -> None:
    """JSON holds the words verbatim; the file is its owner's alone and is not overwritten."""
    out = desk.folder / "report.json"
    command = ("export", "3f", "--json", "--out", str(out), "--identity", desk.key("reader"))
    desk.run(*command)
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    exported = json.loads(out.read_text(encoding="utf-8"))
    assert exported["blocks"][1]["answers"][1]["text"] == ACCOUNT
    assert "left as it is" in desk.run(*command, code=1).output
    desk.run("export", "3f", "--identity", desk.key("reader"), code=1)


def test_mark_and_delete(desk: Desk) -> None:
    """The word changes; deleting asks, leaves a tombstone, and removes every sealed byte."""
    desk.run("mark", "3f", "tried")
    assert "tried to reach" in desk.run("list").output
    assert "takes two people" in desk.run("delete", "3f", "--yes", code=1).output
    assert "go together" in desk.run("delete", "3f", "--reason", "withdrawn", code=1).output
    alone = ("delete", "3f", "--alone", "--reason", "withdrawn")
    desk.run(*alone, typed="n\n", code=1)
    assert "ALONE: no second person" in desk.run(*alone, typed="y\n").output
    assert "Nothing has arrived" in desk.run("list").output
    left = b"".join(path.read_bytes() for path in desk.folder.glob("intake.sqlite3*"))
    assert b"age-encryption.org" not in left
    assert REPORT.encode() in left
    assert "deleted a report ALONE" in desk.run("audit", "show", "--about", REPORT).output
    assert "No report" in desk.run("open", "3f", "--identity", desk.key("reader"), code=1).output
