"""What is only counted is in no envelope, and nothing that is sent hangs on it."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from flows.apart import tally
from flows.draft import Answer, Consent, Draft
from flows.loading import CONTENT, FlowFaults, read_flow
from flows.outcome import Move
from flows.summary import conflict_card, summary
from tests.stories.telling import TODAY, new_walk, shipped

FLOW = shipped().flow
TOLD = "counted and never sent"


def mixed() -> Draft:
    """Return a draft that holds such answers beside others, as none ever should."""
    yes = Consent("monitoring", True, TOLD, FLOW.version, "en", "2026-11-22")
    about = {
        name: Answer("answered", (TOLD,), labels=(TOLD,), question=TOLD)
        for name in [*(n for n in FLOW.steps if n.startswith("about_")), "about_an_older_question"]
    }
    others = {"others_affected": Answer("answered", ("maybe",), labels=("Maybe",))}
    return Draft(
        FLOW.version,
        stage="held",
        step="about_send",
        answers={**about, **others},
        consents=(yes,),
        created="2026-11-22",
    )


def test_no_envelope_holds_it() -> None:
    """Whatever is in a draft, no answer about the person and no sign of the consent is sealed."""
    sealed = summary(FLOW, mixed(), "0" * 32, TODAY)
    assert "Maybe" in json.dumps(sealed)
    for part in (sealed, conflict_card(FLOW, mixed())):
        assert TOLD not in json.dumps(part)
        assert "about_" not in json.dumps(part)
        assert "monitoring" not in json.dumps(part)


def test_nothing_is_counted_without_a_yes() -> None:
    """The button counts nothing from a draft in which she has not agreed, or has said no."""
    for consents in ((), (replace(mixed().consents[0], given=False),)):
        walk = new_walk()
        walk.here = replace(mixed(), consents=consents, marks={"adding": "yes"})
        turn = walk.take(Move("tap", "count_it", "about_send", 0))
        assert (turn.deed, walk.counted) == ("", [])


def test_the_button_counts_and_ends_the_draft() -> None:
    """Agreed and looked over, the answers are counted and no draft is left."""
    walk = new_walk()
    walk.here = replace(mixed(), marks={"adding": "yes"})
    turn = walk.take(Move("tap", "count_it", "about_send", 0))
    assert turn.deed == "count"
    assert walk.counted == list(tally(mixed()))
    assert ("about_gender", TOLD) in walk.counted
    assert walk.here.stage == "arrive"
    assert not walk.here.answers


@pytest.mark.parametrize(
    ("name", "before", "after", "words"),
    [
        (
            "questions/about_you.yaml",
            "id: about_gender\n    kind: choice",
            "id: about_gender\n    kind: choice\n    typed: true\n    limit: 40",
            '"about_gender" is only counted, so it can only be tapped',
        ),
        (
            "questions/more_about.yaml",
            "id: others_affected\n    kind: choice\n    when: {topics: {is: others}}",
            "id: others_affected\n    kind: choice\n    when: {about_gender: {is: woman}}",
            '"about_gender" is only counted: nothing else may depend on it',
        ),
        (
            "routing.yaml",
            "[{letter: {in: [letter, date, both]}}]",
            "[{about_age: {is: from_65}}]",
            '"about_age" is only counted: nothing else may depend on it',
        ),
    ],
)
def test_content_that_would_send_it_is_a_fault(
    tmp_path: Path, name: str, before: str, after: str, words: str
) -> None:
    """A counted question that takes words, and any condition on a counted answer, are faults."""
    content = Path(shutil.copytree(CONTENT, tmp_path / "content"))
    path = content / name
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(FlowFaults) as found:
        read_flow(content)
    assert words in str(found.value)
