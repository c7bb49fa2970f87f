"""`open`: where words become readable, to the holder of an identity alone."""

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from intake.commands.asking import identities, opened_register
from intake.commands.handling import ReportId
from intake.entries import visible
from intake.envelope import DamagedEnvelope, UnknownVersion, WrongIdentity
from intake.exports.record import record
from intake.parts import parts
from intake.reading import OpenedReport, open_report
from intake.register import SHORT, Register
from intake.summary import UnusualSummary, read_summary
from intake.terminal import heading, notice, show_part

IdentityFiles = Annotated[
    list[Path],
    typer.Option("--identity", help="Your identity file; give it twice to use two."),
]
PassphraseFile = Annotated[
    Path | None, typer.Option(help="Take the passphrase from this file instead of asking.")
]

_WIDTH = 100


def open_stored(
    report: ReportId, identity: IdentityFiles, passphrase_file: PassphraseFile = None
) -> None:
    """Show a report. Nothing is written anywhere."""
    with opened_register() as register:
        opened = open_recorded(register, report, identity, passphrase_file)
    console = Console(width=None if sys.stdout.isatty() else _WIDTH, highlight=False)
    console.print(heading(opened))
    try:
        shown = parts(opened, read_summary(opened.summary))
    except UnusualSummary as unusual:
        typer.echo(f"{unusual} Here it is as it was sealed:")
        typer.echo(visible(record(opened)))
        return
    for part in shown:
        if part.notice:
            console.print(notice(part))
            if sys.stdin.isatty() and sys.stdout.isatty():
                typer.confirm("Show it", default=True, abort=True)
        show_part(console, part)
    short = opened.stored.triage.report_id[:SHORT]
    typer.echo(f"When a person has read it: python -m intake mark {short} read")


def open_recorded(
    register: Register, report: str, files: list[Path], passphrase_file: Path | None
) -> OpenedReport:
    """Open a report with these identity files; that it was opened, or could not be, is recorded."""
    stored = register.report(report)
    report_id = stored.triage.report_id
    keys = identities(files, passphrase_file)
    try:
        opened = open_report(stored, keys)
    except (WrongIdentity, DamagedEnvelope, UnknownVersion) as fault:
        register.record("envelope_refused", report_id, fault=type(fault).__name__)
        raise
    register.record("opened", report_id, conflict_card=opened.conflict is not None)
    return opened
