"""Date questions: taps from years down to days, words confirmed, what is kept on the way."""

from dataclasses import replace
from datetime import date

import pytest

from flows.commands.walking import Walk
from flows.draft import Answer
from flows.model import Option, Step
from flows.moves import Moves
from flows.outcome import Move
from flows.review import lines
from flows.turn import take_turn
from tests.flows.dating import FLOW, HELD, MOVES, STEP, ahead, asked, tapped


@pytest.mark.parametrize(
    ("path", "value", "edtf", "about", "said"),
    [
        (("last_10_days",), "last_10_days", "2026-11-12/2026-11-22", False, "In the last 10 days"),
        (("y0", "near"), "y0", "2026", False, "Earlier in 2026"),
        (("y0", "around"), "y0", "2026", True, "Around 2026"),
        (("y1", "skip"), "y1", "2025", False, "2025"),
        (("y2_4", "which"), "y2_4", "2022/2024", False, "2022 to 2024"),
        (("y2_4", "skip"), "y2_4", "2022/2024", False, "2022 to 2024"),
        (("y2_4", "2023", "near"), "y2_4", "2023", False, "2023"),
        (("y5_9", "2019", "seasons", "2019-22"), "y5_9", "2019-22", False, "Summer 2019"),
        (("y1", "seasons", "2025-12"), "y1", "2025-12", False, "Winter, late 2025"),
        (
            ("y1", "seasons", "2025-01/2025-02"),
            "y1",
            "2025-01/2025-02",
            False,
            "Winter, early 2025",
        ),
        (("y1", "months", "which"), "y1", "2025", False, "2025"),
        (("y1", "months", "2025-10", "near"), "y1", "2025-10", False, "October 2025"),
        (("y1", "months", "2025-10", "around"), "y1", "2025-10", True, "Around October 2025"),
        (("y1", "months", "2025-10", "d.2025-10-23"), "y1", "2025-10-23", False, "23 October 2025"),
        (("older", "which"), "older", "../2016", False, "2016 or before"),
        (("older", "2010/2016", "which"), "older", "2010/2016", False, "2010 to 2016"),
        (("older", "2000/2009", "2007", "around"), "older", "2007", True, "Around 2007"),
        (("older", "../1979"), "older", "../1979", False, "1979 or before"),
    ],
)
@pytest.mark.holds("T28")
def test_taps_lead_to_a_date(
    path: tuple[str, ...], value: str, edtf: str, *, about: bool, said: str
) -> None:
    """At every level one tap ends the question and keeps what was said, however little."""
    walk = asked()
    answer = tapped(walk, *path)
    assert (answer.values, answer.date, answer.about) == ((value,), edtf, about)
    assert (answer.labels, answer.state) == ((said,), "answered")
    assert walk.here.step != STEP
    assert (walk.here.picked, walk.here.waiting) == ((), "")
    shown = lines(FLOW, walk.here, walk.setting())
    assert f"When it happened or started: {said}" in shown


@pytest.mark.holds("T28", "T29")
def test_not_knowing_is_not_a_date() -> None:
    """Not remembering, not saying and skipping are kept apart, and none of them is a date."""
    states = {name: tapped(asked(), name) for name in ("dont_know", "prefer_not", "skip")}
    assert [a.state for a in states.values()] == ["dont_know", "prefer_not", "skipped"]
    assert not any(a.date for a in states.values())


def test_back_goes_up_one_level() -> None:
    """Back returns card by card through the levels, then to the question before."""
    walk = asked()
    for name in ("y2_4", "2023", "months", "2023-10"):
        walk.tap(name)
    seen = []
    while walk.here.step == STEP:
        seen.append(walk.here.picked[1:])
        walk.tap("back")
    assert seen == [
        ("2022/2024", "2023", "months", "2023-10"),
        ("2022/2024", "2023", "months"),
        ("2022/2024", "2023"),
        ("2022/2024",),
        (),
    ]
    assert walk.here.step == "body"


@pytest.mark.parametrize("laid_over", ["help", "more", "language", "pause", "delete"])
def test_a_card_laid_over_loses_nothing(laid_over: str) -> None:
    """Help, More, a pause and the rest come back to the level she was on."""
    walk = asked()
    walk.tap("y2_4")
    before = walk.here
    walk.take(Move("command", laid_over))
    assert walk.here.aside
    walk.take(Move("command", "back"))
    assert replace(walk.here, revision=0) == replace(before, revision=0)


def test_the_review_keeps_what_was_said_so_far() -> None:
    """Reviewing or sending from a card under the question keeps the answer so far."""
    for command in ("review", "send"):
        walk = asked()
        walk.tap("y2_4")
        walk.tap("2023")
        walk.take(Move("command", command))
        assert walk.here.answers[STEP].date == "2023"
        assert walk.here.picked == ()


def test_leaving_keeps_the_level() -> None:
    """After Leave and her word, the same card stands there and one tap keeps the answer."""
    walk = asked(here=replace(HELD, resume="a hash"))
    walk.tap("y2_4")
    walk.tap("2023")
    walk.take(Move("command", "leave"))
    assert walk.left is not None
    walk.here = replace(walk.left, left=False)
    assert tapped(walk, "near").date == "2023"


def test_a_late_second_tap_changes_nothing() -> None:
    """A tap on a card of a level that is no longer shown is answered, and changes nothing."""
    walk = asked()
    late = walk.here.revision
    walk.tap("y2_4")
    after = take_turn(MOVES, walk.here, Move("tap", "y5_9", STEP, late), walk.setting())
    assert after.draft == walk.here
    assert after.note
    assert take_turn(MOVES, walk.here, Move("tap", "2020", STEP, -1), walk.setting()).note


