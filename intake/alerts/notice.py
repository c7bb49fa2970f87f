"""What staff can be told: a closed set of kinds with fixed words, and of a report its priority.

Nothing else fits into these types, so nothing else can reach a channel.
"""

from collections import Counter
from dataclasses import dataclass
from typing import Literal, get_args

NoticeKind = Literal[
    "arrived", "undelivered", "sign_in_attempts", "many_reads", "audit_broken", "retention_due"
]
AlertKind = Literal[NoticeKind, "digest", "trial"]

PRIORITIES = range(5)
"""0 is the most urgent."""

FIXED: dict[AlertKind, str] = {
    "undelivered": "a report could not be handed over. Ask your operator.",
    "sign_in_attempts": "there were many failed tries to sign in. Look at the audit page.",
    "many_reads": "one person opened many reports within an hour. Look at the audit page.",
    "audit_broken": "the audit log has been changed. Ask your operator at once.",
    "retention_due": "reports are due for deletion. Look at the retention page.",
    "trial": "this is a trial. Nothing has arrived.",
}


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that staff are to hear of; ValueError for what is not of the closed set."""

    kind: NoticeKind
    priority: int | None = None
    """Of an arrival alone."""

    def __post_init__(self) -> None:
        """Refuse any other kind, and a priority that is none."""
        if self.kind not in get_args(NoticeKind):
            raise ValueError("not a kind of notice")
        if (self.priority in PRIORITIES) != (self.kind == "arrived"):
            raise ValueError("an arrival has a priority from 0 to 4; nothing else has one")


def arrived(priority: int) -> Notice:
    """Return the notice of a report that has just been stored."""
    return Notice("arrived", priority)


UNDELIVERED = Notice("undelivered")
SIGN_IN_ATTEMPTS = Notice("sign_in_attempts")
MANY_READS = Notice("many_reads")
AUDIT_BROKEN = Notice("audit_broken")
RETENTION_DUE = Notice("retention_due")


@dataclass(frozen=True, slots=True)
class Alert:
    """One message to one person or channel."""

    id: str
    """32 random hexadecimal digits, the same at every try: whoever gets two can drop one."""
    kind: AlertKind
    priorities: tuple[int, ...] = ()
    """Of the reports it tells of: one of an arrival, one or more of a digest."""

    @property
    def counts(self) -> dict[int, int]:
        """How many reports of each priority it tells of, the most urgent first."""
        return dict(sorted(Counter(self.priorities).items()))

    @property
    def words(self) -> str:
        """Everything that it says."""
        if self.kind == "arrived":
            return f"Candour: a report has arrived. Priority {self.priorities[0]}."
        if self.kind == "digest":
            many = len(self.priorities)
            heading = "1 report has arrived" if many == 1 else f"{many} reports have arrived"
            lines = " ".join(f"Priority {one}: {count}." for one, count in self.counts.items())
            return f"Candour: {heading}. {lines}"
        return f"Candour: {FIXED[self.kind]}"
