"""Being reached in the chat itself: what she chose of days and hours, and for how long.

Weekdays are counted from Monday as 0, hours are of London's clock. Pure: the bot decides when
such an hour has come.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from flows.draft import Answer, Draft

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

# From and to; the labels of `chat_hours` say the same, and a test compares them.
HOURS: Mapping[str, tuple[int, int]] = {
    "mornings": (9, 12),
    "afternoons": (12, 17),
    "evenings": (17, 20),
}

# How long, in days; a skipped question gives the shortest.
LASTS: Mapping[str, int] = {"two_weeks": 14, "one_month": 31, "three_months": 92}
SHORTEST = "two_weeks"

_NOT_ASKED = Answer("not_asked")


@dataclass(frozen=True, slots=True)
class InChat:
    """When and how long staff may write to her chat; `until` is the last day."""

    days: tuple[str, ...]
    hours: tuple[str, ...]
    until: date
    may_ask_more: bool

    def as_json(self) -> dict[str, object]:
        """Return it as it stands in the summary's contact."""
        return {
            "days": list(self.days),
            "hours": list(self.hours),
            "until": self.until.isoformat(),
            "may_ask_more": self.may_ask_more,
        }


def by_chat(draft: Draft) -> bool:
    """Tell whether she asked to be reached in the chat: she agreed, and has a word for it."""
    return (
        _values(draft, "method") == ("chat",)
        and _values(draft, "chat_agree") == ("yes",)
        and bool(draft.resume)
    )


def in_chat(draft: Draft, today: date) -> InChat:
    """Return when she may be written to; what she skipped is any day, the day's hours, briefly."""
    days = tuple(day for day in DAYS if day in _values(draft, "chat_days"))
    hours = tuple(part for part in HOURS if part in _values(draft, "chat_hours"))
    lasts = (_values(draft, "chat_until") or (SHORTEST,))[0]
    return InChat(
        days=days or DAYS,
        hours=hours or tuple(HOURS),
        until=today + timedelta(days=LASTS[lasts]),
        may_ask_more=_values(draft, "chat_more") == ("yes",),
    )


def _values(draft: Draft, name: str) -> tuple[str, ...]:
    return draft.answers.get(name, _NOT_ASKED).values
