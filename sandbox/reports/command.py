"""`python -m sandbox reports`: the invented reports, put beside what is there already."""

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.opening import LONDON
from intake.boundary import TryLater
from intake.engines import make_engine
from intake.settings import IntakeSettings
from intake.team import TeamFaults
from sandbox.demonstration import colleague_path
from sandbox.reports.placing import NotTheDemonstration, demonstration_team, place_reports
from sandbox.reports.working import work


def reports(
    data: Annotated[Path, typer.Option(help="The demonstration's folder.")] = Path("var"),
) -> None:
    """Put 70 invented reports into the demonstration's store, unless they are there.

    `python -m sandbox run` does it by itself.
    """
    # Named one by one: nothing in the environment may lead to a real store.
    settings = IntakeSettings(
        data_dir=data,
        intake_database_url=f"sqlite:///{data / 'intake.sqlite3'}",
        team_file=data / "team.toml",
    )
    try:
        today = datetime.now(LONDON).date()
        placed = place_reports(settings, today)
        # A folder of before the console has no key of the colleague, who could open nothing.
        if placed and colleague_path(data).exists():
            _work(settings, today)
    except (NotTheDemonstration, TeamFaults, TryLater) as fault:
        typer.echo(f"No invented reports: {fault}", err=True)
        raise typer.Exit(1) from None
    if placed:
        typer.echo(f"{placed} invented reports have arrived beside what is sent from the phone.")


def _work(settings: IntakeSettings, today: date) -> None:
    engine = make_engine(settings.intake_database_url)
    try:
        work(engine, demonstration_team(settings.team_file), settings.data_dir, today)
    finally:
        engine.dispose()
