"""One row of a list of reports, in the words that staff read: for the page and for its script."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta

from intake.casework.lines import Line
from intake.casework.monday import URGENT
from intake.casework.standing import Status
from intake.register import SHORT

_PRIORITIES = ("Now", "Today", "Next working day", "Specialist", "In turn")
_CONFLICTS = {"unchecked": "Conflict check first", "clear": "", "conflict": "Conflict found"}
_A_WEEK = timedelta(days=7)


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
    pressing: str
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
        priority=priority_words(line.priority),
        urgent=line.priority < URGENT,
        received=line.received.isoformat(),
        waited=days(line.waited),
        due=line.due_week.isoformat() if line.due_week else "",
        pressing=pressing(line.due_week, _today(line), line.status),
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


def priority_words(priority: int) -> str:
    """Return a priority as staff read it: 0 is the most urgent."""
    return f"{priority} {_PRIORITIES[priority]}"


def pressing(look_from: date | None, today: date, status: Status) -> str:
    """Return whether the first day to act by is near or over.

    The store knows a Monday alone: that day lies in the week after it (`flows.deadlines`).
    """
    if look_from is None or status == "closed" or today < look_from + _A_WEEK:
        return ""
    return "act this week" if today < look_from + 2 * _A_WEEK else "overdue"


def _today(line: Line) -> date:
    return line.received + timedelta(days=line.waited)


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
