"""A change of language: a yes or no stands in the words it was asked in, so it is asked again.

Keeping a draft is the exception: its answers are kept under the words she agreed to, and
deleting them is one tap away in any language.
"""

from dataclasses import replace

from flows.draft import Draft
from flows.model import Flow
from flows.screen import Lead
from flows.setting import Words

AGAIN = "_again"
"""Ends the mark of a consent that has to be asked again: the flow's move `send` looks for it."""


def in_language(flow: Flow, here: Draft, words: Words) -> tuple[Draft, tuple[Lead, ...]]:
    """Return the draft in another language, and the line that names what is asked again in it."""
    language = words.language
    kept = tuple(c for c in here.consents if c.purpose == "hold_draft" or c.language == language)
    dropped = {c.purpose for c in here.consents} - {c.purpose for c in kept}
    again = [s for s in flow.steps.values() if s.purpose in dropped and s.id in here.answers]
    names = {s.id for s in again}
    after = replace(
        here,
        language=language,
        aside="",
        answers={name: a for name, a in here.answers.items() if name not in names},
        marks={**here.marks, **{f"{name}{AGAIN}": "yes" for name in names}},
        consents=kept,
    )
    if not again:
        return after, ()
    comma = words.say("texts", flow.texts["list_and"])
    label = f"{comma} ".join(words.say(s.id, s.label) for s in again)
    return after, (Lead("asked_again", (("label", label),)),)


def passed(here: Draft, needed: str) -> tuple[str, ...]:
    """Return what is not asked again on the way back to the review: all she has come through.

    What is `needed` is asked, though she may have gone on without an answer; so is a yes or
    no of another language.
    """
    return tuple(n for n in here.trail if n != needed and f"{n}{AGAIN}" not in here.marks)
