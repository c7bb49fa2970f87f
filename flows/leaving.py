"""Leaving, deleting and clearing: what each keeps, and what the screen shows then."""

from collections.abc import Callable
from dataclasses import replace

from flows.draft import Draft, values_of
from flows.moves import Moves
from flows.outcome import Outcome
from flows.screen import Lead
from flows.setting import Setting

RISKY = frozenset({"yes", "not_sure", "work"})
CLOSE = frozenset({"close", "partner", "related"})

CLOSE_BY = "close_by"
"""The mark of an addition to a report that named someone close."""

# How many hours a draft may be kept after her last answer: the first, unless she asks for more.
HOURS = (36, 72, 168)


def first(moves: Moves, setting: Setting, language: str = "") -> Draft:
    """Return where someone stands who never wrote before."""
    start = language or next(iter(setting.languages))
    return Draft(moves.flow.version, start, step=moves.flow.first)


def nothing_here(moves: Moves, here: Draft) -> Outcome:
    """Show only the first screen to someone who stands on it, as to any stranger."""
    on_first = here.step == moves.flow.first and here.stage == "arrive"
    return Outcome(here, leads=() if on_first else (Lead("no_draft_here"),))


def _ends_on_leaving(here: Draft) -> bool:
    """Tell whether leaving deletes the draft: others can open it, and there is no word."""
    risky = is_close(here) or RISKY.intersection(values_of(here, "phone"))
    return not here.resume and bool(risky)


def is_close(here: Draft) -> bool:
    """Tell whether the person from the police is close to her: in this report, or in the first.

    Someone close is taken to know the phone's codes: device_close says so.
    """
    said = CLOSE.intersection(values_of(here, "in_contact")) and here.marks.get("them") != "yes"
    return bool(said) or here.marks.get(CLOSE_BY) == "yes"


def pause(moves: Moves, here: Draft, setting: Setting) -> Outcome:
    """Say what becomes of the draft if she stops here, and how she comes back."""
    del moves, setting
    word = "pause_word" if here.resume else "pause"
    return Outcome(replace(here, aside="pause_no_word" if _ends_on_leaving(here) else word))


def keeping_for(hours: int) -> Callable[[Moves, Draft, Setting], Outcome]:
    """Return the move that keeps the draft for `hours` after her last answer."""

    def chosen(moves: Moves, here: Draft, setting: Setting) -> Outcome:
        return pause(moves, replace(here, hours=hours), setting)

    return chosen


def leave(moves: Moves, here: Draft, setting: Setting) -> Outcome:
    """Sweep and show a stranger's screen; without a word, on a shared phone, delete."""
    stranger = first(moves, setting)
    if here.stage == "held" and not _ends_on_leaving(here):
        # Words typed on a date question are hers until she has said what they mean.
        dating = moves.flow.steps[here.step].kind == "date" and here.aside != "too_long"
        kept = replace(here, left=True, aside="", waiting=here.waiting if dating else "")
        return Outcome(kept, "leave", show=stranger)
    if here.stage == "held":
        return Outcome(stranger, "delete", show=stranger)
    return Outcome(stranger, "clear" if here.stage == "sent" else "leave", show=stranger)


def delete(moves: Moves, here: Draft, setting: Setting) -> Outcome:
    """Ask once before everything is deleted."""
    del setting
    if here.stage == "arrive":
        return nothing_here(moves, here)
    if here.stage != "held":
        taken_back = here.marks.get("taken_back")
        return Outcome(replace(here, aside="delete_withdrawn" if taken_back else "delete_sent"))
    return Outcome(replace(here, aside="delete_added" if here.marks.get("adding") else "delete"))


def erase(moves: Moves, here: Draft, setting: Setting) -> Outcome:
    """Delete the draft, its key and the chat's messages."""
    # One card for all: whoever takes up the phone next reads it too.
    after = replace(first(moves, setting, here.language), step="deleted")
    return Outcome(after, "delete")


def clear(moves: Moves, here: Draft, setting: Setting) -> Outcome:
    """Delete the closing row and the chat's messages, and show a stranger's screen."""
    del here
    return Outcome(first(moves, setting), "clear")
