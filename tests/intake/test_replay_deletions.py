"""A backup is restored, and what was deleted since goes again."""

import json
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import insert

from intake.engines import make_engine
from intake.retention.returned import DeletionsFault, read_deletions, write_deletions
from intake.tables import tombstones
from tests.intake.test_commands import REPORT, Desk, desk

assert desk  # the fixture

ALONE = ("delete", "3f", "--alone", "--reason", "withdrawn", "--yes")


def copy_store(here: Path, there: Path) -> None:
    """Copy a SQLite database as its own backup does."""
    source, target = sqlite3.connect(here), sqlite3.connect(there)
    with target:
        source.backup(target)
    source.close()
    target.close()


@pytest.fixture
def restored(desk: Desk) -> Desk:
    """A desk whose one report was deleted after the backup that is now in force again."""
    store, backup = desk.folder / "intake.sqlite3", desk.folder / "backup.sqlite3"
    copy_store(store, backup)
    desk.run(*ALONE)
    assert REPORT[:8] not in desk.run("list").output
    for old in desk.folder.glob("intake.sqlite3*"):
        old.unlink()
    copy_store(backup, store)
    assert REPORT[:8] in desk.run("list").output
    return desk


def test_what_came_back_goes_again(restored: Desk) -> None:
    """It is shown, asked for, deleted with the day and the reason of then, and on the chain."""
    file = restored.folder / "deletions.jsonl"
    (line,) = map(json.loads, file.read_text().splitlines())
    assert set(line) == {"report", "deleted", "reason"}
    assert file.stat().st_mode & 0o077 == 0
    before = file.read_bytes()
    asked = restored.run("replay-deletions", typed="n\n", code=1).output
    assert REPORT in asked
    assert REPORT[:8] in restored.run("list").output
    assert "Deleted again: 1" in restored.run("replay-deletions", "--yes").output
    assert REPORT[:8] not in restored.run("list").output
    shown = restored.run("audit", "show", "--about", REPORT).output
    assert "deleted again a report" in shown
    assert f"day: {line['deleted']}, reason: withdrawn" in shown
    assert "whole" in restored.run("audit", "verify").output
    assert "Nothing came back. Deletions on file: 1" in restored.run("replay-deletions").output
    assert file.read_bytes() == before
    with sqlite3.connect(restored.folder / "intake.sqlite3") as store:
        rows = store.execute("SELECT * FROM tombstones").fetchall()
    store.close()
    assert rows == [(REPORT, line["deleted"], "withdrawn")]


def test_a_tombstone_that_came_back_too_is_no_obstacle(restored: Desk) -> None:
    """A store that was put together by hand may hold both."""
    with sqlite3.connect(restored.folder / "intake.sqlite3") as store:
        store.execute("INSERT INTO tombstones VALUES (?, '2026-11-01', 'other')", (REPORT,))
    store.close()
    restored.run("replay-deletions", "--yes")
    assert REPORT[:8] not in restored.run("list").output


def test_a_hold_keeps_it(restored: Desk) -> None:
    """What is on hold in the restored store is named, and nothing of it is touched."""
    with sqlite3.connect(restored.folder / "intake.sqlite3") as store:
        store.execute(
            "INSERT INTO cases (report_id, status, conflict, version, clock_from, held_by, "
            "keep_longer) VALUES (?, 'opened', 'clear', 1, '2026-11-01', 'bea', 0)",
            (REPORT,),
        )
    store.close()
    told = restored.run("replay-deletions", "--yes", code=1).output
    assert "Deleted again: 0" in told
    assert f"legal hold lies on them in what was restored: {REPORT}" in told
    assert REPORT[:8] in restored.run("list").output


def test_due_says_what_is_back(restored: Desk) -> None:
    """Whoever did not run it hears of it where deletions are looked after."""
    team = Path("intake/example_team.toml")
    (restored.folder / "team.toml").write_bytes(team.read_bytes())
    assert "here again: 1" in restored.run("due").output
    restored.run("replay-deletions", "--yes")
    assert "here again" not in restored.run("due").output


def test_another_file_and_spoiled_lines(restored: Desk) -> None:
    """Lines that are none are named; a file that is not there is no empty one."""
    kept = restored.folder / "kept.jsonl"
    (restored.folder / "deletions.jsonl").rename(kept)
    told = restored.run("replay-deletions", code=1).output
    assert "Give it with --from, or set DELETIONS_FILE" in told
    kept.write_bytes(b'half a li\n{"report": 5}\n' + kept.read_bytes())
    told = restored.run("replay-deletions", "--from", str(kept), "--yes").output
    assert "line 1: is no deletion" in told
    assert "line 2: is no deletion" in told
    assert "Deleted again: 1" in told
    assert len(read_deletions(restored.folder / "deletions.jsonl")[0]) == 1


def test_what_a_crash_kept_from_the_file_is_written_next_time(desk: Desk) -> None:
    """The file is written from the store's tombstones, each once, after half a line too."""
    engine = make_engine(f"sqlite:///{desk.folder}/intake.sqlite3")
    file = desk.folder / "deletions.jsonl"
    file.write_bytes(b'{"report": "cut sho')
    row = {"report_id": "a" * 32, "deleted": tombstones.c.deleted.type.python_type(2026, 11, 1)}
    with engine.begin() as connection:
        connection.execute(insert(tombstones).values(**row, reason="retention"))
    assert (write_deletions(engine, file), write_deletions(engine, file)) == (1, 0)
    (one,), spoiled = read_deletions(file)
    assert (one.report_id, one.reason, spoiled) == ("a" * 32, "retention", (1,))
    with pytest.raises(DeletionsFault, match="DELETIONS_FILE"):
        write_deletions(engine, desk.folder / "nowhere" / "file")
    engine.dispose()
