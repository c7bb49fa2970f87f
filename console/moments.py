"""Times as pages show them: in UTC, written so that every browser and reader takes them alike."""

from datetime import UTC, datetime


def moment(at: int) -> str:
    """Return "3 November 2026, 14:05 UTC" for seconds since 1970."""
    then = datetime.fromtimestamp(at, tz=UTC)
    return f"{then.day} {then:%B %Y, %H:%M} UTC"
