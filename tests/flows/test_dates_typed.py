"""Dates in words: confirmed, read within a year, and as staff get them."""

from dataclasses import replace
from datetime import date

import pytest

from flows.commands.walking import Walk
from flows.date_cards import taps
from flows.date_levels import so_far
from flows.dates import date_of, dates, meant, still_going
from flows.draft import Answer, Draft
from flows.outcome import Move
from flows.span import Guess
from flows.turn import take_turn
from tests.flows.dating import FLOW, HELD, STEP, asked, tapped
from tests.stories.telling import TODAY, new_walk


class Reading:
    """A calendar that reads typed words in one fixed way."""

    def __init__(self, *found: Guess) -> None:
        self.found, self.asked = found, list[str]()
        self.bounds = new_walk().setting().calendar.bounds
        self.closed = new_walk().setting().calendar.closed

    def guesses(self, text: str, *_: object, **__: object) -> tuple[Guess, ...]:
        """Note what was asked, and return the fixed guesses if it speaks of October."""
        self.asked.append(text)
        return self.found if "October" in text and "2011" in text else ()


def typing(walk: Walk, text: str, calendar: Reading) -> None:
    """Type `text`, with the given reading of it."""
    setting = replace(walk.setting(), calendar=calendar)
    walk.here = take_turn(walk.moves, walk.here, Move("words", text), setting).draft


@pytest.mark.holds("T28")
def test_words_become_a_date_only_when_confirmed() -> None:
    """Typed words stay verbatim; a guess at them is a date only once she has tapped it."""
    calendar = Reading(Guess("2011-10"), Guess("2011-23", about=True))
    walk = asked()
    typing(walk, "I think October 2011", calendar)
    assert STEP not in walk.here.answers
    shown = {b.option: b.label for row in walk.show().card.rows for b in row}
    assert shown["g.2011-10"] == "October 2011"
    assert shown["g.2011-23~"] == "Around Autumn 2011"
    for name, edtf, about in (
        ("g.2011-23~", "2011-23", True),
        ("keep_words", "", False),
        ("skip", "", False),
    ):
        each = asked(here=walk.here)
        answer = tapped(each, name)
        assert (answer.text, answer.date, answer.about) == ("I think October 2011", edtf, about)
        assert answer.values == (("older",) if edtf else ("typed",))
    walk.tap("back")
    assert (walk.here.step, walk.here.waiting, walk.here.picked) == (STEP, "", ())


def test_words_that_may_mean_nothing_are_kept_as_they_are() -> None:
    """With no guess the words are the answer, and the next question comes."""
    walk = asked()
    typing(walk, "when my son was small", Reading())
    assert walk.here.step != STEP
    assert walk.here.answers[STEP] == replace(
        walk.here.answers[STEP], values=("typed",), text="when my son was small", date=""
    )


def test_words_are_read_within_the_year_that_was_tapped() -> None:
    """On a card under a year, "October" is read as October of that year; the year is kept."""
    calendar = Reading(Guess("2011-10"))
    walk = asked(here=replace(HELD, picked=("older", "../2016", "2010/2016", "2011")))
    typing(walk, "in October", calendar)
    assert calendar.asked == ["in October", "in October 2011"]
    assert so_far(taps(walk.here)) == "2011"
    answer = tapped(walk, "keep_words")
    assert (answer.values, answer.date, answer.text) == (("older",), "2011", "in October")


def test_a_second_message_does_not_lose_the_first() -> None:
    """Words typed while a guess is offered are kept with those before."""
    calendar = Reading(Guess("2011-10"))
    walk = asked()
    typing(walk, "October 2011", calendar)
    typing(walk, "after work", calendar)
    assert walk.here.answers[STEP].text == "October 2011\nafter work"


def test_a_live_case_takes_the_words_and_leaves_the_date() -> None:
    """When a case comes up her words about the date go, named; what she tapped stays."""
    walk = asked()
    typing(walk, "October 2011", Reading(Guess("2011-10")))
    tapped(walk, "g.2011-10")
    walk.here = replace(walk.here, step="linked")
    turn = walk.tap("about_them")
    assert walk.here.answers[STEP].text == ""
    assert walk.here.answers[STEP].date == "2011-10"
    assert "When it happened or started" in turn.card.text


@pytest.mark.parametrize(
    ("value", "meaning"),
    [
        ("last_10_days", "2026-11-12/2026-11-22"),
        ("y0", "2026"),
        ("y2_4", "2022/2024"),
        ("older", "../2016"),
        ("dont_know", ""),
    ],
)
def test_answers_of_older_questions_keep_their_meaning(value: str, meaning: str) -> None:
    """An option kept by the version before has the years of the day its draft began."""
    draft = Draft("older", answers={STEP: Answer("answered", (value,))}, created="2026-11-22")
    assert date_of(draft, STEP, date(2027, 1, 2)) == meaning == meant(value, TODAY)
    assert date_of(Draft(FLOW.version), STEP, TODAY) == ""


@pytest.mark.parametrize(
    ("edtf", "open_range"),
    [
        ("2019", "2019/.."),
        ("2022/2024", "2022/.."),
        ("../2016", "../.."),
        ("2026-11-12/2026-11-22", "2026-11-12/.."),
        ("[2011,2012]", "2011/.."),
        ("", ""),
    ],
)
def test_what_still_happens_has_no_end(edtf: str, open_range: str) -> None:
    """For staff, the start of something that still happens is an open range."""
    draft = Draft(FLOW.version, answers={"ongoing": Answer("answered", ("yes",))})
    assert still_going(draft, STEP, edtf) == open_range
    assert still_going(draft, "when_last", edtf) == edtf
    assert still_going(Draft(FLOW.version), STEP, edtf) == edtf


def test_the_summary_gives_each_date_with_its_bounds() -> None:
    """Staff get the date, its bounds, whether it was around then, and her own words."""
    answer = Answer("answered", ("y5_9",), "Easter time", ("Around Spring 2019",), date="2019-21")
    draft = Draft(FLOW.version, answers={STEP: replace(answer, about=True)})
    calendar = new_walk().setting().calendar
    assert dates(FLOW, draft, TODAY, calendar) == {
        STEP: {
            "edtf": "2019-21",
            "about": True,
            "earliest": "2019-03-01",
            "latest": "2019-05-31",
            "text": "Easter time",
        }
    }
    tapped_only = replace(draft, answers={STEP: replace(answer, text="")})
    given = dates(FLOW, tapped_only, TODAY, calendar)[STEP]
    assert isinstance(given, dict)
    assert given["text"] == "Around Spring 2019"
    assert dates(FLOW, Draft(FLOW.version), TODAY, calendar) == {}


@pytest.mark.parametrize(
    "moves",
    [
        [Move("words", "1234567890" * 2), Move("command", "back")],
        [Move("words", "x" * 90), Move("tap", "shorten")],
        [Move("words", "x" * 90), Move("command", "back")],
        [Move("words", "x" * 90), Move("command", "leave"), Move("command", "start")],
    ],
    ids=["a code", "shortened", "back", "left"],
)
def test_guesses_go_with_the_words_they_were_about(moves: list[Move]) -> None:
    """Where her words are gone, the date question stands there again: nothing is guessed at."""
    walk = asked()
    walk.take(Move("words", "about 2019, in the summer"))
    assert walk.here.picked
    for move in moves:
        if move.kind == "tap":
            walk.tap(move.value)
        else:
            walk.take(move)
    assert walk.here.picked == ()
    assert not walk.here.waiting
    if walk.here.aside:
        walk.tap("go")
    assert FLOW.steps[STEP].say in walk.show().card.text
