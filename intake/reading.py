"""Open a stored report with a reader's identity, and say what does not fit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from intake.age import Identity
from intake.boundary import Triage, envelope_hash
from intake.envelope import DamagedEnvelope, unseal, unseal_conflict
from intake.register import StoredReport


@dataclass(frozen=True, slots=True)
class OpenedReport:
    """A report whose words are readable now: keep it in memory, and show it to its reader."""

    stored: StoredReport
    summary: Mapping[str, object] = field(repr=False)
    conflict: Mapping[str, object] | None = field(repr=False)
    """None: no card, or the identity is no conflict checker's (`has_conflict_card` tells)."""
    differences: tuple[str, ...]
    """Plain sentences: where the store's columns differ from the sealed ones."""

    @property
    def has_conflict_card(self) -> bool:
        """Whether a conflict card lies inside."""
        return self.summary.get("conflict_card") is not None


def open_report(stored: StoredReport, identities: Sequence[Identity]) -> OpenedReport:
    """Open a report; raise WrongIdentity, DamagedEnvelope or UnknownVersion, writing nothing."""
    if envelope_hash(stored.envelope) != stored.envelope_hash:
        raise DamagedEnvelope
    summary = unseal(stored.envelope, identities)
    return OpenedReport(
        stored=stored,
        summary=summary,
        conflict=unseal_conflict(summary, identities),
        differences=triage_differences(summary, stored.triage),
    )


def triage_differences(summary: Mapping[str, object], triage: Triage) -> tuple[str, ...]:
    """Return a sentence for each triage column that the store has otherwise than the envelope.

    The sealed one is what the reporter's chat wrote; the store's can be changed by whoever holds
    the database.
    """
    sealed = summary.get("triage")
    if not isinstance(sealed, Mapping):
        return ("The envelope holds no triage columns to compare.",)
    return tuple(
        f"{name}: the store says {_shown(value)}, the sealed report says "
        f"{_shown(sealed.get(name))}."
        for name, value in triage.as_dict().items()
        if sealed.get(name) != value
    )


def _shown(value: object) -> str:
    return "nothing" if value is None else str(value)
