"""Answering a date question: by taps, level by level, or in words with a guess confirmed.

Until she goes on, `Draft.picked` holds her taps and the guesses at her words, `waiting` the
words; leaving, reviewing or sending on the way keeps what they say so far.
"""

from dataclasses import replace
from datetime import date

from flows.date_cards import KEEP, guessed, taps
from flows.date_levels import AROUND, DAY, GUESS, NEAR, SEASONS, WHICH, level, so_far
from flows.date_words import phrase, season
from flows.dates import meant
from flows.draft import Answer, Draft
from flows.inserts import Inserts
from flows.listed import TYPED
from flows.model import Flow, Option, Step
from flows.moves import Moves
from flows.outcome import Outcome
from flows.setting import Setting
from flows.span import Span

ENDS = frozenset({NEAR, AROUND, WHICH, KEEP})
YEAR = 4


def pick(moves: Moves, here: Draft, name: str, setting: Setting) -> Outcome:
    """Take a tap on a date question: go down one level, or keep what has been said."""
    step, path = moves.flow.steps[here.step], taps(here)
    if name.startswith(GUESS):
        return _confirmed(moves.flow, here, name, setting)
    if name in ENDS:
        return stop(moves, here, setting, about=name == AROUND)
    if not path:
        meaning = meant(name, setting.today)
        path = (name, meaning) if meaning else (name,)
    else:
        path = (*path, name.removeprefix(DAY))
    deeper = replace(here, picked=path, waiting="")
    if len(path) > 1:
        narrower = level(path, setting.today, ahead=step.ahead)
        if narrower.choices or narrower.kind == "more":
            return Outcome(deeper)
    return stop(moves, deeper, setting)


def stop(moves: Moves, here: Draft, setting: Setting, *, about: bool = False) -> Outcome:
    """Keep what has been said so far, however little, and go on."""
    answer = so_far_answered(moves.flow, here, setting, about=about) or Answer("skipped")
    return _kept(moves.flow.steps[here.step], here, answer)


def up(here: Draft) -> Draft:
    """Return the draft one level up; from a guess, back to the card that it was typed on."""
    path = taps(here)
    if not here.waiting:
        path = path[:-1]
    # The option alone is no card: its meaning came with the same tap.
    return replace(here, picked=path if len(path) > 1 else (), waiting="")


def written(moves: Moves, here: Draft, text: str, setting: Setting) -> Outcome:
    """Keep typed words; if they may mean a date, ask first which.

    `text` holds all that was typed on this card. Words such as "October" are read within
    the year that she has tapped.
    """
    step, path = moves.flow.steps[here.step], taps(here)
    newest = text.removeprefix(here.waiting).strip()
    read = setting.calendar.guesses
    found = read(newest, here.language, setting.today, ahead=step.ahead)
    within = so_far(path)
    if not found and len(within) == YEAR and not any(c.isdigit() for c in newest):
        found = read(f"{newest} {within}", here.language, setting.today, ahead=step.ahead)
    names = [f"{GUESS}{guess.edtf}{'~' if guess.about else ''}" for guess in found]
    asked = replace(here, waiting=text, picked=(*path, *names), aside="")
    return Outcome(asked) if names else stop(moves, asked, setting)


def so_far_answered(
    flow: Flow, here: Draft, setting: Setting, *, about: bool = False
) -> Answer | None:
    """Return the answer that the taps and typed words give so far, or None for neither."""
    step, path = flow.steps[here.step], taps(here)
    # Words over the limit are not taken until she has decided about them.
    text = here.waiting if len(here.waiting) <= step.limit else ""
    option = step.option(path[0]) if path else None
    if option is None:
        return Answer("answered", (TYPED,), text=text) if text else None
    words = setting.languages[here.language]
    edtf = so_far(path)
    label = _label(flow, option, here, setting)
    if about or edtf != meant(option.id, setting.today):
        said = season if SEASONS in path else phrase
        label = phrase(flow, edtf, words, about=True) if about else said(flow, edtf, words)
    return Answer(option.state, (option.id,), text, (label,), date=edtf, about=about)


def _confirmed(flow: Flow, here: Draft, name: str, setting: Setting) -> Outcome:
    """Keep her words with the date that she says they mean."""
    step, said = flow.steps[here.step], name.removeprefix(GUESS)
    edtf, about = said.rstrip("~"), said.endswith("~")
    near = _nearest(step, setting.calendar.bounds(edtf), setting)
    label = guessed(flow, name, here, setting)
    answer = Answer("answered", (near,), here.waiting, (label,), date=edtf, about=about)
    return _kept(step, here, answer)


def _nearest(step: Step, span: Span, setting: Setting) -> str:
    """Return the option that a typed date would have been tapped as: routing asks for it."""
    first = span.earliest or date.min
    for option in step.options:
        if meaning := meant(option.id, setting.today):
            within = setting.calendar.bounds(meaning)
            if (within.earliest or date.min) <= first <= (within.latest or date.max):
                return option.id
    return TYPED


def _kept(step: Step, here: Draft, answer: Answer) -> Outcome:
    chosen = answer.values[0] if answer.values else ""
    option = step.option(chosen)
    return Outcome(
        replace(here, picked=(), waiting=""),
        answer=answer,
        marks=option.marks if option else {},
        reply=option.reply if option else "",
        go="go",
        chosen=chosen,
    )


def _label(flow: Flow, option: Option, here: Draft, setting: Setting) -> str:
    said = option.them if option.them and here.marks.get("them") == "yes" else option.label
    words = setting.languages[here.language]
    return words.say(here.step, said).format_map(Inserts(flow, here, setting))
