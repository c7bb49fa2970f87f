"""`python -m flows crisis`: how many messages of a corpus the phrase lists find, and wrongly find.

Held-out messages are counted, never shown: whoever has read them can no longer measure with
them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from flows.crisis import Crisis
from flows.loading import CONTENT, read_flow
from flows.loading.corpus import HALVES, NONE, Message, corpus

ROOT = CONTENT.parent.parent
CORPUS = ROOT / "tests" / "flows" / "crisis_corpus"
PAGE = ROOT / "docs" / "crisis.md"
BEGIN, END = "<!-- figures: python -m flows crisis --write -->", "<!-- end of the figures -->"


@dataclass(frozen=True, slots=True)
class Figures:
    """What the lists do with one half of one language.

    `found` of `crises` messages bring up the card, `right` of them in the group they belong
    to; `alarms` of `others`, everyday messages, bring it up too.
    """

    crises: int
    found: int
    right: int
    others: int
    alarms: int

    def row(self) -> str:
        """Return the figures as they stand in a table."""
        return " | ".join(
            (
                f"{self.found} of {self.crises} ({_percent(self.found, self.crises)})",
                f"{self.right} of {self.crises} ({_percent(self.right, self.crises)})",
                f"{self.alarms} of {self.others} ({_percent(self.alarms, self.others)})",
            )
        )


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "none"


def measured(crisis: Crisis, messages: Iterable[Message]) -> Figures:
    """Return what the lists do with `messages`."""
    crises = found = right = others = alarms = 0
    for message in messages:
        groups = crisis.groups(message.text)
        if message.expect == NONE:
            others += 1
            alarms += bool(groups)
        else:
            crises += 1
            found += bool(groups)
            right += message.expect in groups
    return Figures(crises, found, right, others, alarms)


def table(crisis: Crisis, messages: Iterable[Message]) -> str:
    """Return the figures of every language and half as a Markdown table."""
    messages = tuple(messages)
    lines = [
        "| language | half | found | found in their own group | false alarms |",
        "|---|---|--:|--:|--:|",
    ]
    for language in dict.fromkeys(m.language for m in messages):
        for half in HALVES:
            part = [m for m in messages if m.language == language and m.half == half]
            if part:
                lines.append(f"| {language} | {half} | {measured(crisis, part).row()} |")
    return "\n".join(lines)


def written(page: str, figures: str) -> str:
    """Return the page with these figures between its two marks."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{figures}\n\n{END}{after}"


def mistakes(crisis: Crisis, messages: Iterable[Message]) -> Iterator[str]:
    """Yield each open message that is not found, or wrongly found."""
    for message in messages:
        groups = crisis.groups(message.text)
        if message.half == "open" and bool(groups) == (message.expect == NONE):
            what = f"found as {', '.join(sorted(groups))}" if groups else "not found"
            yield f"{message.language} {message.expect}: {message.text} ({what})"


def crisis(
    folder: Annotated[Path, typer.Argument(help="A corpus: one <language>.yaml each.")] = CORPUS,
    *,
    write: Annotated[bool, typer.Option(help="Write the figures into docs/crisis.md.")] = False,
    show: Annotated[bool, typer.Option(help="Show the open half's mistakes.")] = False,
) -> None:
    """Measure the crisis phrases: recall and false alarms, by language and half."""
    lists, messages = read_flow().crisis, corpus(folder)
    figures = table(lists, messages)
    typer.echo(figures)
    for line in mistakes(lists, messages) if show else ():
        typer.echo(line)
    if write:
        PAGE.write_text(written(PAGE.read_text(encoding="utf-8"), figures), encoding="utf-8")
