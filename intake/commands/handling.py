"""`list`, `mark` and `delete`: what is done with reports while they stay sealed."""

import json
import sys
from typing import Annotated

import typer
from rich.console import Console

from intake.audit import ACTS
from intake.boundary import Word
from intake.commands.asking import moment, opened_register, opened_store, refuse
from intake.commands.outside import write_outside
from intake.exports.triage import triage_csv
from intake.register import Arrival, Register
from intake.removal import Reason
from intake.settings import AuditSettings
from intake.terminal import arrivals_table

ReportId = Annotated[str, typer.Argument(help="A report's id, or its first digits.")]


def list_reports(
    *,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON list, for scripts.")] = False,
    as_csv: Annotated[
        bool, typer.Option("--csv", help="The triage columns, for a spreadsheet.")
    ] = False,
) -> None:
    """Show what has arrived, the most urgent first. Nothing is opened."""
    if as_json and as_csv:
        refuse("Say which: --json or --csv.")
    with opened_register() as register:
        arrivals = register.arrivals()
        register.record("csv_exported" if as_csv else "listed", count=len(arrivals))
    if as_csv:
        typer.echo(triage_csv(one.triage for one in arrivals), nl=False)
    elif as_json:
        typer.echo(json.dumps([_line(one) for one in arrivals], indent=2))
    elif arrivals:
        Console(width=None if sys.stdout.isatty() else 140).print(arrivals_table(arrivals))
        typer.echo("\nRead one with: python -m intake open REPORT --identity FILE")
    else:
        typer.echo("Nothing has arrived yet.")


def mark(
    report: ReportId,
    word: Annotated[Word, typer.Argument(help="What the person hears for her code.")],
) -> None:
    """Change how a report stands: read, tried (to reach the person), contact_us."""
    with opened_register() as register:
        report_id = register.mark(report, word)
    typer.echo(f"{report_id} is marked: {word}.")


def delete(
    report: ReportId,
    reason: Annotated[
        Reason | None, typer.Option(help="With --alone: kept with the id and the day.")
    ] = None,
    *,
    alone: Annotated[
        bool, typer.Option("--alone", help="Without a second person. The audit chain says so.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Remove a report for good. Its id, the day and the reason stay.

    It takes two people, who agree in the console: one asks, another grants it within a week, and
    within a day of that it is deleted, here or there. A team without the console, or in need,
    deletes with --alone and a reason.
    """
    if alone != (reason is not None):
        refuse("--alone and --reason go together: two people give their reason in the console.")
    with opened_store(AuditSettings) as (engine, settings):
        register = Register(engine)
        report_id = register.report(report).triage.report_id
        if not alone and register.agreed(report_id) is None:
            refuse(
                "Nothing was deleted. It takes two people: ask in the console, and let another "
                "person agree. Who must do it alone says so: --alone --reason ..."
            )
        if alone:
            typer.echo("ALONE: no second person has agreed. That stays on the audit chain.")
        if not yes:
            typer.confirm(f"Remove report {report_id} for good?", abort=True)
        made = register.delete(report_id, reason)
        typer.echo(f"{report_id} is deleted. Copies in backups last as long as your backups do.")
        if made:
            typer.echo("Copies that were made of it, and have to go too:")
        for copy in made:
            typer.echo(f"  {moment(copy.at)}  {copy.name} {ACTS[copy.act]}")
        write_outside(engine, settings)


def _line(one: Arrival) -> dict[str, str | int | None]:
    return {
        **one.triage.as_dict(),
        "envelope_bytes": one.envelope_bytes,
        "status": one.word,
        "withdrawn": one.withdrawn.isoformat() if one.withdrawn else None,
    }
