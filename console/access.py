"""Who may do what: the four roles as tables of rights. Every page names the right it asks for."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from intake.staff.people import Role


class Right(StrEnum):
    """What a page may ask for."""

    OPEN = "open"
    """Nothing: whoever is not signed in may see it."""
    ACCOUNT = "account"
    """Being signed in: one's own keys and sessions."""
    TRIAGE = "triage"
    """The queue: triage columns, counts, labels."""
    READ = "read"
    """Opening reports that are sealed to oneself."""
    ACT = "act"
    """Status, notes, tasks, translations, messages to a reporter."""
    ASSIGN = "assign"
    """Giving a report to somebody else."""
    EXPORT = "export"
    """Taking a copy out of the console."""
    RESEAL = "reseal"
    """Sealing a report to a colleague."""
    KEEP = "keep"
    """Legal hold, keeping longer, the list of what is due to go."""
    PATTERNS = "patterns"
    """Likeness between reports, timeline and counts."""
    PEOPLE = "people"
    """Inviting, disabling, changing roles."""
    AUDIT = "audit"
    """Reading the audit chain."""


_EVERYBODY: Final = frozenset({Right.OPEN, Right.ACCOUNT})
_CASEWORK: Final = _EVERYBODY | {
    Right.TRIAGE,
    Right.READ,
    Right.ACT,
    Right.EXPORT,
    Right.PATTERNS,
}

ROLES: Final[Mapping[Role, frozenset[Right]]] = {
    "caseworker": _CASEWORK,
    "supervisor": _CASEWORK | {Right.ASSIGN, Right.RESEAL, Right.KEEP},
    # Nobody who lets people in also reads reports, or checks what was done.
    "administrator": _EVERYBODY | {Right.PEOPLE},
    "auditor": _EVERYBODY | {Right.AUDIT},
}


def may(role: Role, right: Right) -> bool:
    """Tell whether this role has this right."""
    return right in ROLES[role]
