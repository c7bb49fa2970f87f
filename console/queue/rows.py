"""One row of a list of reports, in the words that staff read: for the page and for its script."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

from intake.casework.lines import Line
from intake.register import SHORT

_PRIORITIES = ("Now", "Today", "Next working day", "Specialist", "In turn")
_CONFLICTS = {"unchecked": "Conflict check first", "clear": "", "conflict": "Conflict found"}
_URGENT = 2
"""Priorities below this one are marked."""


@dataclass(frozen=True, slots=True)
class Names:
    """Plain words for what stands in a line as an id."""

    people: Mapping[str, str]
    """By staff id."""
    queues: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """What a row shows. All of it is triage: no word of a reporter."""

    id: str
    short: str
    queue: str
    priority: str
    urgent: bool
    received: str
    waited: str
    due: str
    language: str
    status: str
    conflict: str
    assignee: str
    labels: str
    family: str
    withdrawn: bool
    unread: bool
    version: int

    def as_dict(self) -> dict[str, object]:
        """Return it for the page's script."""
        return asdict(self)

    @classmethod
    def empty(cls) -> "Row":
        """Return the row that the script makes new ones from."""
        words = dict.fromkeys(cls.__slots__, "")
        return cls(**{**words, "urgent": True, "withdrawn": True, "unread": True, "version": 0})  # type: ignore[arg-type]  # one dict of several types


@dataclass(frozen=True, slots=True)
class Titled:
    """A table of rows under a title."""

    title: str
    rows: tuple[Row, ...]


def table(title: str, found: Iterable[Line], names: Names) -> Titled:
    """Return a titled table of these lines."""
    return Titled(title, tuple(row(line, names) for line in found))


def row(line: Line, names: Names) -> Row:
    """Return a line in words."""
    return Row(
        id=line.report_id,
        short=line.report_id[:SHORT],
        queue=names.queues.get(line.queue, line.queue),
        priority=f"{line.priority} {_PRIORITIES[line.priority]}",
        urgent=line.priority < _URGENT,
        received=line.received.isoformat(),
        waited=days(line.waited),
        due=line.due_week.isoformat() if line.due_week else "",
        language=line.language,
        status=line.status.replace("_", " "),
        conflict=_CONFLICTS[line.conflict],
        assignee=names.people.get(line.assignee or "", ""),
        labels=", ".join(line.labels),
        family=_family(line),
        withdrawn=line.withdrawn is not None,
        unread=line.word == "arrived",
        version=line.version,
    )


def days(number: int) -> str:
    """Return a number of days in words."""
    if number <= 0:
        return "today"
    return "1 day" if number == 1 else f"{number} days"


def _family(line: Line) -> str:
    if line.adds_to:
        return f"adds to {line.adds_to[:SHORT]}"
    if line.additions:
        more = len(line.additions)
        return f"{more} addition" if more == 1 else f"{more} additions"
    return ""
