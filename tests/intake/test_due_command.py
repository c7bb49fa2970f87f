"""`python -m intake due`, and what it says before anybody filled anything in."""

import json
import sqlite3
from datetime import date, timedelta

from intake.example import EXAMPLE_TEAM
from tests.intake.test_commands import REPORT, Desk, desk

assert desk  # the fixture


def received(desk: Desk, days_ago: int, withdrawn: str | None = None) -> None:
    today = date.today()  # noqa: DTZ011 - as the command does
    day = (today - timedelta(days=days_ago)).isoformat()
    with sqlite3.connect(desk.folder / "intake.sqlite3") as store:
        store.execute("UPDATE reports SET received = ?, withdrawn = ?", (day, withdrawn))
    store.close()


def test_due_lists_what_ends(desk: Desk) -> None:
    """Nothing at first, then what ends soon, what is over, and a withdrawal with its own clock."""
    assert "copy intake/example_team.toml" in desk.run("due", code=1).output
    (desk.folder / "team.toml").write_bytes(EXAMPLE_TEAM.read_bytes())
    received(desk, 10)
    assert "Nothing is due, or will be within 14 days" in desk.run("due").output
    received(desk, 200)
    shown = desk.run("due").output
    for words in (REPORT[:8], "over", "new: 6 months after"):
        assert words in shown
    received(desk, 1, withdrawn=date.today().isoformat())  # noqa: DTZ011 - as the command does
    assert "asked on" in desk.run("due").output
    (line,) = json.loads(desk.run("due", "--json").stdout)
    assert (line["report_id"], line["why"], line["held"]) == (REPORT, "withdrawn", False)
    assert "looked at what is due" in desk.run("audit", "show").output
