"""What the store of cases answers instead of doing it: refused, or changed in between."""

from dataclasses import dataclass, field

from intake.audit import Act, Value
from intake.register import NoSuchReport

__all__ = ["Change", "Changed", "Link", "NoSuchReport", "Refused", "no_such_report"]


@dataclass(frozen=True, slots=True)
class Link:
    """What a refusal leaves on the audit chain, although nothing else was done."""

    act: Act
    about: str
    detail: dict[str, Value]


class Refused(Exception):  # noqa: N818 - told to staff as it stands
    """A rule forbids it. `code` names the rule, the sentence says what to do instead."""

    def __init__(self, code: str, sentence: str, link: Link | None = None) -> None:
        super().__init__(sentence)
        self.code = code
        self.link = link


@dataclass(frozen=True, slots=True)
class Change:
    """One change that somebody made to a report."""

    version: int
    """The version it led to."""
    at: int
    """Seconds since 1970 UTC."""
    who: str
    name: str
    """The person's name; a program's own name if no person did it."""
    act: str
    detail: dict[str, object] = field(default_factory=dict)
    """Names of states and ids; never words."""


class Changed(Exception):  # noqa: N818 - told to staff with what changed
    """Somebody changed the report after the version that this person saw."""

    def __init__(self, report_id: str, version: int, changes: tuple[Change, ...]) -> None:
        names = ", ".join(dict.fromkeys(change.name for change in changes)) or "somebody"
        super().__init__(f"Not done: {names} changed this report after you opened the page.")
        self.report_id = report_id
        self.version = version
        self.changes = changes


def no_such_report() -> NoSuchReport:
    """Return the one answer for what is not there and for what she may not see."""
    return NoSuchReport("There is no such report.")
