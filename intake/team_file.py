"""The shape of `team.toml`, the operator's own file: which keys, of which kind.

What follows from several keys together is judged in `intake.team`.
"""

import ipaddress
from datetime import date
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    field_validator,
    model_validator,
)

from intake.recipients import key_fault

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]
"""Words that must be there."""

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


class Shape(BaseModel):
    """A table of the file: unknown keys are refused, and errors never repeat a value."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


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


class EmailAlert(Shape):
    """A content-free e-mail on arrival."""

    sender: Line
    to: Annotated[tuple[Line, ...], Field(min_length=1)]
    host: Line
    port: Annotated[int, Field(ge=1, le=65535)]
    security: Literal["starttls", "tls", "none"] = "starttls"
    user: str = ""
    password_file: Path | None = None
    ca_file: Path | None = None
    """A private certificate authority of the mail server, if it has one."""

    @model_validator(mode="after")
    def _never_in_the_open(self) -> Self:
        if self.security == "none" and not _is_loopback(self.host):
            raise ValueError(
                'security = "none" only goes with a mail server on this machine (127.0.0.1): use '
                '"starttls" or "tls"'
            )
        if bool(self.user) != (self.password_file is not None):
            raise ValueError("user and password_file go together: give both or neither")
        return self


class CommandAlert(Shape):
    """A program of the operator's that is run on arrival, with the priority as its last word."""

    run: Annotated[tuple[Line, ...], Field(min_length=1)]


class Alerts(Shape):
    """How staff learn that something has arrived."""

    email: EmailAlert | None = None
    command: CommandAlert | None = None


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
        Alerts,
        EmailAlert,
        CommandAlert,
        GateTable,
        OpenGateEntry,
    )
    return tuple(sorted({key for shape in shapes for key in shape.model_fields}))


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
