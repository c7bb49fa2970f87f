"""A report as one page that prints well: no script, nothing loaded, words as text only."""

import base64
import hashlib
from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree as ET

from intake.entries import Entry, visible
from intake.exports.watermark import Watermark
from intake.parts import Part
from intake.reading import OpenedReport
from intake.register import SHORT
from intake.summary import NOTE

_STYLE = Path(__file__).with_name("page.css")


def page(opened: OpenedReport, parts: Iterable[Part], watermark: Watermark) -> str:
    """Return the whole HTML page. A tree is built and written out, so that nothing is markup."""
    html = ET.Element("html", lang="en")
    _head(ET.SubElement(html, "head"), opened)
    body = ET.SubElement(html, "body")
    _header(ET.SubElement(body, "header"), opened, watermark)
    if opened.differences:
        _differences(body, opened.differences)
    main = ET.SubElement(body, "main")
    for part in parts:
        _part(main, part)
    foot = f"{NOTE} Confidential. Report {_short(opened)}. {watermark.line}"
    _text(ET.SubElement(body, "footer"), foot)
    return "<!doctype html>\n" + ET.tostring(html, encoding="unicode", method="html") + "\n"


def _head(head: ET.Element, opened: OpenedReport) -> None:
    style = _STYLE.read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    ET.SubElement(head, "meta", charset="utf-8")
    ET.SubElement(head, "meta", {"http-equiv": "Content-Security-Policy", "content": policy})
    for name, content in (
        ("viewport", "width=device-width, initial-scale=1"),
        ("referrer", "no-referrer"),
        ("robots", "noindex"),
    ):
        ET.SubElement(head, "meta", name=name, content=content)
    ET.SubElement(head, "title").text = f"Report {_short(opened)}"
    ET.SubElement(head, "style").text = style


def _header(header: ET.Element, opened: OpenedReport, watermark: Watermark) -> None:
    _text(ET.SubElement(header, "p", {"class": "confidential"}), "Confidential")
    title = ET.SubElement(header, "h1")
    title.text = "Report "
    ET.SubElement(title, "span").text = _short(opened)
    _text(ET.SubElement(header, "p", {"class": "note"}), NOTE)
    _text(ET.SubElement(header, "p", {"class": "id"}), opened.stored.triage.report_id)
    _text(ET.SubElement(header, "p", {"class": "made", "dir": "auto"}), watermark.line)
    if opened.stored.withdrawn:
        asked = f"The person asked on {opened.stored.withdrawn} that this be deleted."
        _text(ET.SubElement(header, "p", {"class": "note"}), asked)


def _differences(body: ET.Element, sentences: Iterable[str]) -> None:
    box = ET.SubElement(body, "aside", {"class": "differs"})
    _text(ET.SubElement(box, "p"), "The store was changed, or this report is not the one it seems:")
    rows = ET.SubElement(box, "ul")
    for sentence in sentences:
        _text(ET.SubElement(rows, "li"), sentence)


def _part(main: ET.Element, part: Part) -> None:
    if part.notice:
        _text(ET.SubElement(main, "p", {"class": "notice", "role": "note"}), part.notice)
    section = ET.SubElement(main, "section", {"class": part.kind})
    _text(ET.SubElement(section, "h2", dir="auto"), part.title)
    entries = ET.SubElement(section, "dl")
    for entry in part.entries:
        _entry(ET.SubElement(entries, "div"), entry)


def _entry(box: ET.Element, entry: Entry) -> None:
    # dir=auto on each piece: a question in English may be answered in Urdu.
    name = ET.SubElement(box, "dt", dir="auto")
    if entry.language:
        name.set("lang", entry.language)
    _text(name, entry.name)
    for words in entry.words:
        answer = ET.SubElement(box, "dd", dir="auto")
        if entry.quiet:
            answer.set("class", "quiet")
        elif entry.language:
            answer.set("lang", entry.language)
        _text(answer, words)


def _text(element: ET.Element, words: str) -> None:
    element.text = visible(words)


def _short(opened: OpenedReport) -> str:
    return opened.stored.triage.report_id[:SHORT]
