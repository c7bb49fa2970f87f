"""The cards under a date question: years, more about a year, seasons, months, days, guesses."""

from collections.abc import Iterator

from flows.date_levels import (
    AROUND,
    DAY,
    GUESS,
    MONTHS,
    NEAR,
    SEASONS,
    WHICH,
    Level,
    level,
    so_far,
)
from flows.date_words import TEXTS as WORDS
from flows.date_words import phrase, season
from flows.draft import Draft
from flows.inserts import isolated
from flows.model import Flow, Step
from flows.screen import Button
from flows.setting import Setting

KEEP = "keep_words"
LABELS = {
    NEAR: "date_near",
    AROUND: "date_around",
    WHICH: "date_which",
    SEASONS: "date_seasons",
    MONTHS: "date_months",
    KEEP: "date_keep_words",
}
QUESTIONS = {
    "decades": "ask_decade",
    "years": "ask_year",
    "more": "ask_more",
    "seasons": "ask_season",
    "months": "ask_month",
    "days": "ask_day",
}
GUESSED = "ask_guess"
TEXTS = frozenset({*WORDS, *LABELS.values(), *QUESTIONS.values(), GUESSED})
"""Every text that a date question needs beside its own."""


def opened(step: Step, draft: Draft) -> bool:
    """Tell whether a card under the date question is on the screen, not the question itself."""
    return step.kind == "date" and bool(draft.picked or draft.waiting)


def taps(draft: Draft) -> tuple[str, ...]:
    """Return what she has tapped on the way down, without guesses at her words."""
    return tuple(tap for tap in draft.picked if not tap.startswith(GUESS))


def here(step: Step, draft: Draft, setting: Setting) -> Level:
    """Return the card under the question that the draft stands on."""
    return level(taps(draft), setting.today, ahead=step.ahead)


def question(flow: Flow, step: Step, draft: Draft, setting: Setting) -> str:
    """Return what the card under the question asks."""
    words = setting.languages[draft.language]
    if draft.waiting:
        return words.say("texts", flow.texts[GUESSED])
    kind = here(step, draft, setting).kind
    # Taps that an older version of the questions left behind may lead nowhere now.
    asked = words.say("texts", flow.texts[QUESTIONS.get(kind, QUESTIONS["more"])])
    said = phrase(flow, so_far(taps(draft)), words) if kind == "days" else ""
    return asked.format(date=isolated(said, words))


def date_buttons(flow: Flow, step: Step, draft: Draft, setting: Setting) -> Iterator[Button]:
    """Yield the buttons of the card under the question; one of them always ends it."""
    words = setting.languages[draft.language]
    shown = Level() if draft.waiting else here(step, draft, setting)
    ends: tuple[str, ...] = (WHICH,)
    if draft.waiting:
        for name in draft.picked:
            if name.startswith(GUESS):
                yield Button(name, guessed(flow, name, draft, setting))
        ends = (KEEP,)
    elif shown.kind in {"more", "days"}:
        first = (NEAR,) if step.ahead else (NEAR, AROUND)
        ends = (SEASONS, MONTHS) if shown.kind == "more" else ()
        yield from (Button(n, words.say("texts", flow.texts[LABELS[n]])) for n in first)
    for edtf in shown.choices:
        if shown.kind == "days":
            yield Button(DAY + edtf, isolated(str(int(edtf[8:])), words))
        else:
            said = season if shown.kind == "seasons" else phrase
            yield Button(edtf, said(flow, edtf, words))
    yield from (Button(n, words.say("texts", flow.texts[LABELS[n]])) for n in ends)


def guessed(flow: Flow, name: str, draft: Draft, setting: Setting) -> str:
    """Return the label of a guess."""
    edtf = name.removeprefix(GUESS)
    about = edtf.endswith("~")
    return phrase(flow, edtf.rstrip("~"), setting.languages[draft.language], about=about)
