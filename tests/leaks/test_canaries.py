"""Words typed into a report, the token and the account's number: nowhere but where they must be."""

import asyncio
import os
import secrets
import signal
import sqlite3
import subprocess
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from sandbox import FAKE_TOKEN, Fault, FaultKind, RealClock, Sandbox, serve
from tests.crashes.processes import BOT, Programs, programs
from tests.crashes.reporters import Reporter
from tests.leaks.searching import Search, forms
from tests.service.running import environment

WITHOUT_SEALING = (str(Path(__file__).with_name("without_sealing.py")),)
FAULTS = (
    Fault(FaultKind.SERVER_ERROR, "editMessageText", every=7, times=2),
    Fault(FaultKind.DROP, "editMessageText", every=5, times=2),
    Fault(FaultKind.GARBAGE, "editMessageText", every=6),
    Fault(FaultKind.LOSE_ANSWER, "sendMessage", every=2),
    Fault(FaultKind.TRUNCATE, "sendMessage", every=3),
    Fault(FaultKind.TOO_MANY, "answerCallbackQuery", every=9),
    Fault(FaultKind.DROP, "deleteMessages", every=3, times=2),
    Fault(FaultKind.GARBAGE, "getUpdates", every=8),
    Fault(FaultKind.SERVER_ERROR, "getUpdates", every=9),
)


def canary() -> str:
    """Return a word that nothing else holds, with a letter that every escaping changes."""
    return "".join(secrets.choice("abcdefghijkmnopqrstuvwxyz") for _ in range(15)) + "é"


@dataclass(slots=True)
class Canaries:
    """The canaries so far, by what each was typed as, and the one who types them."""

    known: dict[str, str]

    def __call__(self, what: str) -> str:
        """Return a new canary for `what`."""
        name = f"{what} {len(self.known)}"
        self.known[name] = canary()
        return self.known[name]


@dataclass(frozen=True, slots=True)
class Scene:
    """A service at DEBUG, one reporter, and what she types."""

    box: Sandbox
    running: Programs
    reporter: Reporter
    canaries: Canaries
    secrets: dict[str, str]
    folders: tuple[Path, Path]


@asynccontextmanager
async def scene(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: Sequence[str]
) -> AsyncIterator[Scene]:
    """Start everything, with the token in a file and logs at DEBUG."""
    token = tmp_path / "token"
    token.write_text(FAKE_TOKEN, encoding="utf-8")
    token.chmod(0o600)
    number = 2**51 + secrets.randbelow(2**50)
    async with serve(clock=RealClock()) as box:
        given = environment(tmp_path / "data", box.url)
        del given["TELEGRAM_BOT_TOKEN"]
        given["TELEGRAM_BOT_TOKEN_FILE"] = str(token)
        for name, value in given.items():
            monkeypatch.setenv(name, value)
        async with programs(given, program, program) as running:
            canaries = Canaries({})
            reporter = Reporter(box, box.phone(number), words=canaries)
            chat = reporter.phone.chat
            chat.name, chat.username = canaries("first name"), canaries("username")
            fixed = {"the token": FAKE_TOKEN, "the chat id": str(number)}
            folders = (tmp_path / "data", tmp_path / "logs")
            yield Scene(box, running, reporter, canaries, fixed, folders)


async def say_all_but_answers(here: Scene) -> None:
    """Say everything that is no answer: files, forwards, payloads, words out of place."""
    phone, canaries = here.reporter.phone, here.canaries
    await phone.say(f"/start {canaries('start payload')}")
    first = await phone.say(canaries("words before consent"))
    await phone.edit(first, canaries("edited words"))
    await phone.say(f"/status {canaries('words in place of a code')}")
    await phone.send_photo(canaries("caption of a photo"))
    await phone.send_document(canaries("caption of a file"))
    await phone.send_voice(canaries("caption of a voice note"))
    await phone.forward(canaries("forwarded words"), canaries("who is forwarded"))
    await phone.say("/start")
    await here.box.all_confirmed()


def break_draft(drafts: Path) -> None:
    """Damage every kept draft, so that whatever comes next fails each time."""
    connection = sqlite3.connect(drafts)
    with connection:
        connection.execute("UPDATE drafts SET sealed = zeroblob(64)")
    connection.close()


