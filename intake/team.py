"""The operator's `team.toml`, read and judged: who reads reports, who is told, is the gate open."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from intake.alerts.shapes import Alerts
from intake.recipients import Recipient, Recipients
from intake.retention.terms import STATUSES, Term, Terms, read_term
from intake.team_checks import TeamFault, TeamFaults, read_shape
from intake.team_file import LABELS, Controller, GateEntry, LegalTeam, TeamFile

__all__ = ["GATES", "Team", "TeamFault", "TeamFaults", "read_team"]

GATES: Mapping[str, str] = {
    "client": "the client names controller, readers, staffed inbox, reply time, safeguarding",
    "solicitor": "a solicitor approves claim wording, routing, time limits, consent, duties",
    "data_protection": "the data protection officer approves DPIA, notice, basis, retention",
    "specialists": "a sexual-violence specialist and survivors tested the flow and its words",
    "support_numbers": "each support number was checked on its owner's site this week",
    "security": "security test: token, split keys, deletion, no content in logs",
    "handle": "the bot's handle stands on the client's site, with a plan against abuse",
}
"""The release gates, in order. The bot opens to reporters when each has a name and a date."""

_PLACEHOLDER = "EXAMPLE"


@dataclass(frozen=True, slots=True)
class Team:
    """The legal team, as its operator describes it."""

    example: bool
    controller: Controller
    legal_team: LegalTeam
    acts_on: frozenset[str]
    """Ids of police bodies; `*` stands for all."""
    reply_days: int
    kept_months: int
    """Working days within which a person reads what arrived."""
    claim: str
    claim_dated: date | None
    queues: Mapping[str, tuple[Recipient, ...]]
    """Readers by queue; `default` is always there."""
    conflict: tuple[Recipient, ...]
    alerts: Alerts
    gate: Mapping[str, GateEntry | None]
    drafts_allowed: frozenset[str]
    """Languages that may be offered although their translation is a draft."""
    retention: Terms
    """How long reports are kept once they are sent."""
    labels: tuple[str, ...] = LABELS
    """What staff may stick on a report."""

    def recipients_for(self, queue: str) -> Recipients:
        """Return who can open a report of this queue; the default readers unless it has its own."""
        return Recipients(self.queues.get(queue, self.queues["default"]), self.conflict)

    def left_of_example(self) -> tuple[str, ...]:
        """Return what was not replaced when the example file was copied, a sentence each."""
        found = []
        if self.example:
            found.append("The team file is the example one (example = true).")
        places = {
            "controller": self.controller.model_dump(),
            "legal_team": self.legal_team.model_dump(),
            "claim": {"": self.claim},
        }
        for place, words in places.items():
            if any(_PLACEHOLDER in str(word) for word in words.values()):
                found.append(f"{place} still holds the example's words.")
        return tuple(found)

    def gaps(self) -> tuple[str, ...]:
        """Return why the release gate is closed, a sentence each; nothing when it is open."""
        found = [*self.left_of_example()]
        if self.claim and self.claim_dated is None:
            found.append("claim has no date: say when it was last true (claim_dated).")
        for place, meaning in GATES.items():
            if self.gate[place] is None:
                found.append(f"gate.{place} lacks a name or a date: {meaning}.")
        return tuple(found)


def read_team(
    path: Path, *, queues: Collection[str] | None = None, today: date | None = None
) -> Team:
    """Return the team that the file describes; raise TeamFaults naming every fault at once.

    `queues`, when given, are the names that the routing rules know: any other one is a fault.
    """
    today = today or datetime.now(tz=UTC).date()
    return _team(read_shape(path, queues=queues, today=today))


def _team(shape: TeamFile) -> Team:
    readers = {
        short: Recipient(entry.name, entry.key, entry.recovery)
        for short, entry in shape.recipients.items()
    }
    return Team(
        example=shape.example,
        controller=shape.controller,
        legal_team=shape.legal_team,
        acts_on=frozenset(shape.acts_on),
        reply_days=shape.reply_days,
        kept_months=shape.kept_months,
        claim=shape.claim,
        claim_dated=shape.claim_dated,
        queues={
            queue: tuple(readers[short] for short in shorts)
            for queue, shorts in shape.queues.items()
        },
        conflict=tuple(readers[short] for short in shape.conflict.readers),
        alerts=shape.alerts,
        gate={place: _signed(shape, place) for place in GATES},
        drafts_allowed=frozenset(shape.drafts_allowed),
        retention=_terms(shape),
        labels=shape.labels,
    )


def _terms(shape: TeamFile) -> Terms:
    periods = {status: getattr(shape.retention, status) for status in STATUSES}
    told = Term(months=shape.kept_months)
    return Terms(
        statuses={s: told if text is None else read_term(text) for s, text in periods.items()},
        joint_claim=read_term(shape.retention.joint_claim),
        kept_months=shape.kept_months,
        warn_days=shape.retention.warn_days,
        withdrawn_days=shape.retention.withdrawn_days,
    )


def _signed(shape: TeamFile, place: str) -> GateEntry | None:
    entry = getattr(shape.gate, place)
    if not entry.name.strip() or entry.dated is None:
        return None
    return GateEntry(name=entry.name, dated=entry.dated)
