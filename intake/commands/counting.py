"""`monitoring`: who the people are who got in touch, as counts."""

import typer

from intake.commands.asking import plainly
from intake.entries import named, spoken
from intake.monitoring import FEWEST, open_monitoring
from intake.settings import IntakeSettings, read_settings


def monitoring() -> None:
    """Show how many people gave which answer about themselves, by quarter; small counts hidden."""
    with plainly():
        counted = open_monitoring(read_settings(IntakeSettings).monitoring_database_url).counted()
    if not counted:
        typer.echo("Nobody has been counted yet.")
        return
    quarter = question = ""
    for one in counted:
        if one.quarter != quarter:
            quarter, question = one.quarter, ""
            typer.echo(f"\n{quarter}")
        if one.question != question:
            question = one.question
            typer.echo(f"  {named(question.removeprefix('about_'))}")
        typer.echo(f"    {spoken(one.value):30} {one.shown:>12}")
    typer.echo(
        f"\nPeople choose whether to answer. A count below {FEWEST} is not shown; please do not "
        "work it out from others, and put no two of these questions side by side."
    )