@pytest.mark.slow
@pytest.mark.holds("T47")
async def test_no_canary_gets_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No word, no token and no account number stands in a file, a log or an argument."""
    async with scene(tmp_path, monkeypatch, BOT) as here:
        for fault in FAULTS:
            here.box.faults.plant(fault)
        programs_ = (here.running.bot, here.running.courier)
        await say_all_but_answers(here)
        await here.reporter.report(send=False)
        search = Search(here.canaries.known | here.secrets)
        assert len(here.canaries.known) >= 20
        with search.all_the_while(here.folders):
            os.kill(here.running.courier.pid, signal.SIGSTOP)
            walking = asyncio.create_task(here.reporter.walk())
            await asyncio.sleep(2)  # sent, and not handed over
            os.kill(here.running.courier.pid, signal.SIGCONT)
            await walking
            for program in programs_:
                search.through_process(program.pid)
            await park(here)
        await here.running.bot.stop()
    for folder in here.folders:
        search.through_folder(folder)
    logs = b"".join(path.read_bytes() for path in here.folders[1].iterdir())
    assert sum(fault.times == 0 for fault in FAULTS) >= 6
    assert handed_over(here) == 1
    assert b"update failed: CannotOpen" in logs
    assert b" DEBUG " in logs
    assert {"drafts.sqlite3-wal", "keys.sqlite3", "intake.sqlite3-wal"} <= search.files
    assert search.hits == set()


def handed_over(here: Scene) -> int:
    """Return how many reports lie in the intake store."""
    connection = sqlite3.connect(here.running.settings.data_dir / "intake.sqlite3")
    (count,) = connection.execute("SELECT count(*) FROM reports").fetchone()
    connection.close()
    return int(count)


async def park(here: Scene) -> None:
    """Begin a second draft, damage it, and write into it until the update is parked."""
    await here.reporter.report(send=False)
    break_draft(here.running.settings.data_dir / "drafts.sqlite3")
    await here.reporter.phone.say(here.canaries("words into a damaged draft"))
    await here.box.all_confirmed()


@pytest.mark.slow
async def test_without_encryption_the_canaries_are_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same search finds every answer in the databases of a bot that does not seal them."""
    async with scene(tmp_path, monkeypatch, WITHOUT_SEALING) as here:
        await here.reporter.report(send=False)
        search = Search(here.canaries.known | here.secrets)
        for folder in here.folders:
            search.through_folder(folder)
    found = {hit.split(" as ")[0] for hit in search.hits if "drafts.sqlite3" in hit}
    typed = {what for what in here.canaries.known if what.startswith(("piece", "answer"))}
    assert typed <= found
    assert "the chat id" in found


def test_a_planted_number_and_a_token_in_a_process_are_found(tmp_path: Path) -> None:
    """An account's number is found as a database keeps it, a token in a process's environment."""
    search = Search({"number": "2251799813685300", "token": FAKE_TOKEN})
    (tmp_path / "kept").write_bytes(b"row" + (2251799813685300).to_bytes(7, "big"))
    search.through_folder(tmp_path)
    with subprocess.Popen(
        ["/bin/cat"],
        bufsize=0,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={"T": FAKE_TOKEN},
    ) as process:
        # The kernel shows an empty environment until the program has begun: wait for its echo.
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(b".")
        assert process.stdout.read(1) == b"."
        search.through_process(process.pid)
        process.communicate()
    assert "number as number, big end first in kept" in search.hits
    assert "token as raw in a process's environ" in search.hits


@pytest.mark.parametrize("form", sorted(forms("ünlikely")))
@pytest.mark.parametrize("where", ["bot.log", "drafts.sqlite3-journal"])
def test_a_planted_word_is_found(tmp_path: Path, form: str, where: str) -> None:
    """A word is found in whatever form it was written, and between whatever bytes."""
    word = canary()
    search = Search({"word": word})
    (tmp_path / where).write_bytes(b"12345" + forms(word)[form] + b"67")
    search.through_folder(tmp_path)
    assert any(hit.startswith("word as ") and hit.endswith(f" in {where}") for hit in search.hits)
