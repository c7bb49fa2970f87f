"""The button that says when, as an EDTF string (Library of Congress, ISO 8601-2).

Only what was tapped is turned into a date. Words stay words.
"""

from datetime import date, timedelta

from flows.draft import Draft

RECENT = timedelta(days=10)


def edtf(draft: Draft, today: date) -> str | None:
    """Return EDTF for the tapped `when_first`, or None for words, skips and "not known".

    The years on the buttons are those of the day on which the draft began.
    """
    answer = draft.answers.get("when_first")
    if answer is None or not answer.values:
        return None
    day = date.fromisoformat(draft.created) if draft.created else today
    year = day.year
    return {
        "last_10_days": f"{day - RECENT}/{today}",
        "y0": f"{year}",
        "y1": f"{year - 1}",
        "y2_4": f"{year - 4}/{year - 2}",
        "y5_9": f"{year - 9}/{year - 5}",
        "older": f"../{year - 10}",
    }.get(answer.values[0])
