"""`replay-deletions`: delete again what a restored backup brought back."""

import time
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy import Engine

from intake.commands.asking import opened_store, refuse
from intake.commands.outside import write_outside
from intake.removal import NotDeleted, empty_log
from intake.retention.returned import Deletion, delete_again, read_deletions, returned
from intake.settings import AuditSettings


def replay_deletions(
    files: Annotated[
        list[Path] | None,
        typer.Option("--from", help="Files of deletions, older ones too, not DELETIONS_FILE."),
    ] = None,
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Delete again what was deleted before, and came back with a restored backup.

    What that was stands in DELETIONS_FILE, outside the database. Run it after each restore, before
    anybody works. Safe to run at any time: where nothing came back, nothing is done.
    """
    with opened_store(AuditSettings) as (engine, settings):
        known = _known(files or [settings.deletions_file])
        with engine.connect() as connection:
            back = returned(connection, known)
        if not back:
            typer.echo(f"Nothing came back. Deletions on file: {len(known)}.")
            return
        for one in back:
            typer.echo(f"{one.report_id}  deleted on {one.deleted}: {one.reason}")
        if not yes:
            typer.confirm(f"Delete these again, for good ({len(back)})?", abort=True)
        kept = tuple(_kept(engine, back))
        empty_log(engine)
        write_outside(engine, settings)
    typer.echo(f"Deleted again: {len(back) - len(kept)}.")
    if kept:
        refuse(
            "NOT deleted, as a legal hold lies on them in what was restored: "
            f"{', '.join(kept)}.\nEnd the hold in the console, then run this again."
        )


def _known(files: Iterable[Path]) -> tuple[Deletion, ...]:
    found: dict[str, Deletion] = {}
    for file in files:
        if not file.exists():
            refuse(
                f"There is no file {file}: without it nobody knows what was deleted. Give it with "
                "--from, or set DELETIONS_FILE."
            )
        some, spoiled = read_deletions(file)
        for place in spoiled:
            typer.echo(f"{file}, line {place}: is no deletion, and is passed over.", err=True)
        for one in some:
            found.setdefault(one.report_id, one)
    return tuple(found.values())


def _kept(engine: Engine, back: Iterable[Deletion]) -> Iterable[str]:
    """Delete each in a transaction of its own; give those that a hold keeps."""
    for one in back:
        try:
            with engine.begin() as connection:
                delete_again(connection, int(time.time()), "terminal", one)
        except NotDeleted:
            yield one.report_id
