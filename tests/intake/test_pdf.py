import re
import subprocess
import sys
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from intake.entries import visible
from intake.exports.pdf import sheets
from intake.summary import NOTE
from tests.intake.reading_pdf import BODY, squeezed, text_of_pdf, words_of
from tests.intake.sample import ACCOUNT, URDU, WATERMARK, Readers, answer, opened, shown, triage

ROOT = Path(__file__).parents[2]
LANGUAGES = {
    "ur": URDU,
    "ar": "عاد إلى شقتي بعد أن أخذ إفادتي، وقال إن الأمر عادي (2019).",
    "bn": "সে আমার বিবৃতি নেওয়ার পর আবার বাড়িতে এসেছিল। ক্ষমা, প্রশ্ন, স্ত্রী, শক্তি",
    "cy": "Daeth yn ôl i’r tŷ: ŵyn, ŷd, â, ê, î, ô, û, ẁ, ẃ, ẅ.",  # noqa: RUF001 - Welsh
    "pl": "Wrócił do mojego mieszkania. Zażółć gęślą jaźń ĄĆĘŁŃÓŚŹŻ.",
}
MARKUP = '#eval("panic()") $x^2$ *b* _i_ `r` \\ = h <b>&amp; // c /* d */ [#] @a '
HOSTILE = [
    '#eval("panic()")',
    '#import "@preview/x:1.0.0": *',
    '#read("/etc/passwd")',
    "$ x^2 $ $",
    "\\ \\u{41} \\\\",
    "*b* _i_ `raw` ``` = heading - list",
    "// gone /* gone */",
    '"], "parts": []}',
    "#" * 200,
    "before\u202etxt.exe\u202c after",
    "zero\u200bwidth\u200djoined\u2060",
    "\x1b[31mred\x07",
    "\\begin{x} %%EOF endobj stream (",
]


def made(readers: Readers, **changes: object) -> bytes:
    report = opened(readers, None, **changes)
    return sheets(report, shown(report), WATERMARK).pdf


def with_texts(readers: Readers, *texts: str, language: str = "en", question: str = "") -> bytes:
    answers = [
        answer(f"step_{place}", question or "Asked", text=text, language=language)
        for place, text in enumerate(texts)
    ]
    return made(readers, blocks=[{"id": "account", "title": question, "answers": answers}])


def test_every_part_stands_in_the_pdf(readers: Readers) -> None:
    """Each title, notice, question and answer of the terminal is on the sheets, in order."""
    report = opened(readers, triage(queue="Q5_OTHER_FORCE_EW"))
    text = text_of_pdf(sheets(report, shown(report), WATERMARK).pdf, *BODY)
    flat, place = squeezed(text), 0
    for sentence in (NOTE, triage().report_id, *report.differences):
        assert squeezed(sentence) in flat
    for part in shown(report):
        place = flat.index(squeezed(part.title), place)
        assert squeezed(part.notice) in flat
        for entry in part.entries:
            for words in (entry.name, *entry.words):
                assert [one for one in words_of(words) if one not in text] == []
                assert words == URDU or squeezed(words) in flat


def test_every_sheet_says_who_made_it(readers: Readers) -> None:
    """Name and hour, the note, the whole id, "Confidential" and the page's number are on each."""
    pages = text_of_pdf(with_texts(readers, ACCOUNT * 60)).split("\f")[:-1]
    assert len(pages) > 2
    foot = [NOTE, "Copy made 2026-11-22, 14:00 UTC, by Ada Invented.", "Confidential."]
    for number, page in enumerate(pages, 1):
        wanted = [*foot, triage().report_id, f"Page {number} of {len(pages)}"]
        assert [words for words in wanted if words not in page] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_can_be_read_out_again(readers: Readers, language: str) -> None:
    """Words of each language come out of the sheets as they went in: searched, copied, read out."""
    words = words_of(LANGUAGES[language])
    text = text_of_pdf(with_texts(readers, LANGUAGES[language], language=language), *BODY)
    found = [one for one in words_of(text) if one in words]
    assert [one for one in words if one not in found] == []
    assert found[: len(words)] == words or language in {"ur", "ar"}


