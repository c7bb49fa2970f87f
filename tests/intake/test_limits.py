"""Time limits as staff read them, on the page and in the terminal: to be checked, never advice."""

import io
from dataclasses import replace
from datetime import date

from rich.console import Console

from flows.limit import Limit, as_json
from intake.exports.page import page
from intake.limits import LAST_ACT, NONE, TITLE
from intake.parts import Part
from intake.terminal import show_part
from tests.intake.sample import WATERMARK, Readers, opened, shown
from tests.intake.test_page import text_of
from tests.intake.test_schema import faults

HRA = Limit(
    "L1", "Human Rights Act claim", "law", "open", {"when_first": "2025-12"},
    date(2026, 11, 30), date(2026, 12, 30), date(2026, 11, 30),
    continuing_act_argument=True, extension_power="equitable", text_version="2026.12.1",
)  # fmt: skip
OVER = Limit(
    "L5", "Trespass", "law", "passed", {"when_first": "../2015"},
    None, date(2021, 12, 30), text_version="2026.12.1",
)  # fmt: skip
UNLIMITED = Limit(
    "L10", "Police complaint", "law", "none", text_version="2026.12.1", note="Give reasons.",
    source="Police Reform Act 2002",
)  # fmt: skip
RUNNING = replace(
    HRA, state="running", alert=None, inputs={"when_first": "2025", "ongoing": "once"},
    continuing_act_argument=False, note="One event counts from its own day.", source="HRA s7(5)",
)  # fmt: skip
CHILD = Limit(
    "L9", "CICA", "law", "depends", {"was_minor": "yes", "when_first": "2022"},
    ask="Ask the date of birth.", text_version="2026.12.1",
)  # fmt: skip
NO_LIMIT = "There is no time limit. Give reasons."
NAMES = {"Q3_MET_CORE": "Met Police, public", "still_in_contact": "Still in contact"}
REASONS = {"still_in_contact": [{"step": "ongoing", "values": ["yes"]}]}


def with_limits(readers: Readers, *limits: Limit) -> tuple[Part, ...]:
    made = [as_json(one) for one in limits]
    return shown(opened(readers, deadlines=made, names=NAMES, reasons=REASONS))


def test_each_line_of_a_limit(readers: Readers) -> None:
    """A limit says its rule, the answer, both days, what may extend it, and to check it."""
    (part,) = (p for p in with_limits(readers, UNLIMITED, HRA, OVER) if p.kind == "limits")
    assert part.title == TITLE
    assert text_of(part) == [
        ("L10  Police complaint", (NO_LIMIT, "Source: Police Reform Act 2002")),
        (
            "L1  Human Rights Act claim",
            (
                "Act by 2026-11-30. Check.",
                "Soonest 2026-11-30, latest 2026-12-30",
                "Counted from first time: 2025-12",
                LAST_ACT,
                "A continuing act may be argued.",
                "May be extended: equitable",
                "Rule of version 2026.12.1",
            ),
        ),
        (
            "L5  Trespass",
            (
                "The primary period has passed. Check.",
                "Soonest not known, latest 2021-12-30",
                "Counted from first time: ../2015",
                LAST_ACT,
                "No power to extend was found.",
                "Rule of version 2026.12.1",
            ),
        ),
    ]


def test_what_may_be_ending_has_no_day_to_act_by(readers: Readers) -> None:
    """A limit that runs out on a day not known says so, and nobody reads "act by" beside it."""
    (part,) = (p for p in with_limits(readers, RUNNING) if p.kind == "limits")
    words = part.entries[0].words
    assert words[0] == (
        "May have ended already, or may end on any day until 2026-12-30. Ask the day first."
    )
    assert "Act by" not in " ".join(words)
    assert LAST_ACT not in words
    assert words[-3:] == (
        "One event counts from its own day.", "Source: HRA s7(5)", "Rule of version 2026.12.1",
    )  # fmt: skip


def test_what_counts_from_a_birthday_has_no_day(readers: Readers) -> None:
    """Of a child's limit staff read what to ask, and neither a day nor that it has passed."""
    (part,) = (p for p in with_limits(readers, CHILD) if p.kind == "limits")
    assert part.entries[0].words == (NONE,)
    assert part.entries[1].words == ("Ask the date of birth.", "Rule of version 2026.12.1")


def test_no_date_is_said_to_be_none(readers: Readers) -> None:
    """Without a date to count from staff are told so, and that it means nothing more."""
    (part,) = (p for p in with_limits(readers, UNLIMITED) if p.kind == "limits")
    assert part.entries[0].words == (NONE,)


def test_names_instead_of_ids(readers: Readers) -> None:
    """Queue and flags stand in words with the answers behind them; the id stands beside."""
    route = dict(text_of(with_limits(readers, HRA)[0]))
    assert route["Queue"] == ("Met Police, public (Q3_MET_CORE)",)
    assert route["Flags"] == ("Still in contact (Ongoing: yes)",)
    assert route["Other tags"] == ("Q12_RESPONSE_FAILURE",)


def test_an_older_report_has_no_such_part(readers: Readers) -> None:
    """A report sealed before there were limits opens as it did, its ids as they were."""
    parts = shown(opened(readers))
    assert "limits" not in {part.kind for part in parts}
    assert dict(text_of(parts[0]))["Queue"] == ("Q3_MET_CORE",)


def test_page_and_terminal_show_them(readers: Readers) -> None:
    """Both ways of reading a report show the day to act by, and that it is to be checked."""
    parts = with_limits(readers, HRA)
    html = page(opened(readers), parts, WATERMARK)
    out = Console(file=io.StringIO(), width=100)
    for part in parts:
        show_part(out, part)
    assert isinstance(out.file, io.StringIO)
    for text in (html, out.file.getvalue()):
        assert TITLE in text
        assert "Act by 2026-11-30. Check." in text


def test_the_published_shape(readers: Readers) -> None:
    """Limits, names and reasons are of the published shape; a limit that is not is refused."""
    whole = opened(
        readers,
        deadlines=[as_json(one) for one in (HRA, RUNNING, CHILD)],
        names=NAMES,
        reasons=REASONS,
    )
    assert faults(whole.summary) == []
    wrong = {**as_json(HRA), "check": "Advice."}
    assert "$.deadlines[0].check" in faults(opened(readers, deadlines=[wrong]).summary)
