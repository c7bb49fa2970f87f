"""Show reports in a terminal."""

from collections.abc import Iterable, Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from intake.entries import Entry, visible
from intake.parts import Part
from intake.reading import OpenedReport
from intake.register import SHORT, Arrival
from intake.summary import NOTE

_WORDS = {
    "arrived": "arrived",
    "read": "read by a person",
    "tried": "tried to reach",
    "contact_us": "asked to contact us",
}
_URGENT = 1


def arrivals_table(arrivals: Sequence[Arrival]) -> Table:
    """Return the list of what has arrived: triage columns, and nothing from inside."""
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for name in (
        "report",
        "received",
        "queue",
        "priority",
        "look from",
        "language",
        "size",
        "status",
    ):
        table.add_column(name, justify="right" if name in {"priority", "size"} else "left")
    for one in arrivals:
        triage = one.triage
        status = _WORDS[one.word]
        if one.withdrawn:
            status += f"; withdrawal asked {one.withdrawn}"
        table.add_row(
            triage.report_id[:SHORT],
            triage.received.isoformat(),
            triage.queue,
            str(triage.priority),
            triage.due_week.isoformat() if triage.due_week else "-",
            triage.language,
            f"{one.envelope_bytes // 1024} KiB",
            status,
            style="bold" if triage.priority <= _URGENT and one.word == "arrived" else None,
        )
    return table


def heading(opened: OpenedReport) -> Group:
    """Return the top of a report: which one, the note, and whatever does not fit."""
    lines: list[RenderableType] = [
        Rule(f"Report {opened.stored.triage.report_id}", style="cyan"),
        Text(NOTE, style="bold", justify="center"),
    ]
    if opened.stored.withdrawn:
        asked = f"The person asked on {opened.stored.withdrawn} that this be deleted."
        lines.append(Text(asked, style="bold red", justify="center"))
    if opened.differences:
        warning = Text("The store was changed, or the report is not the one it seems:\n")
        warning.append("\n".join(visible(line) for line in opened.differences))
        lines.append(Panel(warning, border_style="red", title="Does not fit"))
    return Group(*lines)


def show_part(console: Console, part: Part) -> None:
    """Print one part of a report. Words of the person are text, never markup."""
    facts = part.kind in {"route", "limits", "conflict", "contact"}
    body = _facts(part.entries) if facts else Group(*_answers(part.entries))
    if part.kind == "conflict":
        console.print(Panel(body, title=part.title, border_style="yellow", padding=(0, 1)))
        return
    console.print()
    console.print(Rule(visible(part.title), align="left", style="cyan"))
    console.print(Padding(body, (0 if facts else 1, 0, 0, 2)))


def notice(part: Part) -> Panel:
    """Return the content notice of a part."""
    return Panel(Text(part.notice), title="Before you read on", border_style="magenta")


def _facts(entries: Iterable[Entry]) -> Table:
    """Lay short entries out in two columns."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="dim", max_width=34)
    table.add_column()
    for entry in entries:
        table.add_row(Text(visible(entry.name)), _words(entry))
    return table


def _answers(entries: Iterable[Entry]) -> Iterable[Padding]:
    """Put each answer under its question."""
    for entry in entries:
        question = Text(visible(entry.name), style="dim")
        yield Padding(Group(question, _words(entry)), (0, 0, 1, 0))


def _words(entry: Entry) -> Text:
    words = "\n".join(visible(word) for word in entry.words)
    return Text(words, style="italic" if entry.quiet else "")
