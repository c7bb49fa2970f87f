"""What goes into a turn and what comes out of it.

In: a `Move`. Out: a `Turn`: the draft to keep, the card to show, and the deed that
is left to whoever holds the stores (keep, seal, delete, look a code up).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from flows.draft import Answer, Draft
from flows.screen import Card, Lead

Deed = Literal[
    "",
    "begin",  # she agreed to a draft: make its key, keep it
    "send",  # agreed, reviewed and sent: seal the summary of `sent`
    "count",  # add her answers about herself to the counts, and delete the draft they were in
    "leave",  # sweep the chat; keep `draft` if it is still held
    "delete",  # delete the draft and its key, sweep the chat
    "clear",  # delete the closing row, sweep the chat
    "look_up",  # ask the intake store about `code`, then take the turn `found`
    "end_ties",  # nobody may write to her chat any more: delete what lets them
    "withdraw",  # ask the intake store to withdraw `code`, then take the turn `found`
]


@dataclass(frozen=True, slots=True)
class Move:
    """What a person did: tapped, typed, edited, gave a command, or sent what cannot be kept.

    `step` and `revision` say which card a tap stands on, `piece` which of her messages
    typed or edited words are. `found` is not hers: it brings the intake store's word on
    a code. Nor is `note`: it brings the text of a note that her word has opened, with
    `argument` naming a line to stand above it; nor `offer`: how many questions the note asks.
    """

    kind: Literal["tap", "words", "edited", "command", "refused", "found", "note", "offer", "show"]
    value: str = field(default="", repr=False)
    step: str = ""
    revision: int = -1
    argument: str = field(default="", repr=False)
    piece: int = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a move means, before it is carried out.

    `answer` is still to be kept, with `marks` and the text `reply` above the next card;
    `go` names the way on ("go", "review", "send"), `chosen` the option taken. `show` is
    the position to show if it is not `draft`'s.
    """

    draft: Draft
    deed: Deed = ""
    leads: tuple[Lead, ...] = ()
    note: str = ""
    show: Draft | None = None
    sent: Draft | None = None
    code: str = field(default="", repr=False)
    gathering: bool = False
    answer: Answer | None = None
    marks: Mapping[str, str] = field(default_factory=dict, repr=False)
    reply: str = ""
    go: str = ""
    chosen: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Turn:
    """The decision about one move.

    `note` is a short line for the tap itself; `gathering` says that her message
    stays on the screen for now. `code` goes with a look-up, a withdrawal, a report
    just sent, and an addition just begun.
    """

    draft: Draft
    card: Card
    show: Draft
    deed: Deed = ""
    note: str = ""
    sent: Draft | None = None
    code: str = field(default="", repr=False)
    gathering: bool = False
