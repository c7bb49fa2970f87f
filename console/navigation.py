"""What stands at the top of every page, by role."""

from typing import Final

from console.access import Right, may
from intake.staff.people import Role

_ENTRIES: Final = (
    (Right.TRIAGE, "/monday", "This week"),
    (Right.TRIAGE, "/queue", "Reports"),
    (Right.PATTERNS, "/patterns", "Patterns"),
    (Right.KEEP, "/retention", "Retention"),
    (Right.PEOPLE, "/people", "People"),
    (Right.AUDIT, "/audit", "Audit"),
)


def navigation(role: Role) -> tuple[tuple[str, str], ...]:
    """Return the pages that a role may go to: (path, name)."""
    return tuple((path, name) for right, path, name in _ENTRIES if may(role, right))