def test_hostile_words_are_text(readers: Readers) -> None:
    """What would be a command, an import or a formula is printed as typed; controls are visible."""
    text = squeezed(text_of_pdf(with_texts(readers, *HOSTILE), *BODY))
    assert [one for one in HOSTILE if squeezed(visible(one)) not in text] == []
    for one in HOSTILE:
        asked = squeezed(text_of_pdf(with_texts(readers, "answered", question=one), *BODY))
        assert asked.count(squeezed(visible(one))) == 2
    assert "\u202e" not in text
    assert "\N{REPLACEMENT CHARACTER}[31mred" in text


@pytest.mark.parametrize("unit", [MARKUP, MARKUP.replace(" ", ""), "x", "((", "#{"])
def test_64_kib_of_markup_are_text(readers: Readers, unit: str) -> None:
    """A whole envelope of markup is printed, letter for letter, inside the sheet's margins."""
    typed = unit * (56_000 // len(unit.encode()))
    text = squeezed(text_of_pdf(with_texts(readers, typed), *BODY))
    assert squeezed(typed) in text
    assert text.count(squeezed(typed)) == 1


def test_a_line_begins_where_its_language_begins(readers: Readers) -> None:
    """An Urdu answer stands at the right, an English one at the left, whatever was asked."""
    pdf = with_texts(readers, URDU, ACCOUNT, language="ur")
    box = r'xMin="([\d.]+)".*?xMax="([\d.]+)".*?>(.*?)</word>'
    found = re.findall(box, text_of_pdf(pdf, "-bbox"))
    sheet, margin = 595, 57
    assert max(float(right) for _, right, word in found if word > "\u0600") > sheet - margin - 2
    assert next(float(left) for left, _, word in found if word == "He") < margin + 2


def test_a_telephone_number_never_turns_round(readers: Readers) -> None:
    """Digits alone run from the left, also in an Urdu chat: their groups keep their places."""
    pdf = with_texts(readers, "+44 20 7946 0018", language="ur")
    assert "+44 20 7946 0018" in text_of_pdf(pdf)


def test_a_name_from_the_right_leaves_the_hour_alone(readers: Readers) -> None:
    """Day and hour read the same whoever made the copy."""
    report = opened(readers)
    pdf = sheets(report, shown(report), replace(WATERMARK, by="عائشہ وکیل")).pdf
    assert "Copy made 2026-11-22, 14:00 UTC, by" in text_of_pdf(pdf)


def test_the_same_report_gives_the_same_bytes(readers: Readers) -> None:
    """Two copies of one hour are equal to the byte; another name makes another copy."""
    report = opened(readers)
    first, again = (sheets(report, shown(report), WATERMARK).pdf for _ in range(2))
    assert first == again
    other = replace(WATERMARK, by="Bo Invented")
    assert sheets(report, shown(report), other).pdf != first


def test_the_pdf_names_no_place(readers: Readers) -> None:
    """The file tells which typesetter made it, and no folder and no font file."""
    streams = re.findall(rb"stream\r?\n(.*?)endstream", pdf := made(readers), re.DOTALL)
    packed = [stream for stream in streams if stream[:1] == b"x"]
    everything = b"".join((pdf, *(zlib.decompressobj().decompress(one) for one in packed)))
    assert b"/Creator" in everything or b"CreatorTool" in everything
    for word in (str(ROOT), sys.prefix, ".ttf", ".otf", ".typ", "/usr/", "/tmp/"):
        assert word.encode() not in everything
    assert len(packed) > 3


CHILD = """
import resource, signal, sys
from tests.intake.sample import WATERMARK, Readers, opened, shown
from intake.exports.pdf import sheets
report = opened(Readers())
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
if sys.argv[1:]:
    with open(sys.argv[1], "wb") as file:
        file.write(b"x")
sys.stdout.buffer.write(sheets(report, shown(report), WATERMARK).pdf)
"""


def test_nothing_is_written_while_it_is_made(tmp_path: Path) -> None:
    """A process that may write no byte to any file makes the PDF; one that tries to is stopped."""
    command = [sys.executable, "-c", CHILD]
    done = subprocess.run(command, capture_output=True, check=False, cwd=ROOT)
    assert done.stdout.startswith(b"%PDF-"), done.stderr.decode()
    command.append(str(tmp_path / "planted"))
    planted = subprocess.run(command, capture_output=True, check=False, cwd=ROOT)
    assert planted.returncode != 0
    assert b"File too large" in planted.stderr
