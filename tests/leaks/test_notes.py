"""A note's words, and the word that opens it: on the phone, and nowhere else."""

import logging
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot import ties
from intake import age
from sandbox import MovedClock, Phone, serve
from tests.leaks.searching import Search
from tests.leaks.test_canaries import canary
from tests.service.running import Service, environment, service
from tests.service.writing import COVER, WORD, at, cards, contact, reachable, rounds, write

TUESDAY = 1


@asynccontextmanager
async def running(folder: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Service]:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    async with serve(clock=MovedClock()) as box:
        for name, value in environment(folder, box.url).items():
            monkeypatch.setenv(name, value)
        async with service(folder, box) as started:
            yield started


async def all_of_it(here: Service, search: Search, text: str) -> Phone:
    """Post, collect, cover, open, clear; search the folder after each."""
    folder = here.settings.data_dir
    phone = await reachable(here)
    await at(here, TUESDAY, 10)
    write(here, text)
    search.through_folder(folder)
    await rounds(here, 3)
    assert await cards(phone) == [COVER]
    search.through_folder(folder)
    await here.taps(phone, "Show it")
    await here.says(phone, "wrongword", WORD)
    assert text in await here.card(phone)
    search.through_folder(folder)
    await here.taps(phone, "Clear this note")
    await rounds(here, 2)
    search.through_folder(folder)
    return phone


async def test_a_note_s_words_get_nowhere_but_on_the_phone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """No file, no log line at any level holds the note, the word or the chat's address."""
    text, folder = canary(), tmp_path / "data"
    with caplog.at_level(logging.DEBUG, logger="bot"):
        async with running(folder, monkeypatch) as here:
            search = Search({"note": text, "word": WORD, "chat id": "7000000001"})
            await all_of_it(here, search, text)
            address = Search({"address": str(contact(here)["address"])})
            address.through_folder(folder)
            for record in caplog.records:
                if record.name.split(".")[0] in {"bot", "intake", "flows"}:
                    search.through("the log", record.getMessage().encode())
    assert {"drafts.sqlite3", "keys.sqlite3", "intake.sqlite3"} <= search.files
    assert search.hits == set()
    assert address.hits == set()


async def test_without_sealing_the_note_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same search finds the note in the drafts of a bot that does not seal its ties."""
    monkeypatch.setattr(ties, "seal_padded", lambda _key, plain, _aad: plain)
    monkeypatch.setattr(ties, "unseal_padded", lambda _key, sealed, _aad: sealed)
    text = canary()
    async with running(tmp_path / "data", monkeypatch) as here:
        search = Search({"note": text})
        await all_of_it(here, search, text)
    assert any("drafts.sqlite3" in hit for hit in search.hits)
    assert not any("intake.sqlite3" in hit for hit in search.hits)


async def test_without_age_the_note_is_found_in_the_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same search finds the note in an intake store that takes it unsealed."""
    text = canary()
    async with running(tmp_path / "data", monkeypatch) as here:
        await reachable(here)
        search = Search({"note": text})
        monkeypatch.setattr(age, "seal_to", lambda _keys, plain: plain)
        monkeypatch.setattr("intake.mailbox.check_posted", lambda *_: None)
        write(here, text)
        search.through_folder(here.settings.data_dir)
    assert any("intake.sqlite3" in hit for hit in search.hits)


def send(command: list[str], text: str, search: Search) -> None:
    """Run a command that reads `text`; search what others on the machine see of it meanwhile."""
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as program:
        search.through_process(program.pid)
        said, _ = program.communicate(text.encode(), timeout=60)
    search.through("its output", said)
    assert program.returncode == 0, said


async def test_staff_s_text_is_in_no_argument(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Typed into the command, the text stands in none of its arguments, variables or output."""
    text, folder = canary(), tmp_path / "data"
    async with running(folder, monkeypatch) as here:
        phone = await reachable(here)
        key = tmp_path / "reader.txt"
        key.write_text(here.reader.as_line(), encoding="utf-8")
        report = here.reports()[-1].stored.triage.report_id
        command = [sys.executable, "-m", "intake", "message", report, "--identity", str(key)]
        search = Search({"note": text})
        send(command, text, search)
        assert search.hits == set()
        await at(here, TUESDAY, 10)
        await rounds(here, 2)
        await here.taps(phone, "Show it")
        await here.says(phone, WORD)
        assert text in await here.card(phone)
