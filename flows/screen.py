"""What a phone shows: a card, its buttons, and the short lines above it."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Lead:
    """A short line above the card: the id of a text, and what is put into it."""

    text: str
    inserts: tuple[tuple[str, str], ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Button:
    """`option` is what a tap says; `copy` is text that the phone itself copies."""

    option: str
    label: str
    copy: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Card:
    """What is on the screen: `step` names it, `rows` are its buttons."""

    step: str
    text: str = field(repr=False)
    rows: tuple[tuple[Button, ...], ...] = field(repr=False)
