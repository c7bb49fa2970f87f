"""`python -m flows talk`: the conversation in a terminal, with nothing kept."""

import json
import shutil
import textwrap
from collections.abc import Iterator
from datetime import UTC, datetime

import typer

from flows import routing
from flows.commands.walking import Walk
from flows.deadlines import timing
from flows.draft import Draft
from flows.loading import FlowFaults, load_flow
from flows.outcome import Move, Turn
from flows.screen import Button, Card
from flows.summary import summary
from locales import ANY, offered

WIDEST = 64
QUIT = frozenset({"q", "quit"})
HINT = (
    "Type a number, a label or words; /help, /skip, /stop ... work; q ends this. Nothing is kept."
)


def talk() -> None:
    """Walk the conversation here, as on a phone: nothing is sent, nothing is kept."""
    try:
        moves = load_flow()
    except FlowFaults as faults:
        typer.echo(str(faults), err=True)
        raise typer.Exit(1) from None
    catalogs = offered(frozenset({ANY}))
    names = {tag: catalog.name for tag, catalog in catalogs.items()}
    walk = Walk(moves, datetime.now(UTC).date(), catalogs, names)
    typer.echo(HINT)
    turn = walk.show()
    while True:
        typer.echo(drawn(turn))
        typed = read()
        if typed is None:
            return
        turn = answered(walk, turn.card, typed)
        if turn.deed == "send" and turn.sent is not None:
            typer.echo(handed_over(walk, turn.sent))


def read() -> str | None:
    """Return the next line, or None at the end."""
    try:
        typed: str = typer.prompt("", prompt_suffix="> ", default="", show_default=False)
    except typer.Abort:
        return None
    return None if typed.strip() in QUIT else typed


def answered(walk: Walk, card: Card, typed: str) -> Turn:
    """Take what was typed: a button's number, a slash command, or words."""
    numbered = list(buttons_of(card))
    if typed.isdecimal() and 0 < int(typed) <= len(numbered):
        return walk.tap(numbered[int(typed) - 1].option)
    if typed.startswith("/"):
        name, _, argument = typed[1:].partition(" ")
        name = {"stop": "leave", "exit": "leave"}.get(name, name)
        return walk.take(Move("command", name, argument=argument))
    return walk.take(Move("words", typed))


def buttons_of(card: Card) -> Iterator[Button]:
    """Yield a card's buttons, row by row."""
    for row in card.rows:
        yield from row


def drawn(turn: Turn) -> str:
    """Return the card as text: its words, then its buttons with their numbers."""
    width = min(WIDEST, shutil.get_terminal_size().columns)
    lines = ["", "─" * width]
    if turn.note:
        lines += [f"({turn.note})", ""]
    for paragraph in turn.card.text.splitlines():
        lines += textwrap.wrap(paragraph, width) or [""]
    lines.append("")
    number = 0
    for row in turn.card.rows:
        shown = []
        for button in row:
            number += 1
            shown.append(f"[{number}] {button.label}")
        lines.append("   ".join(shown))
    return "\n".join(lines)


def handed_over(walk: Walk, sent: Draft) -> str:
    """Return what staff would get: the route with its reason, and the summary as JSON."""
    flow = walk.moves.flow
    time = timing(flow, sent, walk.today, walk.setting().calendar)
    found = routing.route(flow, sent, time)
    because = ", ".join(f"{b.step}: {' '.join(b.values)}" for b in found.because) or "no other rule"
    made = summary(flow, sent, "0" * 32, walk.today)
    queue = f"{found.queue} ({flow.queues[found.queue]})"
    return "\n".join(
        (
            "",
            "═" * WIDEST,
            f"What would be sealed. Queue {queue} by rule {found.rule} ({because}).",
            json.dumps(made, ensure_ascii=False, indent=2),
        )
    )
