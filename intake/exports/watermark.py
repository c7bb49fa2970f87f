"""Who made a copy of a report, and when: it stands on each page of the copy."""

from dataclasses import dataclass
from datetime import UTC, datetime

from intake.entries import visible

LONGEST_NAME = 80
"""Characters. A name has to fit a line of the page."""


class NoName(ValueError):  # noqa: N818 - told to staff as it stands
    """A copy without a name on it cannot be traced."""


@dataclass(frozen=True, slots=True)
class Watermark:
    """The name given by whoever makes the copy, and the hour."""

    by: str
    at: datetime
    """In UTC, to the hour: enough to know which copy it is."""

    @property
    def hour(self) -> str:
        """Return the day and the hour, `2026-11-22, 14:00 UTC`."""
        return f"{self.at:%Y-%m-%d, %H}:00 UTC"

    @property
    def line(self) -> str:
        """Return the sentence that stands on each page.

        The name comes last: one that runs from the right would take the figures along.
        """
        return f"Copy made {self.hour}, by {self.by}."


def watermark(by: str, now: datetime) -> Watermark:
    """Return the watermark of a copy made now; raise NoName.

    `now` has a time zone. Breaks and signs that steer a line are taken out of the name.
    """
    name = " ".join(visible(by).split())
    if not name or len(name) > LONGEST_NAME:
        raise NoName(f"Say who makes the copy: --by, 1 to {LONGEST_NAME} letters.")
    return Watermark(name, now.astimezone(UTC).replace(minute=0, second=0, microsecond=0))
