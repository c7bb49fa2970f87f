"""The shape of `team.toml`, the operator's own file: which keys, of which kind.

What follows from several keys together is judged in `intake.team`.
"""

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints, field_validator

from intake.alerts.shapes import SHAPES as ALERT_SHAPES
from intake.alerts.shapes import Alerts
from intake.recipients import key_fault
from intake.retention.shapes import RetentionTable
from intake.shape import Line, Shape

QueueName = Annotated[str, StringConstraints(pattern=r"^(default|Q[0-9]{1,2}_[A-Z][A-Z_]*)$")]

Label = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,31}$")]
"""What staff may stick on a report: it stands in plain text, so it is never free words."""

LABELS: tuple[Label, ...] = (
    "call-first",
    "evidence-to-save",
    "interpreter",
    "safeguarding",
    "second-opinion",
    "waiting-for-papers",
)
"""The labels of a team that names none of its own."""


class Controller(Shape):
    """Who answers for the data: shown to reporters."""

    name: Line
    contact: Line
    complaints: Line


class LegalTeam(Shape):
    """Who reads reports and calls back: shown to reporters."""

    name: Line
    phone: Line
    hours: Line


class RecipientEntry(Shape):
    """One reader, as the file has it."""

    name: Line
    key: Annotated[str, StringConstraints(strip_whitespace=True)] = Field(repr=False)
    recovery: bool = False

    @field_validator("key")
    @classmethod
    def _can_be_sealed_to(cls, key: str) -> str:
        if fault := key_fault(key):
            raise ValueError(fault)
        return key


class ConflictEntry(Shape):
    """Who opens conflict cards: names of recipients."""

    readers: tuple[str, ...]


class GateEntry(Shape):
    """Who signed a release gate off, and when."""

    name: Line
    dated: date


class OpenGateEntry(Shape):
    """A release gate as the file has it: perhaps not signed yet."""

    name: str = ""
    dated: date | None = None


class GateTable(Shape):
    """The seven release gates, each described in the example file."""

    client: OpenGateEntry = OpenGateEntry()
    solicitor: OpenGateEntry = OpenGateEntry()
    data_protection: OpenGateEntry = OpenGateEntry()
    specialists: OpenGateEntry = OpenGateEntry()
    support_numbers: OpenGateEntry = OpenGateEntry()
    security: OpenGateEntry = OpenGateEntry()
    handle: OpenGateEntry = OpenGateEntry()


class TeamFile(Shape):
    """The whole file."""

    example: bool
    acts_on: tuple[Line, ...]
    reply_days: Annotated[int, Field(ge=1, le=60)]
    kept_months: Annotated[int, Field(ge=1, le=120)] = 6
    claim: str = ""
    claim_dated: date | None = None
    drafts_allowed: tuple[Line, ...] = ()
    labels: Annotated[tuple[Label, ...], Field(max_length=40)] = LABELS
    controller: Controller
    legal_team: LegalTeam
    recipients: dict[str, RecipientEntry]
    queues: dict[QueueName, tuple[str, ...]]
    conflict: ConflictEntry
    alerts: Alerts = Alerts()
    retention: RetentionTable = RetentionTable()
    gate: GateTable = GateTable()

    @field_validator("labels")
    @classmethod
    def _each_once(cls, labels: tuple[str, ...]) -> tuple[str, ...]:
        if len(set(labels)) < len(labels):
            raise ValueError("names a label twice: once is enough")
        return labels


def known_keys() -> tuple[str, ...]:
    """Return every key of the file that is not a name of the operator's choice."""
    shapes = (
        TeamFile,
        Controller,
        LegalTeam,
        RecipientEntry,
        ConflictEntry,
        *ALERT_SHAPES,
        RetentionTable,
        GateTable,
        OpenGateEntry,
    )
    return tuple(sorted({key for shape in shapes for key in shape.model_fields}))
