"""`python -m intake audit ...`, and the links that the terminal's own acts leave."""

import sqlite3
from pathlib import Path

import pytest

from intake.engines import make_engine
from intake.settings import AuditSettings, SettingsFaults, read_settings
from tests.intake.sample import Readers
from tests.intake.test_commands import REPORT, Desk, desk

assert desk  # the fixture


@pytest.fixture(autouse=True)
def _no_anchors(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("AUDIT_ANCHOR_FILE", "AUDIT_ANCHOR_URL", "AUDIT_ANCHOR_SECRET"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(f"{name}_FILE", raising=False)


def change(desk: Desk, statement: str) -> None:
    with sqlite3.connect(desk.folder / "intake.sqlite3") as store:
        store.execute(statement)
    store.close()


def test_the_terminals_acts_are_links(desk: Desk, readers: Readers) -> None:
    """List, open, a wrong key, export and mark each leave a link, and no word of the report."""
    key = ("--identity", desk.key("reader"))
    desk.run("list")
    desk.run("open", "3f", *key)
    desk.run("open", "3f", "--identity", desk.key("stranger"), code=1)
    desk.run("export", "3f", "--json", "--out", str(desk.folder / "copy"), *key)
    desk.run("mark", "3f", "read")
    shown = desk.run("audit", "show").output
    acts = [
        "changed what the reporter hears",
        "made a copy of a report outside the store",
        "could not open a report",
        "looked at the list of reports (count: 1)",
    ]
    places = [shown.index(words) for words in acts]
    assert places == sorted(places), "the newest first"
    assert shown.count("opened a report [") == 2
    assert "terminal" in shown
    assert "flat" not in shown
    about = desk.run("audit", "show", "--about", REPORT).output
    assert len(about.splitlines()) == 5
    assert readers


def test_verify_says_loudly_that_nothing_is_outside(desk: Desk) -> None:
    """A whole chain without anchors ends well, with a warning; the head is there to write down."""
    assert "Nothing has been recorded" in desk.run("audit", "head").output
    desk.run("list")
    said = desk.run("audit", "verify").output
    assert "The chain is whole: 1 links" in said
    assert "NO ANCHORS" in said
    assert "AUDIT_ANCHOR_FILE" in said
    assert desk.run("audit", "head").output.startswith("link 1, ")
    assert "nowhere to write" in desk.run("audit", "anchor", code=1).output


def test_verify_with_anchors(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Anchors that agree are counted; an edit, a cut and a spoiled file end with 1 and a place."""
    file = desk.folder / "anchors"
    monkeypatch.setenv("AUDIT_ANCHOR_FILE", str(file))
    for _ in range(3):
        desk.run("list")
    assert "Written: link 3" in desk.run("audit", "anchor").output
    assert "Nothing is new" in desk.run("audit", "anchor").output
    said = desk.run("audit", "verify").output
    assert "Anchors outside that agree: 1, up to link 3" in said
    assert "not anchored yet: 1" in said
    with file.open("a") as more:
        more.write("{}\n")
    assert "line 2: is no anchor" in desk.run("audit", "verify", code=1).output
    file.write_text(file.read_text().replace("{}\n", ""))
    change(desk, "DELETE FROM audit WHERE number > 2")
    cut = desk.run("audit", "verify", code=1).output
    assert "Link 3: was written outside, and the chain ends at 2" in cut
    assert "BROKEN" in cut
    change(desk, "UPDATE audit SET who = 'nobody' WHERE number = 1")
    assert "Link 1: its content does not fit" in desk.run("audit", "verify", code=1).output


def test_an_emptied_anchor_file_is_found(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The chain knows that an anchor was written: a file without it is no honest file."""
    monkeypatch.setenv("AUDIT_ANCHOR_FILE", str(desk.folder / "anchors"))
    desk.run("list")
    desk.run("audit", "anchor")
    (desk.folder / "anchors").write_bytes(b"")
    assert "it is not there" in desk.run("audit", "verify", code=1).output


def test_an_anchor_file_that_is_not_there_is_no_broken_chain(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wrong path is told as one, by any name, ends with 1, and accuses nobody of cutting."""
    file, nowhere = desk.folder / "anchors", desk.folder / "nowhere"
    monkeypatch.setenv("AUDIT_ANCHOR_FILE", str(file))
    desk.run("list")
    desk.run("audit", "anchor")
    said = desk.run("audit", "verify", "--anchors", str(nowhere), code=1).output
    assert f"There is no file {nowhere}: nothing was compared with it." in said
    assert "The chain is whole" in said
    assert "BROKEN" not in said
    both = desk.run("audit", "verify", "--anchors", str(file), "--anchors", str(nowhere), code=1)
    assert "BROKEN" not in both.output
    file.unlink()
    assert f"There is no file {file}" in desk.run("audit", "verify", code=1).output
    file.mkdir()
    said = desk.run("audit", "verify", code=1).output
    assert f"cannot be read (Is a directory). Nothing was compared with {file}." in said
    change(desk, "UPDATE audit SET who = 'nobody' WHERE number = 1")
    assert "BROKEN" in desk.run("audit", "verify", code=1).output


def test_settings_of_the_anchors(monkeypatch: pytest.MonkeyPatch) -> None:
    """An address that anybody can listen to, or a short secret, is refused without repeating it."""
    assert read_settings(AuditSettings).audit_anchor_file is None
    monkeypatch.setenv("AUDIT_ANCHOR_URL", "https://hush.example.org/anchors")
    with pytest.raises(SettingsFaults, match=r"AUDIT_ANCHOR_SECRET: must have at least 32"):
        read_settings(AuditSettings)
    monkeypatch.setenv("AUDIT_ANCHOR_SECRET", "s" * 32)
    assert "hush" not in repr(read_settings(AuditSettings))
    for url in ("http://hush.example.org/", "ftp://127.0.0.1/", "https://", "http://[", "x"):
        monkeypatch.setenv("AUDIT_ANCHOR_URL", url)
        with pytest.raises(SettingsFaults, match=r"AUDIT_ANCHOR_URL: must begin with https") as bad:
            read_settings(AuditSettings)
        assert "hush" not in str(bad.value)
    for url in ("http://127.0.0.1:80/", "http://localhost/x", "http://[::1]/"):
        monkeypatch.setenv("AUDIT_ANCHOR_URL", url)
        assert read_settings(AuditSettings).audit_anchor_url == url


def test_a_store_without_tables_is_told_plainly(
    tmp_path: Path, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An empty database ends with a sentence and a remedy, not with a trace."""
    monkeypatch.setenv("INTAKE_DATABASE_URL", f"sqlite:///{tmp_path}/empty.sqlite3")
    make_engine(f"sqlite:///{tmp_path}/empty.sqlite3").dispose()
    for command in (("audit", "verify"), ("audit", "show"), ("list",)):
        assert "python -m intake init" in desk.run(*command, code=1).output
