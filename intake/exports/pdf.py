"""A report as PDF sheets, set in memory: no file is written, words are passed as data only."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal

import typst

from intake.entries import Entry
from intake.exports.letters import STANDARDS, families, machine_fonts, without_letters
from intake.exports.paragraphs import paragraph
from intake.exports.watermark import Watermark
from intake.parts import Part
from intake.reading import OpenedReport
from intake.register import SHORT
from intake.summary import NOTE

_FACTS = {"route", "limits", "conflict", "contact"}
_FOLDER = Path(__file__).parent


class CannotSet(Exception):  # noqa: N818 - told to staff as it stands
    """The sheets could not be set; the sentence quotes nothing of the report."""


@dataclass(frozen=True, slots=True)
class Sheets:
    """A finished PDF."""

    pdf: bytes = field(repr=False)
    replaced: int
    """How many different signs stand as their names, because no font here holds them."""


def sheets(
    opened: OpenedReport,
    parts: Iterable[Part],
    watermark: Watermark,
    fonts: typst.Fonts | None = None,
) -> Sheets:
    """Return the report as PDF; raise NoLetters or CannotSet.

    The same report, watermark and fonts give the same bytes.
    """
    fonts = fonts or machine_fonts()
    report = json.dumps(_report(opened, parts, watermark), ensure_ascii=False)
    if made := _set(report, watermark, fonts):
        return Sheets(made, 0)
    names = without_letters(report, fonts)
    # No sign of JSON's own is ever among them, and no name holds one.
    report = report.translate({ord(sign): name for sign, name in names.items()})
    if made := _set(report, watermark, fonts):
        return Sheets(made, len(names))
    raise CannotSet("These words cannot be set as PDF. Use --html or --json.")


def _set(report: str, watermark: Watermark, fonts: typst.Fonts) -> bytes | None:
    by_direction = families(fonts)
    mark = {"by": watermark.by, "hour": watermark.hour, "fonts": by_direction["ltr"]}
    try:
        pale = _compiled("watermark.typ", {"mark": json.dumps(mark)}, fonts, "svg", watermark.at)
        given = {
            "report": report,
            "fonts": json.dumps(by_direction),
            "watermark": pale.decode(),
        }
        return _compiled("report.typ", given, fonts, "pdf", watermark.at)
    except typst.TypstError:
        # What typst says quotes words of the report: it goes no further.
        return None


def _compiled(
    name: str, given: dict[str, str], fonts: typst.Fonts, kind: Literal["pdf", "svg"], at: datetime
) -> bytes:
    """Set a template of this folder with data; raise typst.TypstError."""
    compiler = typst.Compiler(
        (_FOLDER / name).read_bytes(), root=_FOLDER, font_paths=fonts, sys_inputs=given
    )
    made = compiler.compile(
        format=kind, pdf_standards=list(STANDARDS) if kind == "pdf" else [], timestamp=at
    )
    if not isinstance(made, bytes):
        raise CannotSet("The sheets came out in another form than asked for.")
    return made


def _report(opened: OpenedReport, parts: Iterable[Part], watermark: Watermark) -> dict[str, object]:
    """Return everything that `report.typ` sets, each text as a paragraph."""
    report_id = opened.stored.triage.report_id
    asked = opened.stored.withdrawn
    return {
        "title": f"Report {report_id[:SHORT]}",
        "heading": paragraph(f"Report {report_id[:SHORT]}", "en"),
        "id": paragraph(report_id, "en"),
        "note": paragraph(NOTE, "en"),
        "made": paragraph(watermark.line, "en"),
        "foot": paragraph(f"Confidential. Report {report_id}.", "en"),
        "warnings": [paragraph(f"The person asked on {asked} that this be deleted.", "en")]
        if asked
        else [],
        "differences": [paragraph(sentence, "en") for sentence in opened.differences],
        "parts": [_part(part) for part in parts],
    }


def _part(part: Part) -> dict[str, object]:
    return {
        "title": paragraph(part.title, "en"),
        "notice": paragraph(part.notice, "en") if part.notice else None,
        "kind": part.kind,
        "facts": part.kind in _FACTS,
        "entries": [_entry(entry) for entry in part.entries],
    }


def _entry(entry: Entry) -> dict[str, object]:
    return {
        "name": paragraph(entry.name, entry.language or "en"),
        "words": [paragraph(words, entry.language or "en") for words in entry.words],
        "quiet": entry.quiet,
    }
