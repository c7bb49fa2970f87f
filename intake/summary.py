"""A summary in typed form, for showing it: docs/envelope-v1.schema.json, read leniently.

An authentic report must be readable even when it is not quite as published, so unknown keys are
passed over here and nearly everything may be missing. The strict shape is the tests' business.
"""

from collections.abc import Mapping

import msgspec

NOTE = "Outline for making contact. Not a witness statement. May be incomplete."
"""Stands on every page that shows a report."""


class Answer(msgspec.Struct, frozen=True, repr_omit_defaults=True):
    """One question as it was shown, and what was answered, verbatim."""

    step: str
    label: str = ""
    question: str = ""
    language: str = ""
    state: str = "answered"
    values: list[str] = []
    labels: list[str] = []
    text: str = ""
    sealed_apart: bool = False
    """The words stand in the conflict card alone."""

    def __repr__(self) -> str:
        """Show no word of it."""
        return f"Answer({self.step!r}, {len(self.text)} characters)"


class Block(msgspec.Struct, frozen=True):
    """One part of the conversation."""

    id: str
    title: str = ""
    answers: list[Answer] = []


class Consent(msgspec.Struct, frozen=True):
    """One consent, with the text as it was shown."""

    purpose: str
    given: bool
    text: str = ""
    version: str = ""
    language: str = ""
    day: str = ""


class InChat(msgspec.Struct, frozen=True):
    """How staff may write to her chat: where, sealed to which key, when, and how long."""

    address: str
    """Base64 of 32 random bytes: what `Register.post` takes."""
    key: str
    """The bot's public age key: what a message is sealed to."""
    days: list[str] = []
    hours: list[str] = []
    until: str = ""
    may_ask_more: bool = False

    def __repr__(self) -> str:
        """Show no address."""
        return f"InChat(until {self.until})"


class Contact(msgspec.Struct, frozen=True):
    """How the reporter may be reached."""

    method: str = ""
    value: str = ""
    when: list[str] = []
    voicemail: str = ""
    name_to_use: str = ""
    chat: InChat | None = None

    def __repr__(self) -> str:
        """Show no word of it."""
        return f"Contact({self.method!r})"


class Because(msgspec.Struct, frozen=True):
    """One answer that chose the route."""

    step: str
    values: list[str] = []


class Route(msgspec.Struct, frozen=True):
    """Which queue the rules suggest, and why."""

    queue: str = ""
    rule: str = ""
    because: list[Because] = []
    tags: list[str] = []


class Deadline(msgspec.Struct, frozen=True):
    """One time limit as it was worked out on sending; days as ISO dates."""

    rule: str
    name: str = ""
    inputs: dict[str, str] = {}
    soonest: str | None = None
    latest_if: str | None = None
    alert: str | None = None
    state: str = "none"
    primary_period_passed: bool = False
    continuing_act_argument: bool = False
    extension_power: str = ""
    text_version: str = ""
    source: str = ""
    note: str = ""
    ask: str = ""

    def __repr__(self) -> str:
        """Show which, never when."""
        return f"Deadline({self.rule!r})"


class Dated(msgspec.Struct, frozen=True):
    """A date as the person remembers it: EDTF, its bounds as ISO days, and the words for it."""

    edtf: str
    about: bool = False
    earliest: str | None = None
    latest: str | None = None
    text: str = ""

    def __repr__(self) -> str:
        """Show no word of it."""
        return "Dated()"


class Summary(msgspec.Struct, frozen=True):
    """What a reporter reviewed and sent."""

    record_id: str
    language: str = ""
    created: str = ""
    sent: str = ""
    note: str = NOTE
    flow_version: str = ""
    adds_to: str | None = None
    blocks: list[Block] = []
    consents: list[Consent] = []
    contact: Contact = msgspec.field(default_factory=Contact)
    route: Route = msgspec.field(default_factory=Route)
    priority: int | None = None
    flags: list[str] = []
    reasons: dict[str, list[Because]] = {}
    names: dict[str, str] = {}
    """Plain words for queues and flags; older reports hold none."""
    deadlines: list[Deadline] = []
    dates: dict[str, Dated | str | None] = {}
    """By step. Reports of the first flow versions hold the EDTF string alone."""

    def __repr__(self) -> str:
        """Show no word of it."""
        return f"Summary({self.record_id!r}, {len(self.blocks)} blocks)"


def read_answer(value: object) -> Answer | None:
    """Return what has the shape of an answer in typed form; None for anything else."""
    try:
        return msgspec.convert(value, Answer)
    except msgspec.ValidationError:
        return None


class UnusualSummary(Exception):  # noqa: N818 - the reader falls back to the plain JSON
    """The summary is authentic but not of the published shape; the sentence says where."""


def read_summary(summary: Mapping[str, object]) -> Summary:
    """Return an unsealed summary in typed form; raise UnusualSummary, which quotes no word."""
    try:
        return msgspec.convert(summary, Summary)
    except msgspec.ValidationError as fault:
        place = str(fault).rpartition(" - at ")[2] if " - at " in str(fault) else "the whole"
        raise UnusualSummary(f"This report is not of the published shape (at {place}).") from None
