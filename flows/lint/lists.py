"""What the lint is told about one language: figures, words, and exceptions with their reasons."""

from dataclasses import dataclass, field
from typing import Literal

Where = Literal[
    "everywhere",  # all that a reporter reads, but not the names of support services
    "cards",  # questions, notices and the lines above them; not the buttons
    "labels",  # the buttons
    "asked",  # question cards, and any sentence that ends in a question mark
    "first_line",  # what a lock screen would show of a card
]


@dataclass(frozen=True, slots=True)
class Limits:
    """Words in a sentence, on a card, letters on a button, and school years of reading."""

    sentence: int = 20
    notice_sentence: int = 20
    question_sentences: int = 2
    question_words: int = 60
    notice_words: int = 90
    label: int = 30
    question_grade: float = 5.0
    notice_grade: float = 8.0


@dataclass(frozen=True, slots=True)
class Form:
    """Words that must not stand somewhere. `*` in a word stands for any letters.

    `steps` narrows it to some cards, by name or with `*`; `instead` is the remedy.
    """

    rule: str
    item: str
    words: tuple[str, ...]
    instead: str
    where: Where = "everywhere"
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Allowed:
    """One exception: this rule, on this card, and why. `words` narrows it to sentences."""

    rule: str
    step: str
    reason: str
    words: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """A content notice, and the questions that may only come after it.

    `block` stands for all its questions, `steps` for some.
    """

    notice: str
    block: str = ""
    steps: tuple[str, ...] = ()
    place: str = ""


@dataclass(frozen=True, slots=True)
class Lists:
    """All that the lint knows about one language.

    `capitals` may be written in capital letters; `openings` are the words that a question may
    begin with (none: not checked); `units` are words for spans of time.
    """

    language: str = "en"
    limits: Limits = field(default_factory=Limits)
    forms: tuple[Form, ...] = ()
    capitals: frozenset[str] = frozenset()
    openings: frozenset[str] = frozenset()
    units: tuple[str, ...] = ()
    allow: tuple[Allowed, ...] = ()
    notices: tuple[Notice, ...] = ()
