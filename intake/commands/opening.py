"""`open` and `export`: where words become readable, to the holder of an identity alone."""

import json
import os
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from intake.commands.asking import identities, opened_register, refuse
from intake.commands.handling import ReportId
from intake.entries import visible
from intake.envelope import DamagedEnvelope, UnknownVersion, WrongIdentity
from intake.page import page
from intake.parts import parts
from intake.reading import OpenedReport, open_report
from intake.register import SHORT, Register
from intake.summary import NOTE, UnusualSummary, read_summary
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
        typer.echo(visible(_json(opened)))
        return
    for part in shown:
        if part.notice:
            console.print(notice(part))
            if sys.stdin.isatty() and sys.stdout.isatty():
                typer.confirm("Show it", default=True, abort=True)
        show_part(console, part)
    short = opened.stored.triage.report_id[:SHORT]
    typer.echo(f"When a person has read it: python -m intake mark {short} read")


def export(  # noqa: PLR0913 - a parameter for each option of the command line
    report: ReportId,
    identity: IdentityFiles,
    passphrase_file: PassphraseFile = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="The summary as it was sealed.")] = False,
    as_html: Annotated[bool, typer.Option("--html", help="One page, for printing.")] = False,
    out: Annotated[
        Path | None, typer.Option(help="A new file, readable to you alone. Else: the terminal.")
    ] = None,
) -> None:
    """Write a report out, opened. From then on you guard the copy."""
    if as_json == as_html:
        refuse("Say which: --json or --html.")
    if out is not None and out.exists():
        refuse(f"{out} is there already and is left as it is.")
    with opened_register() as register:
        opened = open_recorded(register, report, identity, passphrase_file)
        form = "json" if as_json else "html"
        # Before it is written: a copy without a link would be worse than a link without a copy.
        register.record("exported", opened.stored.triage.report_id, format=form)
    if as_json:
        text = _json(opened) + "\n"
    else:
        try:
            text = page(opened, parts(opened, read_summary(opened.summary)))
        except UnusualSummary as unusual:
            refuse(f"{unusual} Use --json.")
    if out is None:
        typer.echo(text, nl=False)
    else:
        _write_private(out, text)
        typer.echo(f"Written to {out}. {NOTE}", err=True)


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


def _json(opened: OpenedReport) -> str:
    """Return the sealed summary; the conflict card stands opened in it for who may open it."""
    summary = dict(opened.summary)
    if opened.conflict is not None:
        summary["conflict_card"] = dict(opened.conflict)
    return json.dumps(summary, ensure_ascii=False, indent=2, sort_keys=True)


def _write_private(path: Path, text: str) -> None:
    try:
        number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as fault:
        refuse(f"{path} cannot be written ({fault.strerror}).")
    with os.fdopen(number, "w", encoding="utf-8") as file:
        file.write(text)