def test_a_new_year_does_not_move_a_tapped_one() -> None:
    """What was tapped on 31 December means the same on 1 January."""
    walk = asked()
    walk.today = date(2026, 12, 31)
    walk.tap("y2_4")
    walk.today = date(2027, 1, 1)
    years = [b.label for row in walk.show().card.rows for b in row][:3]
    assert years == ["2022", "2023", "2024"]
    answer = tapped(walk, "which")
    assert (answer.date, answer.labels) == ("2022/2024", ("2022 to 2024",))


def test_changing_the_line_opens_the_years_again() -> None:
    """A date that is changed from the review is asked from the years on."""
    walk = asked()
    tapped(walk, "y2_4", "2023", "near")
    walk.take(Move("command", "review"))
    walk.tap("change")
    walk.tap(f"c.{STEP}")
    walk.tap("change_it")
    assert (walk.here.step, walk.here.picked) == (STEP, ())
    assert tapped(walk, "y1", "near").date == "2025"
    assert walk.here.step != STEP


def test_nothing_is_offered_that_has_not_come_yet() -> None:
    """Of this year only the months, seasons and days that have begun are offered."""
    for opened, first, last in (
        ("months", "2026-01", "2026-11"),
        ("seasons", "2026-01/2026-02", "2026-23"),
    ):
        walk = asked()
        walk.tap("y0")
        walk.tap(opened)
        shown = [b.option for row in walk.show().card.rows for b in row if b.option[0] == "2"]
        assert (shown[0], shown[-1]) == (first, last)
    walk = asked()
    for name in ("y0", "months", "2026-11"):
        walk.tap(name)
    days = [b.label for row in walk.show().card.rows for b in row if b.option[:2] == "d."]
    assert days == [str(day) for day in range(1, 23)]


def test_days_stand_in_weeks() -> None:
    """The day card has seven days in a row, and is the only card that has more than two."""
    walk = asked()
    for name in ("y1", "months", "2025-10"):
        walk.tap(name)
    rows = [[b.label for b in row] for row in walk.show().card.rows]
    weeks = [row for row in rows if row[0].isdigit()]
    assert [len(week) for week in weeks] == [7, 7, 7, 7, 3]
    assert rows[0] == ["That is near enough"]


@pytest.mark.parametrize(
    ("path", "edtf"),
    [
        (("this_week", "near"), "2026-11-24/2026-12-01"),
        (("this_week", "d.2026-11-27"), "2026-11-27"),
        (("this_month", "d.2026-11-30"), "2026-11-30"),
        (("next_month", "near"), "2026-12"),
        (("next_month", "d.2026-12-31"), "2026-12-31"),
        (("later", "which"), "2027-01/.."),
        (("later", "2027-03", "near"), "2027-03"),
        (("later", "2027-02", "d.2027-02-28"), "2027-02-28"),
    ],
)
def test_a_date_to_come_is_asked_by_weeks_and_months(path: tuple[str, ...], edtf: str) -> None:
    """A hearing is asked for from this week on, down to the day, with no day gone by."""
    walk = asked(ahead())
    walk.today = date(2026, 11, 24)
    answer = tapped(walk, *path)
    assert (answer.date, answer.values) == (edtf, path[:1])
    span = walk.setting().calendar.bounds(edtf)
    assert span.earliest is not None
    assert span.earliest >= walk.today


def test_a_letter_of_the_last_month_is_asked_for_to_the_day() -> None:
    """The day of a letter starts a time limit: one tap opens its month, one its day."""
    option = Option("last_month", "In the last month")
    steps = {**FLOW.steps, STEP: replace(FLOW.steps[STEP], options=(option,))}
    moves = Moves(replace(FLOW, steps=steps))
    exact = tapped(asked(moves), "last_month", "2026-11", "d.2026-11-03")
    assert (exact.date, exact.labels) == ("2026-11-03", ("3 November 2026",))
    assert tapped(asked(moves), "last_month", "which").date == "2026-10-22/2026-11-22"


def everything(walk: Walk, depth: int = 0) -> list[Answer]:
    """Return the answers of the ways down the cards, by three buttons of each card."""
    start, found = walk.here, []
    shown = [b for row in walk.show().card.rows for b in row]
    asked = [b for b in shown if b.option not in {"back", "help", "leave", "more"}]
    for button in asked if depth == 0 else {asked[0], *asked[2:3], asked[-1]}:
        walk.here = start
        walk.tap(button.option)
        if walk.here.step != STEP:
            found.append(walk.here.answers[STEP])
        else:
            assert depth < 6
            found += everything(walk, depth + 1)
    return found


@pytest.mark.parametrize("today", [date(2026, 11, 22), date(2028, 2, 29), date(2026, 1, 1)])
def test_every_way_down_ends_in_a_date_with_bounds(today: date) -> None:
    """Whatever is tapped, the days it can mean are known, and none is later than this year."""
    for moves in (MOVES, ahead()):
        walk = asked(moves)
        walk.today = today
        given = {a.date for a in everything(walk) if a.date}
        assert len(given) >= 8
        for edtf in given:
            span = walk.setting().calendar.bounds(edtf)
            assert span.earliest or span.latest
            if span.earliest and moves is MOVES:
                assert span.earliest <= today


def test_figures_keep_their_direction() -> None:
    """In a language from right to left every year and day on the cards stands in an isolate."""
    walk = asked(here=replace(HELD, language="xx"))
    assert isinstance(FLOW.steps[STEP], Step)
    for name in ("y1", "months", "2025-10"):
        walk.tap(name)
    card = walk.show().card
    labels = [b.label for row in card.rows for b in row if b.label.strip("\u2068\u2069").isdigit()]
    assert labels[0] == "\u20681\u2069"
    assert "\u2068·October \u20682025\u2069\u2069" in card.text
