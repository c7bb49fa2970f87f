"""deadlines.yaml: every row of FACTS 3.2 and 3.3, its faults all at once, its page current."""

import shutil
from pathlib import Path

import pytest

from flows.commands.limits import PAGE, with_table
from flows.loading import CONTENT, FlowFaults, read_flow
from flows.time_limits import Length
from tests.stories.telling import shipped

FLOW = shipped().flow
BY_ID = {row.id: row for row in FLOW.limits}
ROWS = [f"L{n}" for n in range(1, 15)] + [f"SC{n}" for n in range(1, 6)]
ROWS += [f"N{n}" for n in range(1, 6)] + [f"E{n}" for n in range(1, 5)]

PLANTED = (
    ("input: when_first", "input: when_frist", 'did you mean "when_first"?'),
    ("police_work: {in: [now, then", "police_work: {in: [nwo, then", '"nwo"'),
    ("confidence: L\n", "confidence: low\n", '"confidence"'),
    ("  - id: L6\n", "  - id: L5\n", 'two limits called "L5"'),
    ("length: {days: 28}", "lenght: {days: 28}", '"lenght" is not'),
    ("    formula: none\n", "    formula: plus\n", "only one of formula and input"),
    ("    day_matters: true\n", "    day_maters: true\n", '"day_maters" is not'),
    (
        "    name: Police complaint\n",
        "    name: Police complaint\n    leads: true\n    under_18: x\n",
        "has no limit that could end",
    ),
    (
        "    name: Judicial review\n",
        "    name: Judicial review\n    leads: true\n",
        "but has a limit",
    ),
)


def test_every_row_is_there() -> None:
    """Each limit of 3.2 and each kind of evidence of 3.3 has its row; none was checked yet."""
    assert [name for name in ROWS if name not in BY_ID] == []
    assert {row.last_checked for row in FLOW.limits} == {""}
    assert all(row.source and row.confidence for row in FLOW.limits)


def test_what_has_no_limit() -> None:
    """Child sexual abuse, complaints and indictable crime have none, and no date is made up."""
    none = [row.id for row in FLOW.limits if row.formula == "none" and row.kind == "law"]
    assert none == ["L4", "L10", "L14", "SC2"]
    assert all(BY_ID[name].length == Length() for name in none)


def test_only_three_may_be_one_continuing_act() -> None:
    """A course of conduct counts as one act for L1, L7 and L8 alone."""
    assert [r.id.rstrip("b") for r in FLOW.limits if r.continuing] == ["L1", "L7", "L8", "L8"]


def test_the_tribunals_six_months_raise_nothing() -> None:
    """Both tribunal lengths are shown; only the three months in force raise an alert."""
    assert (BY_ID["L8"].length, BY_ID["L8"].alert) == (Length(months=3), True)
    assert (BY_ID["L8b"].length, BY_ID["L8b"].alert) == (Length(months=6), False)


REACH = {"uk": {"england", "wales", "scotland", "ni"}, "gb": {"england", "wales", "scotland"}}
REACH |= {"e_w": {"england", "wales"}, "scotland": {"scotland"}, "ni": {"ni"}}


def test_each_law_is_computed_where_it_reaches() -> None:
    """A UK law is computed in every nation, a GB law not in Northern Ireland; no other travels."""
    for row in FLOW.limits:
        # Data protection has another length in Scotland, and so rows of its own.
        if row.kind == "law" and row.id != "L13":
            assert row.nations == REACH[row.jurisdiction], row.id
    kept = [row for row in FLOW.limits if "data-p" in row.name]
    own = {row.id: ([*row.nations], row.length.years) for row in kept}
    assert own == {"SC6": (["scotland"], 5), "N6": (["ni"], 6)}
    assert BY_ID["L13"].nations == {"england", "wales"}


def test_which_days_matter() -> None:
    """The limits of a year or less that a solicitor named ask for the day, and video does too."""
    matter = {row.id for row in FLOW.limits if row.day_matters}
    named = "L1 L2 L7 L8 L11 N2 N3 N3b SC3 SC4 N4 SC5 E1 E2 E4"
    assert matter == set(named.split())
    assert all(BY_ID[name].alert for name in matter)


def test_what_counts_from_a_birthday() -> None:
    """Seven limits start on a birthday for whoever was under 18; what has none leads them."""
    asks = {row.id: row.under_18 for row in FLOW.limits if row.under_18}
    assert set(asks) == {"L3", "L5", "L6", "L9", "N1", "N5", "SC1"}
    assert all("Ask the date of birth" in words for words in asks.values())
    assert {row.id for row in FLOW.limits if row.leads} == {"L4", "SC2"}


def test_faults_all_at_once(tmp_path: Path) -> None:
    """Nine planted faults of as many kinds are each named by file and line, some with a hint."""
    content = Path(shutil.copytree(CONTENT, tmp_path / "content"))
    path = content / "deadlines.yaml"
    text = path.read_text(encoding="utf-8")
    for before, planted, _ in PLANTED:
        assert before in text
        text = text.replace(before, planted, 1)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FlowFaults) as found:
        read_flow(content)
    said = [str(fault) for fault in found.value.faults]
    for _, _, words in PLANTED:
        assert any(s.startswith("deadlines.yaml:") and words in s for s in said), (words, said)


def test_a_clock_needs_a_date_question(tmp_path: Path) -> None:
    """A limit that counts from a question which asks no date is a fault of that limit."""
    content = Path(shutil.copytree(CONTENT, tmp_path / "content"))
    path = content / "questions" / "more_dates.yaml"
    text = path.read_text(encoding="utf-8")
    before, _, rest = text.partition("  - id: outcome_letter_date\n    kind: date\n")
    assert rest
    changed = f"{before}  - id: outcome_letter_date\n    kind: choice\n{rest}"
    path.write_text(changed, encoding="utf-8")
    with pytest.raises(FlowFaults) as found:
        read_flow(content)
    assert 'counts from "outcome_letter_date", which is no date question' in str(found.value)


def test_a_change_changes_the_flow(tmp_path: Path) -> None:
    """The limits are part of what the flow's hash stands for; a missing file is a fault."""
    content = Path(shutil.copytree(CONTENT, tmp_path / "content"))
    path = content / "deadlines.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# read\n", encoding="utf-8")
    assert read_flow(content).hash != FLOW.hash
    path.unlink()
    with pytest.raises(FlowFaults, match=r"deadlines\.yaml:1: this file is missing"):
        read_flow(content)


def test_the_page_is_current() -> None:
    """docs/deadlines.md holds the table as `python -m flows limits` makes it."""
    text = PAGE.read_text(encoding="utf-8")
    assert with_table(text, FLOW) == text
    stale = text.replace("| 28 days after the day |", "| 29 days after the day |")
    assert with_table(stale, FLOW) == text != stale
    assert all(f"| {row.id} | **{row.name}**" in text for row in FLOW.limits)
