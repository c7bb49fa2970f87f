"""`python -m flows limits`: the table of time limits in docs/deadlines.md, from the content."""

from collections.abc import Iterator

import typer

from flows.commands.charting import DOCS
from flows.condition import Condition
from flows.loading import read_flow
from flows.model import Flow
from flows.time_limits import TimeLimit

PAGE = DOCS / "deadlines.md"
BEGIN = "<!-- made by: python -m flows limits -->"
END = "<!-- end of what is made -->"
FROM = {
    "when_first": "first act",
    "when_last": "last act",
    "outcome_letter_date": "outcome letter",
    "upcoming_when": "that date",
    "none": "-",
}
LAW = {"uk": "UK", "gb": "GB", "e_w": "E&W", "scotland": "Scotland", "ni": "NI"}
KINDS = {
    "law": "Time limits",
    "evidence": "Evidence that does not last",
    "date": "Dates that the reporter named",
}
NO_ANSWER = frozenset({"not_asked", "skipped", "not_sure", "prefer_not"})


def limits() -> None:
    """Write the table of time limits in docs/deadlines.md anew."""
    text = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(with_table(text, read_flow()), encoding="utf-8")
    typer.echo(f"{PAGE.name}: the table is written")


def with_table(text: str, flow: Flow) -> str:
    """Return a page with what stands between its two marks made anew."""
    before, _, rest = text.partition(BEGIN)
    _, _, behind = rest.partition(END)
    return f"{before}{BEGIN}\n\n{table(flow)}\n{END}{behind}"


def table(flow: Flow) -> str:
    """Return every row of deadlines.yaml as Markdown: what is computed, then the notes."""
    return "\n".join(line for kind in KINDS for line in _of_a_kind(flow, kind))


def _of_a_kind(flow: Flow, kind: str) -> Iterator[str]:
    rows = [row for row in flow.limits if row.kind == kind]
    yield f"### {KINDS[kind]}\n"
    yield "| id | what | law of | counted from | length | may be extended | sure | checked |"
    yield "|---|---|---|---|---|---|---|---|"
    for row in rows:
        cells = (
            row.id,
            f"**{row.name}**. {row.source}",
            LAW[row.jurisdiction],
            FROM[row.input],
            _length(row),
            row.extension or ("no power found" if _ends(row) else "-"),
            row.confidence,
            row.last_checked or "not yet",
        )
        yield f"| {' | '.join(cells)} |"
    yield ""
    yield from (f"- **{row.id}**: {note}" for row in rows if (note := _note(row)))
    yield ""


def _ends(row: TimeLimit) -> bool:
    return row.kind == "law" and row.formula != "none"


def _length(row: TimeLimit) -> str:
    if row.formula == "none":
        return "none"
    if row.kind == "date":
        return "the day itself"
    return f"{row.length} {'beginning with the day' if row.formula == 'incl' else 'after the day'}"


def _note(row: TimeLimit) -> str:
    said = [row.note] if row.note else []
    if row.continuing:
        said.append("A course of conduct may count as one act.")
    if not row.alert:
        said.append("Raises no flag.")
    if row.under_18:
        said.append(f"Under 18 at the time: {row.under_18}")
    if row.day_matters:
        said.append("Short: the day is asked for while it may be ending.")
    if row.needs:
        said.append(f"Only where {' or '.join(map(_need, row.needs))}.")
    return " ".join(said)


def _need(condition: Condition) -> str:
    return " and ".join(f"`{name}` is {_values(values)}" for name, values in condition.tests)


def _values(values: frozenset[str]) -> str:
    unknown = " or not known" if values & NO_ANSWER else ""
    return ", ".join(sorted(values - NO_ANSWER)) + unknown
