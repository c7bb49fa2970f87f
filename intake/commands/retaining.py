"""`due`: which reports come to the end of their time. Nothing is opened and nothing is deleted."""

import json
import sys
import time
from collections.abc import Sequence
from datetime import date
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from intake.audit import record
from intake.commands.asking import opened_store
from intake.register import SHORT
from intake.retention.clock import Due, due
from intake.retention.returned import read_deletions, returned
from intake.retention.words import why
from intake.settings import IntakeSettings
from intake.team import read_team

_WIDTH = 140


def due_list(
    *, as_json: Annotated[bool, typer.Option("--json", help="One JSON list, for scripts.")] = False
) -> None:
    """Show what was withdrawn, and what comes to the end of its time: the soonest first."""
    today = date.today()  # noqa: DTZ011 - the day where staff are is meant
    with opened_store(IntakeSettings) as (engine, settings):
        terms = read_team(settings.team_file).retention
        with engine.begin() as connection:
            listed = due(connection, terms, today)
            back = returned(connection, read_deletions(settings.deletions_file)[0])
            record(connection, int(time.time()), "terminal", "due_viewed", count=len(listed))
    if back:
        typer.echo(
            f"Deleted before, and here again: {len(back)}. Was a backup restored? Then run "
            "`python -m intake replay-deletions`.",
            err=True,
        )
    if as_json:
        typer.echo(json.dumps([_columns(one) for one in listed], indent=2))
    elif listed:
        Console(width=None if sys.stdout.isatty() else _WIDTH).print(_table(listed, today))
        typer.echo("\nTwo people delete a report: python -m intake delete --help")
    else:
        typer.echo(f"Nothing is due, or will be within {terms.warn_days} days.")


def _table(listed: Sequence[Due], today: date) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for name in ("report", "queue", "status", "ends", "", "why"):
        table.add_column(name)
    for one in listed:
        over = one.ends <= today
        table.add_row(
            one.report_id[:SHORT],
            one.queue,
            one.status,
            one.ends.isoformat(),
            _standing(one, over=over),
            why(one),
            style="bold" if over and not one.held else None,
        )
    return table


def _standing(one: Due, *, over: bool) -> str:
    if one.held:
        return "HELD"
    return "over" if over else "soon"


def _columns(one: Due) -> dict[str, object]:
    return {
        "report_id": one.report_id,
        "queue": one.queue,
        "status": one.status,
        "why": one.why,
        "clock_from": one.clock_from.isoformat(),
        "warn_from": one.warn_from.isoformat(),
        "ends": one.ends.isoformat(),
        "told": one.told.isoformat(),
        "held": one.held,
        "keep_longer": one.keep_longer,
        "withdrawn": one.withdrawn.isoformat() if one.withdrawn else None,
        "same_code": list(one.same_code),
    }
