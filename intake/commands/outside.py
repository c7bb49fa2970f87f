"""What a command that mattered leaves outside the store: its deletions, and the chain's head."""

import time

import typer
from sqlalchemy import Engine

from intake.audit.anchor import anchor_if_due
from intake.audit.places import AnchorFailed
from intake.retention.returned import DeletionsFault, write_deletions
from intake.settings import AuditSettings


def write_outside(engine: Engine, settings: AuditSettings) -> None:
    """Write both. What fails is told, and undoes nothing: the next command tries it again."""
    try:
        write_deletions(engine, settings.deletions_file)
    except DeletionsFault as fault:
        typer.echo(str(fault), err=True)
    try:
        anchor_if_due(engine, settings, int(time.time()), who="terminal")
    except AnchorFailed as fault:
        typer.echo(str(fault), err=True)
