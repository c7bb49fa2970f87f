import csv
import json
import sqlite3
import stat
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from intake.exports.page import page
from intake.exports.pdf import sheets
from intake.exports.record import written_record
from intake.exports.watermark import NoName, watermark
from intake.summary import NOTE
from tests.intake.reading_pdf import text_of_pdf
from tests.intake.sample import WATERMARK, Readers, opened, shown, summary, triage
from tests.intake.test_commands import Desk, desk

assert desk  # the fixture


def test_a_pdf_is_written_privately_once(desk: Desk) -> None:
    """The PDF holds the words; the file is its owner's alone, and is never overwritten."""
    out = desk.folder / "report.pdf"
    command = ("export", "3f", "--pdf", "--by", "Ada Invented", "--out", str(out))
    keys = ("--identity", desk.key("reader"), "--identity", desk.key("checker"))
    before = desk.files()
    assert NOTE in desk.run(*command, *keys).output
    assert desk.files() - before == {"report.pdf"}
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    made = out.read_bytes()
    text = text_of_pdf(made)
    assert "by Ada Invented." in text
    assert "020 7946 0018" in text
    assert "PC Invented" in text
    assert "left as it is" in desk.run(*command, *keys, code=1).output
    assert out.read_bytes() == made


def test_without_a_file_the_pdf_goes_on(desk: Desk) -> None:
    """Into a pipe, the bytes are written as they are."""
    command = ("export", "3f", "--pdf", "--by", "Ada", "--identity", desk.key("reader"))
    assert desk.run(*command).stdout_bytes.startswith(b"%PDF-1.7")


@pytest.mark.parametrize("kind", ["--pdf", "--html"])
@pytest.mark.parametrize("by", [(), ("--by", " \u202e\n"), ("--by", "a" * 81)])
def test_a_copy_has_a_name_on_it(desk: Desk, kind: str, by: tuple[str, ...]) -> None:
    """Pages without a name, or with one that is empty or endless, are not made."""
    out = desk.folder / "report"
    command = ("export", "3f", kind, *by, "--identity", desk.key("reader"), "--out", str(out))
    assert "--by" in desk.run(*command, code=1).output
    assert not out.exists()


def test_one_form_is_chosen(desk: Desk) -> None:
    """None of the three, or two of them, is refused with the choice."""
    key = ("--identity", desk.key("reader"))
    for kinds in ((), ("--pdf", "--html"), ("--json", "--html", "--pdf")):
        refused = desk.run("export", "3f", *kinds, "--by", "Ada", *key, code=1)
        assert "--json, --html or --pdf" in refused.output


def test_the_hour_is_told_in_utc() -> None:
    """Whatever the clock's zone, the mark says the day and hour of UTC; breaks leave the name."""
    there = datetime(2026, 11, 23, 1, 59, 58, tzinfo=timezone(timedelta(hours=5)))
    mark = watermark(" Ada\n\u202eInvented\t", there)
    assert mark.line == "Copy made 2026-11-22, 20:00 UTC, by Ada Invented."
    assert mark == watermark("Ada Invented", datetime(2026, 11, 22, 20, 0, tzinfo=UTC))
    with pytest.raises(NoName):
        watermark("\u202e", there)


def test_half_a_pair_stops_no_copy(readers: Readers) -> None:
    """A sign that no file can hold is visible on pages, and its own escape in the record."""
    report = replace(opened(readers), summary=summary(language="\ud800"))
    assert "\N{REPLACEMENT CHARACTER}" in page(report, shown(report), WATERMARK)
    assert sheets(report, shown(report), WATERMARK).pdf
    written = written_record(report)
    assert b'"\\ud800"' in written
    assert json.loads(written)["language"] == "\ud800"


def test_the_list_as_csv(desk: Desk) -> None:
    """`list --csv` is the triage table, safe to open; two forms at once are refused."""
    with sqlite3.connect(desk.folder / "intake.sqlite3") as store:
        store.execute("UPDATE reports SET language = '=1+1'")
    store.close()
    header, row = csv.reader(desk.run("list", "--csv").stdout.splitlines())
    assert header == [*triage().as_dict()]
    assert row == ["3f" * 16, "2026-11-22", "Q3_MET_CORE", "2", "2026-11-30", "'=1+1", "2026-11"]
    desk.run("list", "--csv", "--json", code=1)
