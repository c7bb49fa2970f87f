"""`audit verify | head | show | anchor`: who did what, and whether anybody tampered with it."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy import Engine, select

from intake.audit import ACTS, Head, Link
from intake.audit.anchor import anchor_if_due
from intake.audit.checking import check
from intake.audit.log import head as head_of
from intake.audit.places import AnchorFailed
from intake.audit.reading import newest_links
from intake.commands.asking import moment, opened_store, refuse
from intake.settings import AuditSettings
from intake.tables import staff

app = typer.Typer(no_args_is_help=True, help="Who did what, each act joined to the one before.")

AnchorFiles = Annotated[
    list[Path] | None,
    typer.Option("--anchors", help="Anchor files, older ones too, instead of AUDIT_ANCHOR_FILE."),
]

_NO_ANCHORS = """\
WARNING: NO ANCHORS. Nothing outside this store says how the chain looked before.
  Whoever can write to the database could cut its end off, or write it anew, unseen.
  Set AUDIT_ANCHOR_FILE or AUDIT_ANCHOR_URL and run `python -m intake audit anchor` by cron."""


@app.command("verify")
def verify_chain(anchors: AnchorFiles = None) -> None:
    """Check the whole chain. Ends with 1, and the places, if somebody tampered with it."""
    with _store() as (engine, settings):
        files = anchors or [file for file in (settings.audit_anchor_file,) if file]
        found = check(engine, files)
    for line in (*found.spoiled, *map(str, found.broken)):
        typer.echo(line)
    if not found.whole:
        refuse("THE AUDIT CHAIN IS BROKEN. Keep this store as it is, and ask who had access.")
    typer.echo(f"The chain is whole: {found.links} links.")
    if found.unread:
        refuse("\n".join(found.unread))
    if found.anchors:
        typer.echo(f"Anchors outside that agree: {found.anchors}, up to link {found.covered}.")
        typer.echo(f"Links after that, not anchored yet: {found.links - found.covered}.")
    else:
        typer.echo(_NO_ANCHORS, err=True)


@app.command("head")
def show_head() -> None:
    """Show the number, time and hash of the newest link: to write down, or send to somebody."""
    with _store() as (engine, _), engine.connect() as connection:
        newest = head_of(connection)
    typer.echo(_head_line(newest) if newest else "Nothing has been recorded yet.")


@app.command("anchor")
def anchor() -> None:
    """Write the newest hash outside if anything is new (for cron, every 15 minutes)."""
    with _store() as (engine, settings):
        if not settings.audit_anchor_file and not settings.audit_anchor_url:
            refuse("Set AUDIT_ANCHOR_FILE or AUDIT_ANCHOR_URL: there is nowhere to write to.")
        written = anchor_if_due(engine, settings, int(time.time()), who="terminal", always=True)
    typer.echo(f"Written: {_head_line(written)}" if written else "Nothing is new.")


@app.command("show")
def show(
    about: Annotated[str, typer.Option(help="Only about this report or person (whole id).")] = "",
    most: Annotated[int, typer.Option(min=1, help="How many links, the newest first.")] = 50,
) -> None:
    """Show who did what, the newest first."""
    with _store() as (engine, _), engine.connect() as connection:
        names = {row.staff_id: row.name for row in connection.execute(select(staff))}
        links = newest_links(connection, most, only={"about": about} if about else None)
    for link in links:
        typer.echo(_line(link, names.get(link.who, link.who)))
    if not links:
        typer.echo("Nothing has been recorded yet.")


def _line(link: Link, name: str) -> str:
    about = f" [{link.about}]" if link.about else ""
    details = ", ".join(f"{key}: {value}" for key, value in link.details.items())
    said = f"{link.number:>7}  {moment(link.at)}  {name} {ACTS.get(link.act, link.act)}{about}"
    return f"{said} ({details})" if details else said


def _head_line(head: Head) -> str:
    return f"link {head.number}, {moment(head.at)}, {head.hash.hex()}"


@contextmanager
def _store() -> Iterator[tuple[Engine, AuditSettings]]:
    with opened_store(AuditSettings) as (engine, settings):
        try:
            yield engine, settings
        except AnchorFailed as fault:
            refuse(str(fault))
