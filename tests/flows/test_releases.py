"""Open drafts survive a release: 200 of the one before go on, and lose nothing."""

import sys
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from flows.commands.walking import Walk
from flows.draft import Draft, values_of
from flows.moves import Moves
from flows.outcome import Move
from flows.returning import chosen
from flows.review import answered, lines
from flows.summary import conflict_card, summary
from tests.flows.releases import content, drafts_of, read, read_back, stored
from tests.stories.languages import every_language
from tests.stories.telling import TODAY, shipped

MANY = 200
SEED = 20_261_103


@cache
def before() -> Moves:
    """Return the release before, read once."""
    with TemporaryDirectory() as folder:
        return read(content(Path(folder)))


@cache
def old_drafts() -> tuple[Draft, ...]:
    """Return 200 drafts on the release before, on every card of it that can be kept."""
    return tuple(drafts_of(before(), MANY, SEED))


@cache
def today() -> Moves:
    """Return today's flow under a version of its own."""
    return Moves(replace(shipped().flow, version="the one after"))


def carry_on(moves: Moves, draft: Draft) -> Walk:
    """Return the phone on which `draft` is opened under another release."""
    walk = Walk(moves, TODAY, every_language())
    opened = read_back(stored(draft), "closing" if draft.stage == "sent" else "draft")
    if opened.left:
        walk.left = opened
        walk.take(Move("words", "kingfisher") if opened.resume else Move("command", "start"))
        walk.take(Move("tap", "go", "resume", walk.here.revision))
    else:
        walk.here = opened
        walk.here = walk.show().draft
    return walk


def words_in(draft: Draft) -> set[str]:
    """Return every word of hers that a draft holds: typed, gathered, or as a label.

    A consent is no such word: whoever sends gives what she refused before; and after it she is
    asked once more how to be reached.
    """
    again = {s.id for s in before().flow.steps.values() if s.kind == "consent"} | {"method"}
    # Ticks on the card are given in the place of what was ticked there before.
    again |= {draft.step} if draft.picked else set()
    asked = [answer for name, answer in draft.answers.items() if name not in again]
    return {
        *(a.text for a in asked if a.text),
        *(label for a in asked for label in a.labels),
        *draft.gathered,
    }


def all_of(draft: Draft) -> str:
    """Return all that a draft holds of hers, as one text."""
    return "\n".join(words_in(draft))


def to_the_end(walk: Walk) -> Draft | None:
    """Send what there is, as she would; return what was sent."""
    agreed = {"agree": "yes", "agree_young": "yes", "method": "i_will_contact", "review": "send_it"}
    agreed |= {"linked": "none"}
    for _ in range(20):
        shown = {b.option for row in walk.show().card.rows for b in row}
        if walk.sent:
            return walk.sent[-1]
        # What she has said already stays: another way to be reached takes the first away.
        said = chosen(walk.here) or agreed.get(walk.here.step, "")
        wanted = agreed.get(walk.here.step, "") if walk.here.step != "method" else said
        if not walk.here.aside and wanted in shown:
            walk.tap(wanted)
        else:
            walk.take(Move("command", "send"))
    return None


def test_the_old_drafts_stand_everywhere() -> None:
    """Among them is every step of that release that a draft can stand on, and each stage."""
    found, steps = old_drafts(), before().flow.steps
    assert len(found) >= MANY
    assert {d.stage for d in found} == {"held", "sent"}
    assert any(d.left for d in found)
    assert any(d.gathered for d in found)
    assert any(d.marks.get("adding") for d in found)
    walked = {s.id for s in steps.values() if s.kind != "aside" and s.block != "arrive"}
    assert walked - {"deleted"} <= {d.step for d in found}, walked - {d.step for d in found}


def test_old_drafts_go_on_today() -> None:
    """Each is opened by the bot's own way, shows a card, and still holds every word."""
    for draft in old_drafts():
        walk = carry_on(today(), draft)
        shown = {b.option for row in walk.show().card.rows for b in row}
        assert "leave" in shown
        kept = all_of(walk.here)
        lost = [word for word in words_in(draft) if word not in kept]
        assert not lost, (draft, lost)


def test_old_drafts_are_reviewed_and_sent_today() -> None:
    """Each line of hers stands in the review, and all of it in what is sent.

    Not so where a case is open today, or a child may be writing: words go then.
    """
    sent = 0
    for draft in (d for d in old_drafts() if d.stage == "held"):
        walk = carry_on(today(), draft)
        flow, here = walk.moves.flow, walk.here
        review = lines(flow, here, walk.setting())
        for name, answer in here.answers.items():
            step = flow.steps.get(name)
            if step and (step.hidden or step not in answered(flow, here)):
                continue
            assert all(part in review for part in (*answer.labels, answer.text) if part), name
        done = to_the_end(walk)
        assert done is not None, draft
        kept = all_of(done)
        no_words = (values_of(done, "case_open"), values_of(done, "child")) != (("no",), ("no",))
        lost = [word for word in words_in(draft) if word not in kept]
        assert no_words or not lost, draft
        assert summary(flow, done, "0" * 32, TODAY)
        conflict_card(flow, done)
        sent += 1
    sys.stdout.write(f"\n{len(old_drafts())} drafts of the release before go on; {sent} are sent\n")


@pytest.mark.parametrize("option", ["go", "help", "more", "leave"])
def test_an_old_receipt_goes_on_today(option: str) -> None:
    """A closing row of the release before shows its code, and clears."""
    for draft in (d for d in old_drafts() if d.stage == "sent"):
        walk = carry_on(today(), draft)
        assert walk.here.code == draft.code
        if option in {b.option for row in walk.show().card.rows for b in row}:
            walk.tap(option)
        assert walk.here.code == draft.code or walk.here.stage == "arrive"
