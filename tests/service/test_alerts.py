"""Staff are told of an arrival after it is stored, and again if that failed."""

import sys
from pathlib import Path

from bot.telling import Telling
from intake.team_file import CommandAlert
from tests.service.running import Service


async def test_a_failed_alert_is_tried_again(running: Service, tmp_path: Path) -> None:
    """A program that fails at first is run again; the report is there all the while."""
    log, switch = tmp_path / "told.txt", tmp_path / "works"
    program = (
        "import pathlib, sys; "
        f"pathlib.Path({str(log)!r}).open('a').write(sys.argv[1] + chr(10)); "
        f"sys.exit(0 if pathlib.Path({str(switch)!r}).exists() else 75)"
    )
    team = running.desk.sealer.team.alerts
    alerts = type(team)(email=None, command=CommandAlert(run=[sys.executable, "-c", program]))
    running.courier.telling = Telling(alerts, running.box.clock)
    await running.sent()
    await running.courier.round()
    assert len(running.reports()) == 1
    assert log.read_text() == "2\n"
    switch.touch()
    running.box.advance(31)
    await running.courier.round()
    running.box.advance(3600)
    await running.courier.round()
    assert log.read_text() == "2\n2\n"
