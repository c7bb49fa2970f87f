"""Questions renamed, removed and added under open drafts: nothing answered is lost."""

import re
import shutil
from pathlib import Path

import pytest

from flows.draft import Answer, Draft
from flows.loading import CONTENT, FlowFaults, read_flow
from flows.moves import Moves
from flows.outcome import Move
from flows.review import lines
from tests.flows.releases import content, read
from tests.flows.test_releases import all_of, carry_on, old_drafts, to_the_end, words_in

REMOVED = ("own_words", "hopes", "duty")
ADDED = """
  - id: anyone_else
    kind: choice
    say: Was anyone else there?
    label: "Anyone else"
    options: [{id: "yes", label: "Yes"}, {id: "no", label: "No"}]
    next: agree
"""


@pytest.fixture(scope="module")
def after(tmp_path_factory: pytest.TempPathFactory) -> Moves:
    """Return the release before with two names changed, three steps gone and one more."""
    folder = content(tmp_path_factory.mktemp("after"))
    for path in [folder / "flow.yaml", *folder.glob("questions/*.yaml")]:
        text = path.read_text(encoding="utf-8")
        for name in REMOVED:
            text = re.sub(rf"  - id: {name}\n.*?(?=\n  - id: |\Z)", "", text, flags=re.DOTALL)
        text = text.replace("to: own_words", "to: role").replace("next: duty", "next: breather")
        text = text.replace("next: hopes", "next: review").replace("to: hopes", "to: review")
        # One step and one option under other names, everywhere.
        text = re.sub(r"\bpolice_work\b", "works_there", text)
        text = text.replace("- id: works_there\n", "- id: works_there\n    was: [police_work]\n")
        text = re.sub(r"\bwitness\b", "saw_it", text)
        text = text.replace("{id: saw_it,", "{id: saw_it, was: [witness],")
        text = text.replace("    next: agree\n", f"    next: anyone_else\n{ADDED}", 1)
        path.write_text(text.replace("2026.11.1", "2026.11.2"), encoding="utf-8")
    made = read(folder)
    assert not {*REMOVED} & {*made.flow.steps}
    assert {"works_there", "anyone_else"} <= {*made.flow.steps}
    return made


def test_every_draft_goes_on_reviews_and_sends(after: Moves) -> None:
    """Old drafts stand on the new questions with every word, and send all of it."""
    for draft in old_drafts()[:200]:
        walk = carry_on(after, draft)
        assert walk.here.step in after.flow.steps
        kept = all_of(walk.here)
        assert not [word for word in words_in(draft) if word not in kept], draft
        if draft.stage != "held":
            continue
        sent = to_the_end(walk)
        assert sent is not None, draft
        kept = all_of(sent)
        assert not [word for word in words_in(draft) if word not in kept], draft


def test_what_is_renamed_follows(after: Moves) -> None:
    """A renamed step and a renamed option answer under their new names, and count as before."""
    answers = {
        "police_work": Answer("answered", ("now",), labels=("Yes, now",), question="Work?"),
        "relation": Answer("answered", ("witness",), labels=("I saw it",), question="You?"),
    }
    draft = Draft("2026.11.1", stage="held", step="police_work", answers=answers)
    here = carry_on(after, draft).here
    assert here.step == "works_there"
    assert here.answers["works_there"] == answers["police_work"]
    assert here.answers["relation"].values == ("saw_it",)


def test_what_was_gathered_on_a_card_that_is_gone_stands_in_the_review(after: Moves) -> None:
    """Pieces of her own words, not ended yet, are kept as what was said before; she goes on."""
    draft = Draft(
        "2026.11.1",
        stage="held",
        step="own_words",
        gathered=("one piece", "another"),
        trail=("linked", "before_account", "tell"),
        answers={"tell": Answer("answered", ("words",), labels=("In my own words",))},
    )
    walk = carry_on(after, draft)
    assert walk.here.step == "role"
    review = lines(after.flow, walk.here, walk.setting())
    assert "one piece\nanother" in review
    walk.take(Move("command", "back"))
    assert walk.here.step == "tell"


def test_ticks_on_a_card_that_is_gone_are_kept(after: Moves) -> None:
    """Options that were ticked and not ended stand in the review too."""
    draft = Draft("2026.11.1", stage="held", step="hopes", picked=("be_heard", "apology"))
    walk = carry_on(after, draft)
    assert "be heard" in lines(after.flow, walk.here, walk.setting())


def test_a_tick_whose_option_is_gone_is_kept(after: Moves) -> None:
    """On a card that is still there, a tick that it has no more stands in the review."""
    draft = Draft("2026.11.1", stage="held", step="needs", picked=("bsl", "a_lift"))
    walk = carry_on(after, draft)
    assert (walk.here.step, walk.here.picked) == ("needs", ("bsl",))
    assert "a lift" in lines(after.flow, walk.here, walk.setting())


@pytest.mark.parametrize(
    ("before", "now", "words"),
    [
        ("- id: ongoing\n", "- id: ongoing\n    was: [phone]\n", "the name of a step today"),
        ("- id: ongoing\n", "- id: ongoing\n    was: [x]\n", ""),
        ("{id: possible,", "{id: possible, was: [colleague],", "the name of an option today"),
    ],
)
def test_a_former_name_must_be_free(tmp_path: Path, before: str, now: str, words: str) -> None:
    """`was` may name no step or option of today."""
    folder = Path(shutil.copytree(CONTENT, tmp_path / "content"))
    path = folder / "questions" / "outline.yaml"
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, now, 1), encoding="utf-8")
    if not words:
        assert read_flow(folder)
        return
    with pytest.raises(FlowFaults) as found:
        read_flow(folder)
    assert words in str(found.value)


def test_two_claim_one_former_name(tmp_path: Path) -> None:
    """Two steps that both were one step before are a fault: a draft can follow only one."""
    folder = Path(shutil.copytree(CONTENT, tmp_path / "content"))
    path = folder / "questions" / "outline.yaml"
    text = path.read_text(encoding="utf-8")
    for name in ("ongoing", "was_minor"):
        text = text.replace(f"- id: {name}\n", f"- id: {name}\n    was: [x]\n", 1)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FlowFaults, match='says "ongoing" too'):
        read_flow(folder)
