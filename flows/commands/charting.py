"""`python -m flows chart`: the conversation as pictures, one for each block.

Our own DOT: the machine's library draws every edge it has, and twenty steps of that
cannot be read. What can be read is the way through, so asides are left out, several
ways to one card are one arrow, and an arrow says only which answers take it. A whole flow
on one picture is too wide for a page: each block has its own, on docs/chart.md.
"""

import hashlib
import shutil
import subprocess
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated

import typer

from flows.condition import Condition
from flows.loading import CONTENT, read_flow
from flows.model import Flow, Step

DOCS = CONTENT.parent.parent / "docs"
PAGE, PICTURES = "chart.md", "chart"
MARK = "dot sha256"
WIDTH, LINES = 24, 3
MOST_NAMED, MOST_DOWN = 3, 8
SHAPES = {
    "notice": 'shape=box, style="rounded,filled", fillcolor="#eef2f6"',
    "end": 'shape=box, style="rounded,filled", fillcolor="#e3e3e3"',
    "consent": 'shape=box, style="filled,bold", fillcolor="#fdf1d8"',
    "review": 'shape=box, style="filled,bold", fillcolor="#fdf1d8"',
}
ELSEWHERE = 'shape=plaintext, fontsize=11, fontcolor="#1f4e79"'
ASKS = 'shape=box, style=filled, fillcolor="#ffffff"'
Print = Annotated[bool, typer.Option("--print", help="Print the DOT and write nothing.")]

# Cards that stand outside the way through.
LEFT_OUT = frozenset({"deleted"})

# What the flow's own marks mean, as a reason to take a way.
MARKS = {
    "adding": "Adding to a report",
    "early": "Send what I have",
    "acts": "This team cannot act",
    "body_nation": "Nation not settled",
}


def chart(*, print_only: Print = False) -> None:
    """Draw the conversation: docs/chart.md and, where Graphviz is installed, its pictures."""
    flow = read_flow()
    drawings = {block: drawn(flow, block) for block in blocks(flow)}
    if print_only:
        typer.echo("\n".join(drawings.values()), nl=False)
        return
    (DOCS / PAGE).write_text(page(flow), encoding="utf-8")
    program = shutil.which("dot")
    if program is None:
        typer.echo("docs/chart.md is written. Graphviz's `dot` is not installed, so its pictures")
        typer.echo("are still the old ones: install graphviz and run this again.")
        raise typer.Exit(1)
    for block, dot in drawings.items():
        (DOCS / PICTURES / f"{block}.svg").write_text(picture(dot, program), encoding="utf-8")
    typer.echo(f"docs/chart.md and {len(drawings)} pictures in docs/chart/ are written")


def page(flow: Flow) -> str:
    """Return the page that shows every picture."""
    lines = [
        "# The conversation, block by block",
        "",
        "Drawn by `make chart` from `flows/content/questions/`. A white box asks, a grey one only",
        "tells, a yellow one is a consent or the review. Blue words are cards of another block.",
        "Help, More, Pause and other cards that can be laid over every question are left out.",
    ]
    for name in blocks(flow):
        title = flow.blocks[name].title
        lines += ["", f"## {title}", "", f"![{title}]({PICTURES}/{name}.svg)"]
    return "\n".join((*lines, ""))


def blocks(flow: Flow) -> list[str]:
    """Return the blocks that have a card of their own to draw."""
    return list(dict.fromkeys(step.block for step in _shown(flow).values()))


def _shown(flow: Flow) -> dict[str, Step]:
    return {s.id: s for s in flow.steps.values() if s.kind != "aside" and s.id not in LEFT_OUT}


def picture(dot: str, program: str) -> str:
    """Return the SVG of `dot`, with the hash that says which DOT it shows."""
    made = subprocess.run(  # noqa: S603 - Graphviz itself, fed with our own text
        [program, "-Tsvg"], input=dot, capture_output=True, text=True, check=True
    ).stdout
    head, _, rest = made.partition("<svg")
    return f"{head}<!-- {MARK} {digest(dot)} -->\n<svg{rest}"


