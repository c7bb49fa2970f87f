"""What a scripted reporter answers, by the step that a card's buttons carry: wording may change."""

import secrets
from dataclasses import dataclass, field

from bot.reading import HELD
from flows.loading import load_flow
from flows.model import Flow
from sandbox import Shown

FLOW: Flow = load_flow().flow

TAPS = {
    "what": "go",
    "phone": "no",
    "safe": "yes",
    "age": "adult",
    "readers": "go",
    "hold": "yes",
    "ways": "questions",
    "relation": "self",
    "police_work": "no",
    "body": "ew-metropolitan-police-service",
    "ongoing": "once",
    "was_minor": "no",
    "in_contact": "no",
    "linked": "none",
    "letter": "neither",
    "solicitor": "no",
    "after_outline": "account",
    "before_account": "go",
    "tell": "words",
    "role": "police_officer",
    "duty": "off_duty",
    "breather": "go",
    "agree": "yes",
    "method": "phone",
    "voicemail": "both",
    "code_phrase": "ring_off",
    "sent": "go",
    "receipt": "go",
    "farewell": "clear",
}
"""The option tapped on each card."""

TICKS = {"reach_when": "evenings", "needs": "time", "hopes": "be_heard"}
"""What is ticked on a card of ticks, before "That's all"."""

TEXTS = ("when_first", "officer", "value_phone", "name_to_use")
"""The cards answered by one typed message."""

UNSEEN = frozenset({"phone", "safe", "age", "hold", "agree", "ways", "after_outline"})
"""Cards whose answers are checked by nothing here: consents, and what the arrival asks."""


@dataclass(slots=True)
class Told:
    """One report as its reporter remembers it: what she typed, and what came back.

    `pieces` are her own words in order, `typed` the single answers by their step. `code`
    is the receipt that was shown.
    """

    pieces: list[str] = field(default_factory=list, repr=False)
    typed: dict[str, str] = field(default_factory=dict, repr=False)
    code: str = field(default="", repr=False)
    sending: bool = False


def unique(what: str) -> str:
    """Return words that no other answer holds."""
    return f"{what} {secrets.token_hex(6)}"


def kept_so_far(pieces: int) -> str:
    """Return the line that says so many pieces are kept."""
    return FLOW.texts["kept_pieces"].format(pieces=pieces)


def step_of(card: Shown) -> str:
    """Return the step that a card's buttons carry, as the bot packs it."""
    parts = next(b.data for row in card.rows for b in row if b.data).split(":")
    if parts[0] == HELD:
        return parts[1]
    step, _, aside = parts[2].partition(".")
    return list(FLOW.steps)[int(aside or step)]


def data_of(card: Shown, option: str) -> str:
    """Return what the button for `option` carries, or "" if the card has no such button."""
    carried = (button.data or "" for row in card.rows for button in row)
    return next((data for data in carried if data.rpartition(":")[2] == option), "")


def faults_of(review: str, told: Told) -> list[str]:
    """Return what the review has lost, has twice, or has in the wrong order."""
    wanted = {
        **{f"piece {n} of the own words": text for n, text in enumerate(told.pieces, 1)},
        # What is hidden is never shown again: the review only says that it is there.
        **{f"the answer to {s!r}": t for s, t in told.typed.items() if not FLOW.steps[s].hidden},
        **{f"the line {line!r}": line + "\n" for line in _tapped_lines()},
    }
    counts = {what: f"{review}\n".count(text) for what, text in wanted.items()}
    faults = [f"{what} stands there {n} times" for what, n in counts.items() if n != 1]
    if not faults and "\n".join(told.pieces) not in review:
        faults.append("the own words stand there in another order")
    return faults


def _tapped_lines() -> list[str]:
    lines = []
    for name, chosen in {**TAPS, **TICKS}.items():
        step = FLOW.steps[name]
        option = step.option(chosen)
        if step.label and option and name not in UNSEEN:
            lines.append(f"{step.label}: {option.label}")
    return lines
