"""Receipt codes: see where a report is, add to it, withdraw it.

The same cards and words for whoever types a code; nothing here knows whose it is.
"""

from dataclasses import replace

from flows.draft import Draft
from flows.moves import Moves
from flows.outcome import Outcome
from flows.screen import Lead
from flows.typed import code_in

PURPOSES = frozenset({"status", "add", "withdraw"})


def by_code(moves: Moves, here: Draft, purpose: str, typed: str = "") -> Outcome:
    """Do `purpose` with a code: the one typed, the one on the card, or her own receipt's."""
    code = code_in(typed) or (here.code if here.stage == "sent" else code_in(here.waiting))
    if purpose == "add" and here.stage == "held":
        return Outcome(replace(here, aside=""), leads=(Lead("finish_first"),))
    if not code:
        # A stranger who asks for /status sees the stranger's screen, like everyone.
        on_first = here.stage == "arrive" and here.step == moves.flow.first and not here.aside
        return Outcome(here if on_first else _asking(here, purpose))
    if purpose == "withdraw":
        return Outcome(replace(_asking(here, purpose), aside="withdraw", waiting=code))
    return look_up(here, code, purpose)


def ask(here: Draft) -> Outcome:
    """Ask for a code."""
    return Outcome(replace(_asking(here, ""), waiting=""))


def _asking(here: Draft, purpose: str) -> Draft:
    return replace(here, aside="code", marks={**here.marks, "purpose": purpose})


def look_up(here: Draft, code: str, purpose: str | None) -> Outcome:
    """Leave the look-up to whoever holds the intake store; None keeps the purpose asked for."""
    wanted = here.marks.get("purpose", "") if purpose is None else purpose
    marks = {**here.marks, "purpose": wanted}
    return Outcome(replace(here, waiting=code, marks=marks), "look_up", code=code)


def withdraw_now(here: Draft) -> Outcome:
    """Withdraw what the code stands for."""
    code = here.code if here.stage == "sent" else here.waiting
    marks = {**here.marks, "purpose": "withdrawn"}
    return Outcome(replace(here, marks=marks), "withdraw", code=code)


def found(moves: Moves, here: Draft, word: str) -> Outcome:
    """Go on with the intake store's word on a code: a status word, or "" for none."""
    purpose = here.marks.get("purpose", "")
    marks = {k: v for k, v in here.marks.items() if k != "purpose"}
    after = replace(here, marks=marks)
    if not word:
        return Outcome(replace(after, aside="code_wrong", waiting=""))
    if purpose == "withdrawn":
        return Outcome(replace(after, aside="withdrawn", waiting=""))
    if purpose == "status":
        return Outcome(replace(after, aside=f"status_{word}"))
    if purpose == "withdraw":
        return Outcome(replace(after, aside="withdraw"))
    if purpose == "add":
        return _add(moves, after)
    return Outcome(replace(after, aside="code_found"))


def _add(moves: Moves, here: Draft) -> Outcome:
    """Begin an addition: a position of its own that shows nothing of the first report."""
    code = here.code if here.stage == "sent" else here.waiting
    fresh = Draft(
        moves.flow.version, here.language, step="add_hold", marks={"adding": "yes"}, waiting=code
    )
    return Outcome(here, show=fresh)