def digest(dot: str) -> str:
    """Return the SHA-256 of a chart's DOT."""
    return hashlib.sha256(dot.encode()).hexdigest()


def drawn(flow: Flow, block: str) -> str:
    """Return one block as DOT."""
    shown = _shown(flow)
    steps = [step for step in shown.values() if step.block == block]
    # Many cards side by side are drawn from left to right, or they would be too wide.
    led_to = {to for step in steps for to in _leads(flow, step)}
    begins = sum(step.id not in led_to for step in steps)
    widest = max(begins * 2, *(len(_leads(flow, step)) for step in steps))
    return "\n".join(
        (
            *_head("LR" if widest > MOST_DOWN else "TB"),
            *_cards(flow, steps, shown),
            *_arrows(flow, steps, shown),
            "}",
            "",
        )
    )


def _head(direction: str) -> Iterator[str]:
    yield "digraph flow {"
    yield f'  rankdir={direction}; nodesep=0.2; ranksep=0.3; fontname="Helvetica";'
    yield '  node [fontname="Helvetica", fontsize=13, margin="0.12,0.06"];'
    yield '  edge [fontname="Helvetica", fontsize=11, color="#555555", arrowsize=0.6];'


def _cards(flow: Flow, steps: Iterable[Step], shown: Mapping[str, Step]) -> Iterator[str]:
    for step in steps:
        yield f'  {step.id} [label="{_label(step)}", {SHAPES.get(step.kind, ASKS)}];'
        for to in _outside(flow, step, shown):
            yield f'  {step.id}__{to} [label="to: {_label(shown[to])}", {ELSEWHERE}];'


def _label(step: Step) -> str:
    text = step.label or step.say.split("\n")[0].split(". ")[0].rstrip(".")
    if "{" in text:
        text = step.id.replace("_", " ").capitalize()
    lines = textwrap.wrap(text.replace('"', "'"), WIDTH)
    return "\\n".join(lines[:LINES]) + (" ..." if len(lines) > LINES else "")


def _leads(flow: Flow, step: Step) -> dict[str, list[str]]:
    """Return each card that `step` leads to with the reasons, "" for none."""
    leads: dict[str, list[str]] = {}
    for option in step.options:
        if option.to:
            leads.setdefault(option.to, []).append(option.label)
    for way in step.ways:
        leads.setdefault(way.to, []).append(_reason(flow, step, way.when))
    return {to: reasons for to, reasons in leads.items() if to != step.id}


def _arrows(flow: Flow, steps: Iterable[Step], shown: Mapping[str, Step]) -> Iterator[str]:
    """Yield the arrows; one that leaves the block ends in a name, not in a long line."""
    for step in steps:
        for to, reasons in _leads(flow, step).items():
            if to not in shown:
                continue
            said = "" if "" in reasons else "\\n".join(dict.fromkeys(reasons))
            named = said.replace('"', "'")
            end = to if shown[to].block == step.block else f"{step.id}__{to}"
            yield f'  {step.id} -> {end} [label="{named}"];' if named else f"  {step.id} -> {end};"


def _outside(flow: Flow, step: Step, shown: Mapping[str, Step]) -> list[str]:
    """Return the cards of other blocks that `step` leads to."""
    return [to for to in _leads(flow, step) if to in shown and shown[to].block != step.block]


def _reason(flow: Flow, step: Step, condition: Condition) -> str:
    """Return what takes this way, in a few words: the answers, and of which card."""
    reasons = []
    for name, wanted in condition.tests:
        asked = flow.steps.get(name)
        labels = [o.label for o in asked.options if o.id in wanted] if asked else []
        said = " / ".join(labels[:MOST_NAMED]) + (" ..." if len(labels) > MOST_NAMED else "")
        if name == step.id and said:
            reasons.append(said)
        elif said and asked:
            reasons.append(f"{asked.label}: {said}")
        else:
            reasons.append(MARKS.get(name) or f"{name}: {' / '.join(sorted(wanted))}")
    return "\\n".join("\\n".join(textwrap.wrap(reason, WIDTH)) for reason in reasons)
