"""Honesty: limits, time, what is not confidential, police complaints (T33 to T36)."""

from dataclasses import replace
from datetime import date

import pytest

from flows.draft import Draft
from flows.outcome import Move
from flows.turn import take_turn
from tests.stories import telling
from tests.trauma.content import at, moves, said, walked

ANOTHER_DAY = date(2027, 3, 2)
TOLD = {
    "agree": "Some legal steps have short time limits. Others last for years. Sending stops none,",
    "sent": "stops no time limit.",
    "sent_added": "does not stop any time limit.",
}


def one_line(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.holds("T33")
@pytest.mark.parametrize("name", TOLD)
def test_no_client_and_no_time_stopped(name: str) -> None:
    """Agreeing and sending both say: no client by this, and no time limit stopped."""
    text = one_line(at(name).card.text)
    assert TOLD[name] in text
    assert "does not make you a client" in text


@pytest.mark.holds("T34")
def test_nothing_shown_depends_on_the_day() -> None:
    """On another day every card says the same; only buttons with years count along."""
    flow, setting = moves().flow, telling.new_walk().setting()
    for step in flow.steps.values():
        aside = step.kind == "aside"
        here = Draft(
            flow.version,
            stage="held",
            step=flow.first if aside else step.id,
            aside=step.id if aside else "",
        )
        one, other = (
            take_turn(moves(), here, Move("show"), replace(setting, today=day)).card
            for day in (setting.today, ANOTHER_DAY)
        )
        assert one.text == other.text, step.id
        years = any("{y" in option.label for option in step.options)
        assert years or one.rows == other.rows, step.id


@pytest.mark.holds("T34")
def test_a_time_limit_is_spoken_of_without_a_figure() -> None:
    """That short limits can apply is said; how long they are, and until when, is not."""
    texts = [moves().flow.texts["short_limits"], moves().flow.steps["agree"].say]
    assert all("hort time limits" in text for text in texts)
    assert not any(sign.isdigit() for text in texts for sign in text)


@pytest.mark.holds("T35")
def test_what_is_not_confidential_is_told_before_anything_is_kept() -> None:
    """A child or a life at risk, a court, and Telegram: told on the cards before consent."""
    taps = ("go", "no", "yes", "adult", "go")
    told = " ".join(said(walked(taps[:number])) for number in range(len(taps) + 1))
    for limit in ("Telegram carries this chat", "If a child", "serious risk", "A court can order"):
        assert limit in told, limit
    assert told.index("A court can order") < told.index("May I keep your answers")


@pytest.mark.holds("T36")
def test_police_complaints_are_apart_and_her_choice() -> None:
    """The privacy card says that a police complaint is separate, and where the form goes."""
    text = one_line(at("privacy").card.text)
    assert "A police complaint is separate, and your choice." in text
    assert "goes straight to the force" in text
