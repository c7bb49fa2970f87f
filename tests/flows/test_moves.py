"""Moves: typed words, arrival data, resume words, codes, older drafts, silence."""

import logging
from dataclasses import replace

import pytest
from transitions import MachineError

from flows.arrival import pack, unpack
from flows.draft import Answer, Consent, Draft
from flows.leaving import first
from flows.older import brought_up
from flows.outcome import Move
from flows.resume import hashed, opens
from flows.review import lines
from flows.summary import summary
from flows.support import sarc, services
from flows.turn import take_turn
from flows.typed import code_in
from tests.properties.phones import as_it_is, moments
from tests.stories.telling import TODAY, new_walk, shipped

MOVES = shipped()
FLOW = MOVES.flow


@pytest.mark.holds("T50")
def test_typed_equivalents() -> None:
    """On every card, typing a button's label does what the button does."""
    for walk in {(w.here.step, w.here.aside, w.here.stage): w for w in moments()}.values():
        shown = [b for row in walk.show().card.rows for b in row]
        labels = [b.label for b in shown]
        for button in shown:
            if labels.count(button.label) > 1:
                continue
            setting = walk.setting()
            here = walk.here
            tap = Move("tap", button.option, here.aside or here.step, here.revision)
            tapped = take_turn(MOVES, here, tap, setting)
            typed = take_turn(MOVES, here, Move("words", button.label.upper()), setting)
            assert typed == tapped, (here.step, here.aside, button.option)


def test_arrival_round_trip() -> None:
    """Every position before a draft that the stories reach survives its button."""
    early = [w for w in moments() if w.here.stage == "arrive"]
    assert len(early) > 20
    for walk in early:
        start = first(MOVES, walk.setting())
        found = unpack(MOVES, pack(FLOW, walk.here, "go"), start)
        assert found is not None
        here, option = found
        assert option == "go"
        assert (here.step, here.aside, here.language) == (
            walk.here.step,
            walk.here.aside,
            walk.here.language,
        )
        values = {n: a.values for n, a in here.answers.items()}
        travelled = {n: a.values for n, a in walk.here.answers.items() if n in values}
        assert values == travelled


@pytest.mark.parametrize(
    "forged",
    [
        "", "a", "a:en:0:---:::go:more", "b:en:0:---:::go", "a:en:999:---:::go", "a:en:-1:---:::go",
        "a:en:x:---:::go", "a:en:0.0:---:::go", "a:en:0.:---:::go", "a:en:0.1.2:---:::go",
        "a:en:0:9--:::go", "a:en:0:--:::go", "a:en:0:?--:::go", "a:en:0:---:z::go",
        "a:en:0:---::123:go", "a:en:0:---::hello:go", "a:en:٣:---:::go", "a:en:0:²--:::go",
    ],
)  # fmt: skip
def test_forged_data_is_refused(forged: str) -> None:
    """Data that no card of ours has is refused, and so is a step after consent."""
    start = first(MOVES, new_walk().setting())
    assert unpack(MOVES, forged, start) is None
    later = f"a:en:{list(FLOW.steps).index('own_words')}:---:::go"
    assert unpack(MOVES, later, start) is None


def test_resume_word() -> None:
    """The word opens in any capitals, another does not, and its hash does not show it."""
    kept = hashed("bluebell", "salt")
    assert opens(" BlueBell! ", kept)
    assert not opens("bluebells", kept)
    assert not opens("", kept)
    assert "bluebell" not in kept


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("123456 7890123 4567890", "12345678901234567890"),
        ("٠١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦٧٨٩", "01234567890123456789"),
        ("1234", ""),
        ("my code is 12345678901234567890", ""),
    ],
)
def test_codes(typed: str, code: str) -> None:
    """A code is read with spaces and in other scripts; nothing else is one."""
    assert code_in(typed) == code


def test_a_code_in_an_answer_is_a_code() -> None:
    """Twenty digits typed at a question are looked up, never kept as an answer."""
    walk = next(as_it_is(w) for w in moments() if w.here.step == "name_to_use")
    turn = take_turn(MOVES, walk.here, Move("words", "1234567890" * 2), walk.setting())
    assert (turn.deed, turn.draft.step) == ("look_up", "name_to_use")
    assert "name_to_use" not in turn.draft.answers


def test_the_machine_is_silent(caplog: pytest.LogCaptureFixture) -> None:
    """The machine's own loggers say nothing: they would print conditions and exceptions."""
    with caplog.at_level(logging.DEBUG):
        walk = new_walk()
        walk.tap("go")
        logging.getLogger("transitions.core").critical("an answer")
        assert not [r for r in caplog.records if r.name.startswith("transitions")]
    assert issubclass(MachineError, Exception)


def test_late_double_and_forged_taps_change_nothing() -> None:
    """A tap on another card, an old revision or a button that is not there is only noted."""
    walk = next(as_it_is(w) for w in moments() if w.here.step == "police_work")
    here, setting = walk.here, walk.setting()
    for move in (
        Move("tap", "no", "body", here.revision),
        Move("tap", "no", "police_work", here.revision - 1),
        Move("tap", "erase", "police_work", here.revision),
        Move("tap", "c.hold", "police_work", here.revision),
    ):
        turn = take_turn(MOVES, here, move, setting)
        assert (turn.draft, turn.note) == (here, "That one is already noted.")


@pytest.mark.holds("T39")
def test_start_again_under_18_asks_nothing_more() -> None:
    """Starting again, someone under 18 comes to being contacted, not to the questions."""
    answers = {"age": Answer("answered", ("under_18",))}
    here = Draft(FLOW.version, stage="held", step="method", aside="resume", answers=answers)
    turn = take_turn(MOVES, here, Move("tap", "restart", "resume"), new_walk().setting())
    assert turn.draft.step == "agree_young"


