"""What the console warns of at its start, and which files keep it from starting."""

import shutil
from pathlib import Path

import pytest

from intake.age import new_identity
from intake.example import EXAMPLE_TEAM, example_team
from tests.console.starting import console, free_port, ran

Settings = dict[str, str]


@pytest.fixture
def settings(tmp_path: Path, empty_store: Path) -> Settings:
    """Return settings, and files, that there is nothing to say about."""
    shutil.copy(empty_store, tmp_path / "intake.sqlite3")
    keys = (new_identity().public_key, new_identity().public_key)
    text = example_team(*keys).replace("example = true", "example = false")
    (tmp_path / "team.toml").write_text(text.replace("EXAMPLE ", ""), encoding="utf-8")
    (tmp_path / "receipt.key").write_bytes(bytes(32))
    for name in ("intake.sqlite3", "team.toml", "receipt.key"):
        (tmp_path / name).chmod(0o600)
    anchors = {"AUDIT_ANCHOR_FILE": str(tmp_path / "anchors")}
    return {"DATA_DIR": str(tmp_path), "PORT": str(free_port()), **anchors}


async def said_at_the_start(settings: Settings) -> str:
    async with console(settings) as started:
        return (await started.ends()).said


async def test_where_all_is_well_nothing_is_said(settings: Settings) -> None:
    """A console that is set up as it should be warns of nothing."""
    assert await said_at_the_start(settings) == "The console has stopped.\n"


async def test_no_place_outside_is_warned_of(settings: Settings) -> None:
    """Without anchors a cut end is never found: the operator reads it before the first report."""
    del settings["AUDIT_ANCHOR_FILE"]
    assert "WARNING console.commands.serving the head of the audit chain is written nowhere" in (
        await said_at_the_start(settings)
    )


async def test_an_anchor_file_that_cannot_be_written_keeps_it_from_starting(
    settings: Settings, tmp_path: Path
) -> None:
    """Tried at the start, not at the first anchor."""
    settings["AUDIT_ANCHOR_FILE"] = str(tmp_path / "missing" / "anchors")
    ended = await ran(settings, "console")
    assert ended.code == 1
    assert "AUDIT_ANCHOR_FILE cannot be written (No such file or directory)" in ended.said
    assert "answers" not in ended.said


async def test_a_file_of_deletions_that_cannot_be_written_is_warned_of(
    settings: Settings, tmp_path: Path
) -> None:
    """Before the first deletion."""
    settings["DELETIONS_FILE"] = str(tmp_path / "missing" / "deletions.jsonl")
    assert "deletions.jsonl cannot be written" in await said_at_the_start(settings)


async def test_the_example_team_is_warned_of(settings: Settings, tmp_path: Path) -> None:
    """Its mark, its words, and its keys, which nobody can open."""
    shutil.copy(EXAMPLE_TEAM, tmp_path / "team.toml")
    (tmp_path / "team.toml").chmod(0o644)
    said = await said_at_the_start(settings)
    assert "example = true" in said
    assert "legal_team still holds the example's words" in said
    assert "nobody can open what is sealed to them" in said


@pytest.mark.parametrize("name", ["intake.sqlite3", "receipt.key"])
async def test_a_file_that_others_can_read_is_warned_of(
    settings: Settings, tmp_path: Path, name: str
) -> None:
    """By its path, with the command that mends it."""
    (tmp_path / name).chmod(0o644)
    told = f"others on this machine can read {tmp_path / name}: run `chmod 600"
    assert told in await said_at_the_start(settings)


async def test_a_team_file_that_others_can_change_is_refused(
    settings: Settings, tmp_path: Path
) -> None:
    """Whoever writes to it decides who reads reports."""
    (tmp_path / "team.toml").chmod(0o666)
    ended = await ran(settings, "console")
    assert ended.code == 1
    assert f"run `chmod go-w {tmp_path / 'team.toml'}`" in ended.said
