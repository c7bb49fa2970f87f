"""The table of what each role may do, made from `console.access.ROLES` itself."""

from dataclasses import dataclass
from typing import Final

from console.access import ROLES, Right
from intake.staff.people import ROLES as EVERY_ROLE

WORDS: Final[dict[Right, str]] = {
    Right.ACCOUNT: "Own passkeys, sign-ins and keys",
    Right.TRIAGE: "See the list of reports: queue, priority, deadline",
    Right.READ: "Open reports that are sealed to their own key",
    Right.ACT: "Status, notes, tasks, translations, messages",
    Right.EXPORT: "Take a copy out (asks for the passkey again)",
    Right.PATTERNS: "Compare reports, in their own browser",
    Right.ASSIGN: "Give a report to somebody to work on",
    Right.RESEAL: "Seal a report to a colleague (asks for the passkey again)",
    Right.KEEP: "Legal hold, keeping longer, what is due to be deleted",
    Right.PEOPLE: "Invite people, disable them, change roles",
    Right.AUDIT: "Read the audit chain",
}
"""Every right that somebody has to have; `OPEN` is everybody's."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    words: str
    allowed: tuple[bool, ...]
    """By role, in the order of `EVERY_ROLE`."""


def rows() -> tuple[Row, ...]:
    """Return the table's lines; KeyError for a right without words."""
    return tuple(
        Row(WORDS[right], tuple(right in ROLES[role] for role in EVERY_ROLE))
        for right in (*WORDS, *(one for one in Right if one not in WORDS and one != Right.OPEN))
    )