@pytest.mark.parametrize(
    ("before", "after", "asked"),
    [("adult", "under_18", "agree_young"), ("under_18", "adult", "agree")],
)
def test_another_age_agrees_in_its_own_words(before: str, after: str, asked: str) -> None:
    """Whoever agreed and then changes her age is asked anew before anything can be sent."""
    agreed = "agree" if before == "adult" else "agree_young"
    consent = Consent("send_to_team", True, "Yes", FLOW.version, "en", "2026-11-22")
    answers = {
        "age": Answer("answered", (after,)),
        agreed: Answer("answered", ("yes",)),
        "method": Answer("answered", ("i_will_contact",)),
    }
    here = Draft(FLOW.version, stage="held", step="review", answers=answers, consents=(consent,))
    turn = take_turn(MOVES, here, Move("tap", "send_it", "review"), new_walk().setting())
    assert (turn.deed, turn.draft.step) == ("", asked)


def test_whoever_skips_her_age_also_reads_of_childline() -> None:
    """Skipping the age shows the same line as not wanting to say it."""
    walk = new_walk()
    for option in ("go", "no", "yes"):
        walk.tap(option)
    assert "Childline is free" in walk.tap("skip").card.text


@pytest.mark.parametrize(
    ("when", "ongoing", "shown"),
    [("last_10_days", "yes", 1), ("y1", "yes", 1), ("y1", "once", 0), ("last_10_days", "no", 1)],
)
def test_referral_centres_are_shown_once(when: str, ongoing: str, shown: int) -> None:
    """The last 10 days, and what still goes on, each bring up the centres; both, only once."""
    here = Draft(FLOW.version, stage="held", step="when_first")
    setting = new_walk().setting()
    seen = []
    for step, option in (("when_first", when), ("ongoing", ongoing)):
        here = take_turn(MOVES, here, Move("tap", option, step, here.revision), setting).draft
        if option == "y1":
            here = take_turn(MOVES, here, Move("tap", "near", step, here.revision), setting).draft
        if here.step == "sarc":
            seen.append(step)
            here = take_turn(MOVES, here, Move("tap", "go", "sarc", here.revision), setting).draft
    assert (len(seen), here.step) == (shown, "was_minor")


def test_an_older_draft_follows() -> None:
    """A draft of older questions goes on: renamed steps follow, a lost answer stays in sight."""
    steps = {**FLOW.steps, "duty": replace(FLOW.steps["duty"], was=("on_duty",))}
    moves = type(MOVES)(replace(FLOW, steps=steps))
    old = Draft(
        "older",
        stage="held",
        step="on_duty",
        answers={
            "on_duty": Answer("answered", ("both",)),
            "gone": Answer("answered", text="kept words", question="An old question"),
        },
        trail=("gone", "role"),
        created="2026-11-20",
    )
    now = brought_up(moves, old)
    assert (now.step, now.trail, now.flow) == ("duty", ("role",), FLOW.version)
    assert now.answers["duty"].values == ("both",)
    assert "An old question: kept words" in lines(FLOW, now, new_walk().setting())
    assert "kept words" in str(summary(FLOW, now, "0" * 32, TODAY)["blocks"])
    assert brought_up(moves, replace(old, step="gone")).step == "duty"  # what follows "role"
    assert brought_up(moves, replace(old, step="gone", trail=())).step == "review"


@pytest.mark.parametrize(
    ("answers", "named"),
    [
        ({"nation": "scotland"}, "Scotland"),
        ({"age": "under_18"}, "Childline"),
        ({"in_contact": "close", "nation": "england"}, "Domestic Abuse"),
        ({"in_contact": "partner", "nation": "england"}, "Centre for Women's Justice"),
        ({"conduct": "partner_abuse", "nation": "wales"}, "Samaritans: call 116 123"),
    ],
)
def test_services_fit(answers: dict[str, str], named: str) -> None:
    """Three or four services are shown, for her nation, age and need."""
    given = {name: Answer("answered", (value,)) for name, value in answers.items()}
    shown = services(FLOW, Draft(FLOW.version, answers=given), new_walk().setting())
    assert 3 <= len(shown.split("\n\n")) <= 4
    assert named in shown


def test_nation_unknown() -> None:
    """While nobody knows the nation, services of all four come first, and centres are named."""
    draft, setting = Draft(FLOW.version), new_walk().setting()
    of = {s.name: s for s in FLOW.services}
    shown = [of[line.split(":")[0]] for line in services(FLOW, draft, setting).split("\n\n")]
    partial = [len(s.nations) < 4 for s in shown]
    assert partial == sorted(partial)
    assert partial.count(False) >= 3
    named = [line.split(":")[0] for line in sarc(FLOW, draft, setting).splitlines()]
    assert named == ["England", "Wales", "Scotland", "Northern Ireland"]


@pytest.mark.parametrize("nation", ["england", "wales", "scotland", "ni", "not_sure"])
@pytest.mark.holds("T41")
def test_harm_by_a_partner_in_the_police_never_leads_to_their_force(nation: str) -> None:
    """A line that passes what it hears to the same force is not among the few shown first."""
    given = {"nation": nation, "in_contact": "partner"}
    answers = {name: Answer("answered", (value,)) for name, value in given.items()}
    shown = services(FLOW, Draft(FLOW.version, answers=answers), new_walk().setting())
    assert "Crimestoppers" in str(FLOW.services)
    assert "Crimestoppers" not in shown
