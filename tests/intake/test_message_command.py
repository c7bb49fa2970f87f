"""`python -m intake message`: what staff can send from a terminal, and what is refused."""

import base64
from pathlib import Path

import pytest

from intake import age
from intake.engines import make_engine
from intake.envelope import seal
from intake.messages import open_message
from intake.receipts import lock
from intake.register import Register
from intake.store import SqlIntake
from tests.intake.sample import Readers, conflict, summary, triage
from tests.intake.test_commands import Desk, desk

assert desk  # the fixture

REPORT = "ab" * 16
ADDRESS, BOT = b"a" * 32, age.new_identity()
CHAT = {
    "address": base64.b64encode(ADDRESS).decode(),
    "key": BOT.public_key,
    "days": ["tuesday"],
    "hours": ["mornings"],
    "until": "2099-01-01",
    "may_ask_more": False,
}


def with_chat(desk: Desk, **changes: object) -> None:
    """Put a report into the store whose reporter may be written to."""
    contact = {
        "method": "chat",
        "value": "",
        "when": [],
        "voicemail": "",
        "name_to_use": "Sam",
        "chat": {**CHAT, **changes},
    }
    engine = make_engine(f"sqlite:///{desk.folder}/intake.sqlite3")
    columns = triage(REPORT)
    envelope = seal(summary(columns, contact=contact), conflict(), desk.readers.recipients)
    intake = SqlIntake(engine, b"x" * 32)
    intake.submit(columns, envelope, lock("2" * 20, b"x" * 32))
    engine.dispose()


def posted(folder: Path) -> list[str]:
    """Return what waits at the address, opened with the bot's key."""
    engine = make_engine(f"sqlite:///{folder}/intake.sqlite3")
    found = SqlIntake(engine, b"x" * 32).collect(ADDRESS, frozenset())
    assert len(found) == len(Register(engine).waiting(ADDRESS))
    engine.dispose()
    return [open_message(message.sealed, BOT).text for message in found]


def test_a_text_from_standard_input_is_sealed_and_waits(desk: Desk) -> None:
    """What is typed is sealed to the bot's key; the hours she chose are told, the text is not."""
    with_chat(desk)
    said = desk.run("message", REPORT, "--identity", desk.key("reader"), typed="Hello.\n").output
    assert "Days: tuesday. Hours: mornings" in said
    assert "Hello" not in said
    assert posted(desk.folder) == ["Hello."]


def test_a_text_from_a_file(desk: Desk) -> None:
    """A file does as well; the report shows how to write."""
    with_chat(desk)
    file = desk.folder / "note.txt"
    file.write_text("Zażółć.\n", encoding="utf-8")
    desk.run("message", REPORT, "--identity", desk.key("reader"), "--text-file", str(file))
    assert posted(desk.folder) == ["Zażółć."]
    assert "intake message" in desk.run("open", REPORT, "--identity", desk.key("reader")).output


@pytest.mark.parametrize(
    ("typed", "changes", "reason"),
    [
        ("", {}, "empty"),
        ("x" * 1501, {}, "1 characters longer than 1500"),
        ("Hello.", {"until": "2020-01-01"}, "until 2020-01-01 only"),
        ("Hello.", {"address": "short"}, "cannot be read"),
        ("Hello.", {"key": "age1nothing"}, "names no key"),
    ],
)
def test_what_cannot_be_sent_is_refused(
    desk: Desk, typed: str, changes: dict[str, object], reason: str
) -> None:
    """Nothing, too much, too late, a broken address or key: one plain sentence, nothing stored."""
    with_chat(desk, **changes)
    result = desk.run("message", REPORT, "--identity", desk.key("reader"), typed=typed, code=1)
    assert reason in result.output
    assert posted(desk.folder) == []


def test_who_did_not_ask_is_not_written_to(desk: Desk, readers: Readers) -> None:
    """A report with another way to reach her refuses, and so does one that was withdrawn."""
    other = triage().report_id
    result = desk.run("message", other, "--identity", desk.key("reader"), typed="x", code=1)
    assert "did not ask to be reached in the chat" in result.output
    with_chat(desk)
    engine = make_engine(f"sqlite:///{desk.folder}/intake.sqlite3")
    assert SqlIntake(engine, b"x" * 32).withdraw("2" * 20)
    engine.dispose()
    result = desk.run("message", REPORT, "--identity", desk.key("reader"), typed="x", code=1)
    assert "asked for the report to be deleted" in result.output
    assert readers
