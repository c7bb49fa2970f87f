"""One reporter's position and answers: the value that goes into a turn and comes out.

Nothing here shows its content in a repr: an answer's repr shows only a length.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from flows.cases import DERIVED

State = Literal[
    "answered",
    "skipped",
    "dont_know",
    "prefer_not",
    "not_asked",
    "removed",  # her words, because a case may be open: in the record only
    "withheld",  # never asked for that reason: in the record only
]

Stage = Literal[
    "arrive",  # before consent to a draft: nothing is stored
    "held",  # a draft is kept
    "sent",  # the closing row: the code, and what to clear
]


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered, the question as it was shown, and in which language.

    `date` is EDTF, of a date question only; `about` says that it was "around then".
    """

    state: State
    values: tuple[str, ...] = ()
    text: str = ""
    labels: tuple[str, ...] = ()
    question: str = ""
    language: str = "en"
    date: str = ""
    about: bool = False

    def __repr__(self) -> str:
        """Show the state and how long the text is, never a word of it."""
        return f"Answer({self.state}, {len(self.values)} values, {len(self.text)} characters)"


@dataclass(frozen=True, slots=True)
class Consent:
    """One consent, given or refused, with the text that was shown (FACTS 2.5 row 4)."""

    purpose: str
    given: bool
    text: str
    version: str
    language: str
    day: str


@dataclass(frozen=True, slots=True, repr=False)
class Draft:
    """Where a reporter is and what she has said.

    `step` is the question; `aside` is a card laid over it, and `under` what a
    crisis card lies over: such a card, or the step itself. `trail` are the steps that Back
    returns through. `marks` are facts the flow has worked out from
    answers. `picked` are options ticked, or police bodies that a search found.
    `gathered` are the messages of a step that takes several, `pieces` their numbers on the
    phone. `hours` is how long the draft is kept after her last answer. `waiting` is text that
    she has typed and not yet decided about. `passed` are the steps that
    need not be shown again after she has changed one line. `resume` is the salted hash
    of her resume word. `code` and `report_id` are set only after sending, or in an
    addition to an earlier report: then they are that report's. `asked` are questions that
    the team has asked in a note; `receipt` is then the lock of a code that nobody here knows.
    """

    flow: str
    language: str = "en"
    stage: Stage = "arrive"
    step: str = ""
    aside: str = ""
    under: str = ""
    answers: Mapping[str, Answer] = field(default_factory=dict)
    trail: tuple[str, ...] = ()
    revision: int = 0
    marks: Mapping[str, str] = field(default_factory=dict)
    consents: tuple[Consent, ...] = ()
    gathered: tuple[str, ...] = ()
    pieces: tuple[int, ...] = ()
    hours: int = 36
    picked: tuple[str, ...] = ()
    waiting: str = ""
    resume: str = ""
    left: bool = False
    passed: tuple[str, ...] = ()
    created: str = ""
    code: str = ""
    report_id: str = ""
    asked: tuple[str, ...] = ()
    receipt: str = ""

    def __repr__(self) -> str:
        """Show the position only."""
        return f"Draft({self.stage}, {self.step}, revision {self.revision})"


def values_of(draft: Draft, name: str) -> tuple[str, ...]:
    """Return what is known under `name`: a mark, a step's values, or its state.

    A step that was never asked gives `("not_asked",)`, a skipped one `("skipped",)`,
    words typed with no option `("typed",)`; `stage` gives the draft's stage, `has_word`
    whether a resume word was chosen, `writing` whether pieces of her own words are on the
    screen, and flows/cases.py what several answers say together.
    """
    if name == "stage":
        return (draft.stage,)
    if name in {"has_word", "writing"}:
        return ("yes",) if (draft.resume if name == "has_word" else draft.gathered) else ("no",)
    if name in DERIVED:
        return (DERIVED[name](draft.answers),)
    if name in draft.marks:
        return (draft.marks[name],)
    answer = draft.answers.get(name)
    if answer is None:
        return ("not_asked",)
    return ("skipped",) if answer.state == "skipped" else answer.values or ("typed",)
