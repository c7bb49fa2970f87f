"""A team file that is changed while the console runs: read again if it is whole, told if not."""

import dataclasses
import logging
import os
from pathlib import Path

import pytest

from console.alarm import Bringing, alarm
from console.office import Office
from intake.alerts import AUDIT_BROKEN
from intake.team import Team, TeamFaults
from intake.watched_team import EVERY_SECONDS, WatchedTeam
from tests.console.staffing import signed_in


class Hands:
    """A clock moved by hand."""

    at = 0.0

    def __call__(self) -> float:
        """Return seconds."""
        return self.at


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def file(office: Office, tmp_path: Path) -> Path:
    assert office.team.labels
    return tmp_path / "team.toml"


@pytest.fixture
def watched(file: Path, hands: Hands) -> WatchedTeam:
    return WatchedTeam(file, hands)


@pytest.fixture
def open_office(office: Office, watched: WatchedTeam) -> Office:
    return dataclasses.replace(office, team=watched.now()[0], watched=watched)


def change(file: Path, hands: Hands, old: str, new: str) -> None:
    """Write another file in the place of this one, as an editor does; let the time pass."""
    other = file.with_suffix(".new")
    text = file.read_text(encoding="utf-8")
    assert old in text
    other.write_text(text.replace(old, new, 1), encoding="utf-8")
    other.replace(file)
    hands.at += EVERY_SECONDS


def reply_days(watched: WatchedTeam) -> tuple[int, int]:
    """Return a number of the team's, and that of the faults."""
    team, faults = watched.now()
    assert isinstance(team, Team)
    return team.reply_days, faults


def test_a_changed_file_is_read_again(file: Path, watched: WatchedTeam, hands: Hands) -> None:
    """Within seconds, and not at every question."""
    before = watched.now()[0].reply_days
    change(file, hands, f"reply_days = {before}", f"reply_days = {before + 1}")
    hands.at -= 1
    assert reply_days(watched) == (before, 0)
    hands.at += 1
    assert reply_days(watched) == (before + 1, 0)


def test_a_file_written_in_place_is_noticed(file: Path, watched: WatchedTeam, hands: Hands) -> None:
    """Of the same length, with its time put back: the file system's own time tells."""
    before, times = watched.now()[0].reply_days, file.stat()
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(f"reply_days = {before}", f"reply_days = {before - 1}"))
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
    hands.at += EVERY_SECONDS
    assert reply_days(watched) == (before - 1, 0)


def test_a_faulty_file_changes_nothing(
    file: Path, watched: WatchedTeam, hands: Hands, caplog: pytest.LogCaptureFixture
) -> None:
    """The team of before goes on as a whole; the log names every fault, once."""
    before = watched.now()[0]
    change(file, hands, "reply_days", "reply_dais")
    change(file, hands, "kept_months", "kept_moons")
    for _ in range(3):
        team, faults = watched.now()
        assert (team, faults) == (before, 3)
        hands.at += EVERY_SECONDS
    told = [one for one in caplog.records if one.levelno >= logging.ERROR]
    assert len(told) == 1
    assert "did you mean `reply_days`" in told[0].getMessage()
    assert "did you mean `kept_months`" in told[0].getMessage()
    change(file, hands, "reply_dais", "reply_days")
    change(file, hands, "kept_moons", "kept_months")
    assert watched.now()[1] == 0


def test_a_file_that_is_gone_changes_nothing(
    file: Path, watched: WatchedTeam, hands: Hands
) -> None:
    """An editor may take it away for a moment."""
    before, text = watched.now()[0], file.read_text(encoding="utf-8")
    file.unlink()
    hands.at += EVERY_SECONDS
    assert watched.now() == (before, 1)
    file.write_text(text, encoding="utf-8")
    hands.at += EVERY_SECONDS
    assert watched.now()[1] == 0


def test_a_console_does_not_start_on_a_faulty_file(file: Path) -> None:
    """There is no team of before then."""
    file.write_text("nothing = true", encoding="utf-8")
    with pytest.raises(TeamFaults):
        WatchedTeam(file)


async def test_pages_see_the_team_as_it_is_now(
    open_office: Office, file: Path, hands: Hands
) -> None:
    """A new label can be chosen without a restart; a faulty file is told to administrators."""
    ada = await signed_in(open_office)
    cleo = await signed_in(open_office, "Cleo", "administrator")
    assert "by-phone-only" not in (await ada.get("/queue")).text
    change(file, hands, '"call-first"', '"by-phone-only"')
    assert "by-phone-only" in (await ada.get("/queue")).text
    assert "The team file was changed" not in (await cleo.get("/people")).text
    change(file, hands, "by-phone-only", "By phone only")
    assert "by-phone-only" in (await ada.get("/queue")).text
    assert "has 1 fault:" in (await cleo.get("/people")).text


def test_alerts_go_to_whom_the_file_names_now(
    open_office: Office, file: Path, hands: Hands, tmp_path: Path
) -> None:
    """What brings alerts sees the new file too."""
    told = tmp_path / "told"
    bringing = Bringing(open_office)
    alarm(open_office, AUDIT_BROKEN)
    change(file, hands, "run = ['true']", f"run = ['sh', '-c', 'touch {told}']")
    bringing.round()
    assert told.exists()
