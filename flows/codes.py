"""Receipt codes: see where a report is, add to it, withdraw it.

The same cards and words for whoever types a code; nothing here knows whose it is.
"""

from dataclasses import replace

from flows.draft import Draft, values_of
from flows.moves import Moves
from flows.outcome import Outcome
from flows.screen import Lead
from flows.setting import Setting
from flows.typed import code_in

PURPOSES = frozenset({"status", "add", "withdraw"})

# The words that the intake store may say about a report.
STATUS = frozenset({"waiting", "arrived", "read", "tried", "contact_us"})


def by_code(moves: Moves, here: Draft, purpose: str, typed: str = "") -> Outcome:
    """Do `purpose` with a code: the one typed, the one on the card, or her own receipt's."""
    code = code_in(typed) or _on_card(here) or (here.code if here.stage == "sent" else "")
    if purpose == "add" and here.stage == "held":
        return Outcome(replace(here, aside=""), leads=(Lead("finish_first"),))
    if not code:
        # A stranger who asks for /status sees the stranger's screen, like everyone.
        on_first = here.stage == "arrive" and here.step == moves.flow.first and not here.aside
        return Outcome(here if on_first else _asking(here, purpose))
    if purpose == "withdraw":
        asking = replace(_asking(here, purpose), aside="withdraw", waiting=code)
        # What was taken back already is not asked about again, as if it had not been heard.
        done = here.marks.get("taken_back") and _own(asking)
        return Outcome(replace(here, aside="withdrawn") if done else asking)
    return look_up(here, code, purpose)


def _on_card(here: Draft) -> str:
    """Return the code that the card of now is about; the list of everything is about none."""
    return code_in(here.waiting) if here.aside != "more" or here.stage != "sent" else ""


def ask(moves: Moves, here: Draft, setting: Setting) -> Outcome:
    """Ask for a code."""
    del moves, setting
    return Outcome(replace(_asking(here, ""), waiting=""))


def _asking(here: Draft, purpose: str) -> Draft:
    return replace(here, aside="code", marks={**here.marks, "purpose": purpose})


def look_up(here: Draft, code: str, purpose: str | None) -> Outcome:
    """Leave the look-up to whoever holds the intake store; None keeps the purpose asked for."""
    wanted = here.marks.get("purpose", "") if purpose is None else purpose
    marks = {**here.marks, "purpose": wanted}
    return Outcome(replace(here, waiting=code, marks=marks), "look_up", code=code)


def copied(moves: Moves, here: Draft, setting: Setting) -> Outcome:
    """Say that the code is copied: the phone itself has done it."""
    del moves, setting
    return Outcome(here, note="code_copied")


def withdraw_now(moves: Moves, here: Draft, setting: Setting) -> Outcome:
    """Withdraw what the code stands for."""
    del moves, setting
    code = here.waiting or (here.code if here.stage == "sent" else "")
    marks = {**here.marks, "purpose": "withdrawn"}
    return Outcome(replace(here, marks=marks), "withdraw", code=code)


def found(moves: Moves, here: Draft, word: str) -> Outcome:
    """Go on with the intake store's word on a code: a status word, or "" for none."""
    purpose = here.marks.get("purpose", "")
    marks = {k: v for k, v in here.marks.items() if k != "purpose"}
    after = replace(here, marks=marks)
    if word == "later":
        return Outcome(replace(after, aside="code_later", waiting=""))
    if word not in STATUS:
        return Outcome(replace(after, aside="code_wrong", waiting=""))
    if purpose == "add":
        return _add(moves, after)
    aside = {
        "status": f"status_{word}",
        "withdraw": "withdraw",
        "withdrawn": "withdrawn",
    }.get(purpose, "code_found")
    if purpose == "withdrawn":
        # Whoever takes a report back is not written to about it.
        return Outcome(replace(_taken_back(after), aside=aside, waiting=""), "end_ties")
    return Outcome(replace(after, aside=aside))


def _own(here: Draft) -> bool:
    """Tell whether the code is the one of the closing card.

    Where that card belongs to answers to a note, it holds no code, and any is taken for its own.
    """
    return here.stage == "sent" and (not here.code or here.waiting in {"", here.code})


def _taken_back(here: Draft) -> Draft:
    """Return where she stands then: not on a card that thanks for what she took back."""
    marks = {**here.marks, "taken_back": "yes"}
    return replace(here, step="farewell", trail=(), marks=marks) if _own(here) else here


def _add(moves: Moves, here: Draft) -> Outcome:
    """Begin an addition: a position of its own that shows nothing of the first report.

    On the closing card the phone and the age are known; whoever types another code is asked.
    """
    sent = _own(here)
    young = "yes" in values_of(here, "minor")
    if young and "no_more" in moves.flow.steps:
        return Outcome(replace(here, aside="no_more"))
    known = {n: a for n, a in here.answers.items() if sent and n in {"phone", "age"}}
    body = {k: v for k, v in here.marks.items() if sent and k.startswith("body_")}
    fresh = Draft(
        moves.flow.version,
        here.language,
        step="add_hold" if len(known) == 2 else "phone",  # noqa: PLR2004 - both of them
        answers=known,
        marks={**body, "adding": "yes"},
        waiting=here.waiting or here.code,
    )
    return Outcome(here, show=fresh)
