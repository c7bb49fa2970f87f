"""`python -m flows check`: every fault of the content, and the proof that it fits."""

from pathlib import Path
from typing import Annotated

import typer

from flows.commands.linting import findings, told
from flows.commands.sizes import ENVELOPE, buttons_too_long, cards_too_long, longest_summary
from flows.loading import CONTENT, FlowFaults, read_flow
from flows.model import Flow
from locales import catalogs

Folder = Annotated[Path, typer.Argument(help="The content to check; the shipped one by default.")]


def check(folder: Folder = CONTENT) -> None:
    """Check the content: print every fault with its line, or say what there is."""
    if not folder.is_dir():
        typer.echo(f"there is no folder {folder}", err=True)
        raise typer.Exit(1)
    try:
        flow = read_flow(folder)
    except FlowFaults as found:
        typer.echo(str(found))
        typer.echo(f"{len(found.faults)} faults")
        raise typer.Exit(1) from None
    known = catalogs()
    languages = {c.language: c for c in known if not c.gap({c.language}, texts(flow))}
    sizes = {name: longest_summary(flow, words) for name, words in languages.items()}
    faults = [*buttons_too_long(flow, languages), *cards_too_long(flow, languages)]
    faults += [
        f"{name}: the longest summary has {size} bytes; {ENVELOPE} fit. Lower a text's limit."
        for name, size in sizes.items()
        if size > ENVELOPE
    ]
    try:
        faults += [str(found) for found in findings(folder, flow, known)]
    except FlowFaults as found:
        faults += [str(fault) for fault in found.faults]
    for fault in faults:
        typer.echo(fault)
    if faults:
        typer.echo(f"{len(faults)} faults")
        raise typer.Exit(1)
    steps, options = len(flow.steps), sum(len(s.options) for s in flow.steps.values())
    typer.echo(f"no faults: {steps} cards, {options} options, {len(flow.rules)} routing rules")
    typer.echo(f"longest summary: {max(sizes.values())} of {ENVELOPE} bytes")
    typer.echo(f"words: {', '.join(c.language for c in known)}")
    for line in told(flow, known[0]):
        typer.echo(line)


def texts(flow: Flow) -> list[tuple[str, str]]:
    """Return every text of the steps with its context."""
    return [
        (step.id, text)
        for step in flow.steps.values()
        for text in (
            step.say,
            step.them,
            step.label,
            *(label for o in step.options for label in (o.label, o.them)),
        )
        if text
    ]
