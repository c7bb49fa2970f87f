"""Whatever a person types, taps or forges, in any order."""

from dataclasses import replace

import msgspec
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from flows.arrival import before_a_draft, pack
from flows.commands.walking import Walk
from flows.draft import Draft
from flows.outcome import Move, Turn
from flows.summary import conflict_card, summary
from flows.typed import without_controls
from tests.properties.phones import FLOW, Elsewhere, Forged, Press, moments, people, phones, words
from tests.stories.telling import TODAY, new_walk

QUICK = settings(
    deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow], database=None
)
Step = Press | Forged | Elsewhere | Move
CARD, BUTTONS, DATA = 4096, 100, 64


def act(walk: Walk, step: Step) -> tuple[Turn, Move | None]:
    """Let one thing happen; return its turn, and the move if it was hers."""
    if isinstance(step, Elsewhere):
        walk.reports = dict.fromkeys(walk.reports, step.word)
        return walk.show(), None
    if isinstance(step, Move):
        return walk.take(step), step
    if isinstance(step, Forged):
        return walk.take(step.move), step.move
    shown = [b for row in walk.show().card.rows for b in row]
    button = shown[step.place % len(shown)]
    here = walk.here
    return walk.tap(button.option), Move("tap", button.option, here.aside or here.step)


def sends(before: Draft, card: Turn, move: Move | None) -> bool:
    """Tell whether `move` says Send, on the review as it is shown."""
    if before.step != "review" or before.aside or move is None:
        return False
    said = move.value.strip().casefold()
    return card.card.step == "review" and said in {"send", "send_it", "send what i have", "post"}


@QUICK
@given(phones, people)
@pytest.mark.holds("T06")
def test_no_exception_and_no_envelope_unasked(walk: Walk, steps: list[Step]) -> None:
    """Nothing fails; only Send at the review, after agreeing, makes an envelope."""
    for step in steps:
        before, shown = walk.here, walk.show()
        sent = len(walk.sent)
        _, move = act(walk, step)
        if len(walk.sent) > sent:
            assert sends(before, shown, move)
            assert any(c.purpose == "send_to_team" and c.given for c in walk.sent[-1].consents)
            made = summary(FLOW, walk.sent[-1], "0" * 32, TODAY)
            msgspec.json.encode([made, conflict_card(FLOW, walk.sent[-1])])


@QUICK
@given(phones, people)
def test_what_is_shown_fits_a_phone(walk: Walk, steps: list[Step]) -> None:
    """A card has at most 4096 characters and 100 buttons, each of at most 64 bytes."""
    for step in steps:
        turn, _ = act(walk, step)
        shown = [b for row in turn.card.rows for b in row]
        assert len(turn.card.text.encode("utf-16-le", "surrogatepass")) // 2 <= CARD
        assert 0 < len(shown) <= BUTTONS
        assert len({b.option for b in shown}) == len(shown)
        for button in shown:
            held = f"h:{turn.card.step}:{turn.show.revision}:{button.option}"
            early = turn.show.stage == "arrive"
            data = pack(FLOW, turn.show, button.option) if early else held
            assert len(data.encode()) <= DATA
            assert button.label


@QUICK
@given(phones, people)
@pytest.mark.holds("T02", "T11")
def test_ways_out(walk: Walk, steps: list[Step]) -> None:
    """From everywhere Help and Leave are one tap, and deleting everything at most three."""
    for step in steps:
        act(walk, step)
    names = {b.option for row in walk.show().card.rows for b in row}
    assert "leave" in names
    assert walk.here.aside in {"help", "not_open"} or "help" in names
    if walk.here.stage == "held":
        if "more" in names:
            walk.tap("more")
        walk.tap("erase")
        if walk.deeds[-1] != "delete":
            walk.tap("erase")
        assert walk.deeds[-1] == "delete"


@QUICK
@given(phones, people, st.integers(1, 12))
def test_back_loses_nothing(walk: Walk, steps: list[Step], times: int) -> None:
    """Back, however often, loses no answer, and what is gathered or ticked stays kept."""
    for step in steps:
        act(walk, step)
    if walk.here.stage != "held":
        return
    before = dict(walk.here.answers)
    gathered = walk.here.gathered
    place = walk.here.step
    for _ in range(times):
        walk.take(Move("command", "back"))
    assert set(before) <= set(walk.here.answers)
    unfinished = {place} if walk.here.step != place or walk.here.gathered != gathered else set()
    for name in set(before) - unfinished:
        assert walk.here.answers[name] == before[name]
    if gathered and unfinished:
        assert walk.here.answers[place].text == "\n".join(gathered)


@QUICK
@given(phones, people)
def test_a_draft_survives_being_kept(walk: Walk, steps: list[Step]) -> None:
    """A draft is the same after JSON, and no word of hers stands in a repr."""
    secret = "unrepeatable-7391"
    for step in steps:
        act(walk, step)
        turn = walk.take(Move("words", secret))
        kept = msgspec.json.decode(msgspec.json.encode(turn.draft), type=Draft)
        assert kept == replace(turn.draft)
        for shown in (
            turn,
            turn.draft,
            turn.show,
            turn.card,
            walk.sent,
            *walk.here.answers.values(),
        ):
            assert secret not in repr(shown)
        assert secret not in repr(Move("words", secret))


@QUICK
@given(phones, people)
def test_nothing_is_stored_before_consent(walk: Walk, steps: list[Step]) -> None:
    """Before a draft is agreed to, a position is one of the arrival's and holds no words."""
    for step in steps:
        act(walk, step)
        if walk.here.stage == "arrive":
            assert walk.here.step in before_a_draft(FLOW)
            assert not any(answer.text for answer in walk.here.answers.values())
            assert not walk.here.consents or not any(c.given for c in walk.here.consents)


@QUICK
@given(words)
@example(Move("words", "🌧" * 4096))
def test_words_at_the_account_are_kept_whole_or_asked_about(move: Move) -> None:
    """At own words nothing typed is cut: it is gathered whole, or she is asked."""
    walk = at_own_words()
    turn, typed = walk.take(move), without_controls(move.value)
    if turn.draft.step == "own_words" and not turn.draft.aside and turn.draft.gathered:
        assert turn.draft.gathered == (typed,)
    elif turn.draft.aside == "too_long":
        assert turn.draft.waiting == typed


def at_own_words() -> Walk:
    """Return a phone that stands where her own words are gathered."""
    walk = new_walk()
    for option in ["go", "no", "yes", "adult", "go", "yes", "questions", "self", "no"]:
        walk.tap(option)
    for _ in range(6):
        walk.take(Move("command", "skip"))
        if walk.here.step == "linked":
            break
    walk.tap("none")
    for option in ("neither", "no", "account", "go", "words"):
        walk.tap(option)
    assert walk.here.step == "own_words"
    return walk


def test_the_people_begin_everywhere() -> None:
    """The phones that people pick up stand on every card, with and without a draft."""
    found = moments()
    assert {w.here.step for w in found} >= {"review", "own_words", "sent", "agree", "what"}
    assert {w.here.stage for w in found} == {"arrive", "held", "sent"}
    assert any(w.left for w in found)
