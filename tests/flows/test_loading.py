"""Faults of the content: every one at once, each with its file and line."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from flows.loading import CONTENT, FlowFaults, read_flow

# One of each kind: what stands in the shipped file, what it becomes, what is said about it.
PLANTED = (
    ("to: other_person}", "to: other_persan}", 'there is no step "other_persan"'),
    ("{relation: {in: [witness, on", "{relation: {in: [wittness, on", "wittness"),
    ("reply: keep_messages", "reply: keep_mesages", 'no text "keep_mesages"'),
    ("say: Is it still happening?", "sya: Is it still happening?", '"sya" is not'),
    ('"Earlier in {y0}"', '"Earlier in {year}"', "{year}"),
    ("kind: lookup", "kind: look_up", '"kind"'),
)  # fmt: skip


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CONTENT, tmp_path / "content"))


def plant(content: Path) -> list[tuple[str, str]]:
    """Write all faults into the copy; return where each is to be named, and with what words."""
    path = content / "questions" / "outline.yaml"
    text = path.read_text(encoding="utf-8")
    for before, after, _ in PLANTED:
        assert text.count(before) >= 1, before
        text = text.replace(before, after, 1)
    path.write_text(text, encoding="utf-8")
    places = []
    for _, after, words in PLANTED:
        line = text[: text.index(after)].count("\n") + 1
        places.append((f"questions/outline.yaml:{line}:", words))
    return places


def test_six_faults_at_once(content: Path) -> None:
    """A file with six planted faults of six kinds has each named by file and line."""
    places = plant(content)
    with pytest.raises(FlowFaults) as found:
        read_flow(content)
    said = [str(fault) for fault in found.value.faults]
    for place, words in places:
        assert any(s.startswith(place) and words in s for s in said), (place, words, said)


def test_check_names_them_and_fails(content: Path) -> None:
    """`python -m flows check FOLDER` prints all six by line and ends with 1."""
    places = plant(content)
    run = subprocess.run(
        [sys.executable, "-m", "flows", "check", str(content)],
        capture_output=True,
        text=True,
        check=False,
        cwd=CONTENT.parent.parent,
    )
    assert run.returncode == 1
    for place, _ in places:
        assert place in run.stdout
    assert 'did you mean "other_person"?' in run.stdout


def test_the_shipped_content_has_no_faults() -> None:
    """The shipped content can be read."""
    assert read_flow().steps


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("texts.yaml", "texts: [", "not YAML"),
        ("texts.yaml", "- a list", "not a mapping"),
        ("bodies.yaml", None, "this file is missing"),
        ("routing.yaml", "flags: []\nrules: [{id: a, queue: Q5_OTHER, flag: nobody}]", "no flag"),
    ],
)
def test_files(content: Path, name: str, text: str | None, words: str) -> None:
    """A file that is missing, unreadable or of another shape is one fault that says so."""
    path = content / name
    path.unlink()
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(FlowFaults, match=words):
        read_flow(content)


def changed(content: Path, name: str, before: str, after: str) -> str:
    """Return what is said about one change of one file of questions."""
    path = content / "questions" / name
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(FlowFaults) as found:
        read_flow(content)
    return str(found.value)


def test_missing_skip(content: Path) -> None:
    """A question that cannot be skipped is a fault."""
    said = changed(
        content, "outline.yaml", "    say: Is it still", "    skip: false\n    say: Is it still"
    )
    assert '"ongoing" cannot be skipped' in said


def test_dead_end(content: Path) -> None:
    """A card whose last way has a condition is a fault."""
    said = changed(
        content,
        "outline.yaml",
        "    next: when_first\n",
        "    next: [{if: {nation: {is: wales}}, to: when_first}]\n",
    )
    assert '"nation" can be a dead end' in said


def test_unreachable(content: Path) -> None:
    """A card that nothing leads to is a fault."""
    said = changed(content, "account.yaml", "    next: duty\n", "    next: breather\n")
    assert 'no step leads to "duty"' in said


def test_loop_without_exit(content: Path) -> None:
    """Cards that only lead round in a circle are a fault."""
    said = changed(content, "account.yaml", "    next: agree\n", "    next: role\n")
    assert '"role" is in a loop' in said


def test_same_name_twice(content: Path) -> None:
    """Two steps of one name, and an option named like a control, are faults."""
    assert "two steps" in changed(content, "account.yaml", "id: duty", "id: role")


def test_a_need_that_no_service_has(content: Path) -> None:
    """A card of services for a need that is not listed is a fault."""
    said = changed(content, "support.yaml", "needs: [older]", "needs: [oldest]")
    assert 'no service is for the need "oldest"' in said
    assert 'did you mean "older"?' in said


def test_a_card_laid_over_leads_to_a_question(content: Path) -> None:
    """A card laid over the conversation cannot lead into the middle of it."""
    said = changed(content, "privacy.yaml", "to: notice_what", "to: in_contact")
    assert '"in_contact" is no such card' in said


def test_a_date_question_whose_option_means_no_days(content: Path) -> None:
    """An option of a date question that stands for no days is a fault, and so is no limit."""
    said = changed(content, "outline.yaml", "{id: y2_4, ", "{id: y2_5, ")
    assert 'cannot tell which days "y2_5" means' in said
    assert 'did you mean "y2_4"?' in said
    limit = "    limit: 80\n    say: >-\n      When did it"
    assert "takes typed words" in changed(content, "outline.yaml", limit, limit[14:])


def test_a_date_to_come_has_its_own_options(content: Path) -> None:
    """The years gone by mean nothing to a date that is ahead, and only a date can be ahead."""
    said = changed(content, "outline.yaml", "    kind: date\n", "    kind: date\n    ahead: true\n")
    assert 'cannot tell which days "last_10_days" means' in said
    said = changed(content, "outline.yaml", "say: Is it still", "ahead: true\n    say: Is it still")
    assert '"ongoing" is no date' in said


def test_a_text_of_the_date_cards_is_missing(content: Path) -> None:
    """The cards under a date question need their texts, with what is put into them."""
    path = content / "texts.yaml"
    text = path.read_text(encoding="utf-8")
    text = text.replace("  date_near:", "  date_neer:").replace("May {year}", "May {yeer}")
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FlowFaults) as found:
        read_flow(content)
    said = str(found.value)
    assert 'need the text "date_near"' in said
    assert 'the text "month_5" has to hold {year}' in said
    assert 'month_5: "May {yeer}"' in said
