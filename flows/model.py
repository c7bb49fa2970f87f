"""What a flow is made of: blocks of steps, their options, and where each leads.

Values only; `flows.loading` makes them from YAML and `flows.turn` walks them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from flows.condition import ALWAYS, Condition
from flows.crisis import NO_PHRASES, Crisis
from flows.draft import State
from flows.span import USUAL, Padding
from flows.time_limits import Near, TimeLimit

Kind = Literal[
    "notice",  # something to read; options lead on
    "choice",  # one option by tap
    "choices",  # several options, then "That's all"
    "text",  # one typed message
    "gather",  # several typed messages, then "That's all"
    "date",  # when: years first, then narrower by taps, or typed words
    "lookup",  # options, or typed words searched in the list of police bodies
    "word",  # the resume word: never shown, kept only as a salted hash
    "consent",  # a yes or a no, kept with the text as shown
    "review",  # every answer, before Send
    "end",  # a way out; nothing more is asked
    "aside",  # a card laid over the conversation: help, more, pause
]

# Every card carries these; no option may have the same name.
CONTROLS = ("skip", "back", "help", "leave", "more", "done", "return")


@dataclass(frozen=True, slots=True)
class Way:
    """One place a step can lead to; the first whose condition holds is taken."""

    to: str
    when: Condition = ALWAYS


@dataclass(frozen=True, slots=True)
class Skipped:
    """A card that comes where the team may ask again: for any of the questions `of`.

    It stands for itself where it is among them. After a `last` card its own ways lead on.
    """

    to: str
    of: tuple[str, ...]
    when: Condition = ALWAYS
    last: bool = False


@dataclass(frozen=True, slots=True)
class Option:
    """One button. `label` and `reply` are English message ids for gettext.

    `to` leads elsewhere than the step's own ways; `move` does something that is
    not an answer (pause, leave, send); `reply` stands above the next card; `alone`
    goes with no other option; `marks` are set by choosing it; `was` are its former ids.
    """

    id: str
    label: str
    them: str = ""
    state: State = "answered"
    to: str = ""
    move: str = ""
    reply: str = ""
    alone: bool = False
    marks: Mapping[str, str] = field(default_factory=dict)
    when: Condition = ALWAYS
    was: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One card of the conversation. `say` is an English message id for gettext."""

    id: str
    block: str
    kind: Kind
    say: str
    them: str = ""
    label: str = ""
    options: tuple[Option, ...] = ()
    ways: tuple[Way, ...] = ()
    when: Condition = ALWAYS
    skip: bool = True
    limit: int = 0
    ahead: bool = False  # a date still to come
    typed: bool = False  # options may also be answered in the person's own words
    text_when: Condition = ALWAYS  # typed words may stay only then
    places: bool = False  # typed words are kept only after she says that they are places
    hidden: bool = False  # never echoed: "added. Show / Change / Remove"
    conflict: bool = False  # sealed apart, to the conflict checkers
    sticky: tuple[str, ...] = ()  # values remembered as `<step>_once` even if changed later
    purpose: str = ""  # of a consent
    reply: str = ""
    skip_reply: str = ""  # stands above the next card when this one is skipped
    needs: tuple[str, ...] = ()  # of a card that lists services for someone in particular
    was: tuple[str, ...] = ()

    def option(self, name: str) -> Option | None:
        """Return the option called `name`, whether or not it is offered now."""
        return next((o for o in self.options if o.id == name), None)

    @property
    def takes_text(self) -> bool:
        """Whether typed words can be an answer here."""
        return self.kind in {"text", "gather", "lookup", "word", "date"} or self.typed


@dataclass(frozen=True, slots=True)
class Block:
    """Steps that belong together. `part` is its place among the parts told to her, or 0."""

    id: str
    title: str
    part: int = 0


@dataclass(frozen=True, slots=True)
class Body:
    """A police body (FACTS 2.7) and the other words people know it by."""

    id: str
    name: str
    nation: str
    kind: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Service:
    """A support service (FACTS 4): who it is for and how to reach it."""

    id: str
    name: str
    ways: tuple[tuple[str, str], ...]
    hours: str
    nations: tuple[str, ...]
    ages: tuple[int, int]
    needs: tuple[str, ...]
    note: str = ""
    first_for: int = 9
    last_checked: str = ""
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Flag:
    """A staff mark, in plain words, and the answers and dates that set it: any is enough.

    `this_week`: a report with it is due in the week in which it was sent.
    """

    id: str
    when: tuple[Condition, ...]
    priority: int = 4
    name: str = ""
    near: tuple[Near, ...] = ()
    this_week: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A routing rule: the first whose flag is set names the queue (CONVERSATION.md).

    `of_first`: the queue is that of the report which this one adds to, where it is known.
    """

    id: str
    queue: str
    flag: str
    of_first: bool = False


@dataclass(frozen=True, slots=True)
class Flow:
    """A whole conversation. `version` is the author's; `hash` is of the files' bytes.

    `counted` are texts with a number: for one and for others. `times` are the minutes that
    each way of sending takes.
    """

    version: str
    hash: str
    blocks: Mapping[str, Block]
    steps: Mapping[str, Step]
    moves: Mapping[str, tuple[Way, ...]]
    texts: Mapping[str, str]
    counted: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    times: Mapping[str, int] = field(default_factory=dict)
    bodies: Mapping[str, Body] = field(default_factory=dict)
    services: tuple[Service, ...] = ()
    hours: Mapping[str, str] = field(default_factory=dict)
    flags: tuple[Flag, ...] = ()
    rules: tuple[Rule, ...] = ()
    queues: Mapping[str, str] = field(default_factory=dict)
    limits: tuple[TimeLimit, ...] = ()
    padding: Padding = USUAL
    crisis: Crisis = NO_PHRASES
    skipped: tuple[Skipped, ...] = ()
    first: str = "what"
