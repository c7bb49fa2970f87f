"""Typed words that are an answer: one message, several, a place, a word to come back."""

from dataclasses import replace

from flows import places
from flows.dating import written
from flows.draft import Answer, Draft
from flows.keeping import unfinished
from flows.listed import TYPED
from flows.moves import Moves
from flows.outcome import Outcome
from flows.resume import LONGEST, SHORTEST, hashed
from flows.screen import Lead
from flows.setting import Setting
from flows.typed import one_word


def write(moves: Moves, here: Draft, text: str, setting: Setting, piece: int = 0) -> Outcome:
    """Take typed words on a step that asks for them; nothing is ever cut.

    `piece` numbers the message, so that she can still edit it while it is on the screen.
    """
    step = moves.flow.steps[here.step]
    if step.kind == "word":
        return resume_word(here, text, setting)
    if step.kind == "date" and here.waiting and not here.aside:
        text = f"{here.waiting}\n{text}"
    pieces = (*here.gathered, text)
    if len("\n".join(pieces)) > step.limit:
        over = replace(here, waiting=text, aside="too_long")
        return Outcome(over, gathering=step.kind == "gather")
    if step.kind == "gather":
        numbers = (*here.pieces[: len(here.gathered)], piece)
        kept = replace(here, gathered=pieces, pieces=numbers)
        return Outcome(kept, gathering=True)
    if (taken := BY_KIND.get(step.kind)) is not None:
        return taken(moves, here, text, setting)
    if step.places:
        return places.asked(moves, here, text, setting)
    values = (TYPED,) if step.typed else ()
    return Outcome(here, answer=Answer("answered", values, text=text), go="go")


def resume_word(here: Draft, text: str, setting: Setting) -> Outcome:
    """Keep the one word that `text` is, hashed, to come back with; anything else is not kept."""
    word = one_word(text, SHORTEST, LONGEST)
    if not word:
        return Outcome(here, leads=(Lead("one_word"),))
    kept = replace(here, resume=hashed(word, setting.salt))
    return Outcome(kept, leads=(Lead("word_kept"),), go="go")


def _beside_ticks(moves: Moves, here: Draft, text: str, setting: Setting) -> Outcome:
    """Keep words typed on a card of ticks together with what is ticked."""
    ticked = unfinished(moves.flow.steps[here.step], here, setting)
    values, labels = (ticked.values, ticked.labels) if ticked else ((), ())
    values = (*(v for v in values if v != TYPED), TYPED)
    return Outcome(here, answer=Answer("answered", values, text, labels), go="go")


BY_KIND = {"lookup": places.searched, "date": written, "choices": _beside_ticks}


def finish(moves: Moves, here: Draft, setting: Setting) -> Outcome:
    """Keep what "That's all" ends: the gathered messages, or the ticked options."""
    answer = unfinished(moves.flow.steps[here.step], here, setting)
    if answer is None:
        return Outcome(here, leads=(Lead("not_understood"),))
    return Outcome(here, answer=answer, go="go")
