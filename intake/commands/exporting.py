"""`export`: one opened report as a copy of its own, with the name of whoever made it."""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from intake.commands.asking import opened_store, refuse
from intake.commands.handling import ReportId
from intake.commands.opening import IdentityFiles, PassphraseFile, open_recorded
from intake.commands.outside import write_outside
from intake.exports.letters import NoLetters
from intake.exports.page import page
from intake.exports.pdf import CannotSet, Sheets, sheets
from intake.exports.record import written_record
from intake.exports.watermark import NoName, Watermark, watermark
from intake.parts import parts
from intake.reading import OpenedReport
from intake.register import Register
from intake.settings import AuditSettings
from intake.summary import NOTE, UnusualSummary, read_summary


def export(  # noqa: PLR0913 - a parameter for each option of the command line
    report: ReportId,
    identity: IdentityFiles,
    passphrase_file: PassphraseFile = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="The record, as it was sealed.")] = False,
    as_html: Annotated[bool, typer.Option("--html", help="One page, for a browser.")] = False,
    as_pdf: Annotated[bool, typer.Option("--pdf", help="Sheets, for printing.")] = False,
    by: Annotated[
        str, typer.Option(help="Who makes this copy: stands on each page of HTML and PDF.")
    ] = "",
    out: Annotated[
        Path | None, typer.Option(help="A new file, readable to you alone. Else: the terminal.")
    ] = None,
) -> None:
    """Write a report out, opened. From then on you guard the copy."""
    if as_json + as_html + as_pdf != 1:
        refuse("Say which: --json, --html or --pdf.")
    if out is not None and out.exists():
        refuse(f"{out} is there already and is left as it is.")
    if as_pdf and out is None and sys.stdout.isatty():
        refuse("A PDF cannot be shown in a terminal. Name a new file: --out FILE.")
    # Asked for before the report is opened: no passphrase is typed in vain.
    copy = None if as_json else _watermark(by)
    form = "json" if as_json else "pdf" if as_pdf else "html"
    with opened_store(AuditSettings) as (engine, settings):
        register = Register(engine)
        opened = open_recorded(register, report, identity, passphrase_file)
        made = written_record(opened) if copy is None else _made(opened, copy, as_pdf=as_pdf)
        # Before it is written: a copy without a link would be worse than a link without a copy.
        register.record("exported", opened.stored.triage.report_id, format=form)
        write_outside(engine, settings)
    if out is None:
        typer.echo(made, nl=False)
    else:
        _write_private(out, made)
        typer.echo(f"Written to {out}. {NOTE}", err=True)


def _watermark(by: str) -> Watermark:
    try:
        return watermark(by, datetime.now(UTC))
    except NoName as fault:
        refuse(str(fault))


def _made(opened: OpenedReport, copy: Watermark, *, as_pdf: bool) -> bytes:
    try:
        shown = parts(opened, read_summary(opened.summary))
        if not as_pdf:
            return page(opened, shown, copy).encode()
        return _told(sheets(opened, shown, copy))
    except UnusualSummary as unusual:
        refuse(f"{unusual} Use --json.")
    except (NoLetters, CannotSet) as fault:
        refuse(str(fault))


def _told(made: Sheets) -> bytes:
    """Return the PDF; say aloud what does not stand in it as it was typed."""
    if made.replaced:
        which = "1 sign is" if made.replaced == 1 else f"{made.replaced} signs are"
        typer.echo(
            f"{which} in no font of this machine, and given by name as [sign: ...]. "
            "The fonts-noto packages hold more of them.",
            err=True,
        )
    return made.pdf


def _write_private(path: Path, made: bytes) -> None:
    try:
        number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as fault:
        refuse(f"{path} cannot be written ({fault.strerror}).")
    with os.fdopen(number, "wb") as file:
        file.write(made)
