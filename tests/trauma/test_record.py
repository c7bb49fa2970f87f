"""The record and after: review, receipt, officer details, bland names (T43 to T48)."""

import pytest

from bot.__main__ import ABOUT, MENU
from flows.commands.walking import Walk
from flows.outcome import Move
from tests.trauma.content import ARRIVED, moves, said, shown, skipping, walked

OWN, OFFICER, NUMBER = "ownwordscanary", "officercanary", "07700 900123"
LOUD = ("police", "sex", "abuse", "harass", "report", "victim", "crime", "legal")


@pytest.fixture
def reviewed() -> Walk:
    """A phone on the review, with her own words, officer details and a number typed."""
    walk = skipping(walked([*ARRIVED, "questions", "self", "no"]), "linked")
    for option in ("none", "neither", "no", "account", "go", "words"):
        walk.tap(option)
    walk.take(Move("words", OWN))
    walk.take(Move("command", "done"))
    skipping(walk, "agree")
    walk.tap("yes")
    walk.take(Move("words", OFFICER))
    walk.tap("phone")
    walk.take(Move("words", NUMBER))
    return skipping(walk, "review")


@pytest.mark.holds("T43")
def test_the_review_shows_all_and_sends_when_told(reviewed: Walk) -> None:
    """Every answer stands in the review in plain words, with send, change, keep and delete."""
    card = said(reviewed)
    steps = moves().flow.steps
    for name in reviewed.here.answers:
        if steps[name].label and steps[name].kind != "word":
            assert f"{steps[name].label}:" in card, name
    assert OWN in card
    assert {"send_it", "change", "keep", "erase"} <= shown(reviewed)
    assert reviewed.sent == []


@pytest.mark.holds("T44")
def test_after_sending_nothing_of_it_is_shown_again(reviewed: Walk) -> None:
    """The code, what comes next, support, how to withdraw; and not a word of the account."""
    reviewed.tap("send_it")
    cards = []
    for option in ("go", "go", "status", "back", "more", "back"):
        cards.append(said(reviewed))
        if option in shown(reviewed):
            reviewed.tap(option)
    reviewed.take(Move("command", "review"))
    cards.append(said(reviewed))
    told = " ".join(cards)
    for word in (OWN, OFFICER, NUMBER, "Yes, to me"):
        assert word not in told
    assert "working days only" in told
    assert "It lets you add, check or withdraw" in told
    assert "Samaritans" in told
    (code,) = reviewed.reports
    assert len(code) == 20
    assert code.isdigit()


@pytest.mark.holds("T45")
def test_officer_details_are_never_echoed(reviewed: Walk) -> None:
    """What was typed about the officer stands on no card until she asks to see it."""
    for move in ("show", "review", "more", "help", "back"):
        reviewed.take(Move("command", move))
        assert OFFICER not in said(reviewed)
    skipping(reviewed, "review")
    reviewed.tap("change")
    reviewed.tap("c.officer")
    assert OFFICER not in said(reviewed)
    reviewed.tap("show")
    assert OFFICER in said(reviewed)


@pytest.mark.holds("T48")
def test_what_a_stranger_reads_of_the_bot_is_bland() -> None:
    """Description and command list tell nothing of police, sex, law or reports."""
    told = " ".join([ABOUT, *(text for entry in MENU for text in entry)]).casefold()
    assert [word for word in LOUD if word in told] == []


@pytest.mark.holds("T48")
def test_the_first_card_begins_blandly() -> None:
    """The first line of the first card, all that a lock screen shows, could be of any chat."""
    first = said(walked([])).partition(".")[0].casefold()
    assert first == "this is an automated chat, not a person"
