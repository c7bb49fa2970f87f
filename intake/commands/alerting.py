"""`try-alerts`: a trial to everybody whom the team file names."""

import secrets

import typer

from intake.alerts import addressees, file_faults
from intake.alerts.advice import advice_for, reached_at
from intake.alerts.notice import Alert
from intake.boundary import TryLater, WillNeverWork
from intake.commands.asking import plainly, refuse
from intake.settings import IntakeSettings, read_settings
from intake.team import TeamFaults, read_team


def try_alerts() -> None:
    """Send a trial to every person and channel of the team file, and say what failed."""
    with plainly():
        settings = read_settings(IntakeSettings)
        try:
            alerts = read_team(settings.team_file).alerts
        except TeamFaults as faults:
            refuse(str(faults))
    if found := list(file_faults(alerts)):
        refuse("\n".join(found))
    told = addressees(alerts)
    if not told:
        refuse(f"{settings.team_file} names nobody under [alerts]: nobody hears of a report.")
    failed = 0
    for one in told:
        try:
            one.channel.send(Alert(secrets.token_hex(16), "trial"))
        except (TryLater, WillNeverWork) as fault:
            failed += 1
            typer.echo(f"{one.place}: was not told by {reached_at(one.channel)} ({fault}).")
            if advice := advice_for(str(fault)):
                typer.echo(f"  {advice}")
        else:
            typer.echo(f"{one.place}: was told.")
    if failed:
        refuse(f"{failed} of {len(told)} were not told: check those tables of the team file.")
