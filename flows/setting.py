"""What a turn is told from outside: the day, the words, the team, fresh chance.

`flows` reads no clock, file or environment; whoever calls it passes these in.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from flows.calendar import Almanac
from flows.span import Calendar


class Words(Protocol):
    """One language's catalog."""

    language: str
    right_to_left: bool

    def say(self, context: str, text: str) -> str:
        """Return `text` in this language; `context` is the step it belongs to."""
        ...

    def count(self, context: str, texts: tuple[str, str], number: int) -> str:
        """Return the form for `number` of a text with `{n}`, given as (one, other)."""
        ...


@dataclass(frozen=True, slots=True)
class Team:
    """What the operator's `team.toml` says and the reporter may see.

    `acts_on` holds ids of police bodies; `*` in it stands for every body. `contact` answers
    questions of privacy; `kept_months` is how long the team keeps what it does not take on.
    """

    controller: str
    legal_team: str
    phone: str
    hours: str
    reply_days: int
    complaints: str
    acts_on: frozenset[str] = frozenset()
    contact: str = ""
    kept_months: int = 6


class Languages(dict[str, Words]):
    """The languages offered, by tag. One that is offered no longer gives the first."""

    def __missing__(self, language: str) -> Words:
        """Return the first language: a draft may outlive the offer of its own."""
        return next(iter(self.values()))


@dataclass(frozen=True, slots=True)
class Setting:
    """All that one turn may know besides the draft and the move.

    `code` and `report_id` are fresh random values, used only if this turn sends;
    `salt` is fresh too, used only if a resume word is chosen.
    """

    today: date
    team: Team
    languages: Languages
    names: Mapping[str, str] = field(default_factory=dict)
    code: str = field(default="", repr=False)
    report_id: str = field(default="", repr=False)
    salt: str = field(default="", repr=False)
    calendar: Calendar = field(default_factory=Almanac, repr=False)

    @property
    def many(self) -> bool:
        """Whether there is more than one language to choose from."""
        return len(self.languages) > 1
