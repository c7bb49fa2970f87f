"""The status of a report: which may follow which, and the word that its reporter may hear."""

from collections.abc import Mapping
from typing import get_args

from sqlalchemy import update

from intake.boundary import WORDS, Word
from intake.casework.desk import Desk
from intake.casework.refusing import Refused
from intake.casework.standing import Standing, Status, change, standing
from intake.tables import reports

STATUSES: tuple[Status, ...] = get_args(Status)

REASONS = (
    "withdrawn",
    "not_reached",
    "asked_to_stop",
    "not_for_us",
    "referred_on",
    "conflict",
    "duplicate",
    "finished",
    "other",
)
"""Why a report is closed. A person tells the reporter; the bot never does."""

FOLLOWS: Mapping[Status, frozenset[Status]] = {
    # Only opening the report makes it "opened": nobody says so by hand.
    "new": frozenset({"closed"}),
    "opened": frozenset({"contacting", "in_contact", "referred", "taken_on", "closed"}),
    "contacting": frozenset({"opened", "in_contact", "referred", "taken_on", "closed"}),
    "in_contact": frozenset({"contacting", "referred", "taken_on", "closed"}),
    "referred": frozenset({"contacting", "in_contact", "taken_on", "closed"}),
    "taken_on": frozenset({"in_contact", "referred", "closed"}),
    # She wrote again, or it was closed by mistake, perhaps before anybody had opened it.
    "closed": frozenset({"opened", "new"}),
}


def may_follow(old: Standing) -> tuple[Status, ...]:
    """Return the statuses that a person may choose for a report that stands so."""
    readable = old.conflict == "clear"
    if old.status == "closed":
        return ("opened",) if readable and old.word != "arrived" else ("new",)
    if not readable:
        # Whoever may not read a report cannot work on it: it can only be put aside.
        return ("closed",)
    return tuple(status for status in STATUSES if status in FOLLOWS[old.status])


def set_status(
    desk: Desk, report_id: str, seen: int, status: Status, reason: str | None = None
) -> int:
    """Change the status; return the new version. Raises NoSuchReport, Changed, Refused.

    The word that the reporter hears stays as it is: closing never tells her anything.
    """
    old = standing(desk, report_id, to_change=True)
    if (status == "closed") != (reason is not None) or reason not in (None, *REASONS):
        raise Refused("reason", "Closing takes one of the reasons of the list; nothing else does.")
    if old.version == seen and status not in may_follow(old):
        raise Refused("status", f"A report that is {old.status} cannot become {status} now.")
    detail = {"from": old.status, "to": status, "reason": reason}
    return change(desk, old, seen, "status_changed", detail, status=status, reason=reason)


def mark_word(desk: Desk, report_id: str, seen: int, word: Word) -> int:
    """Set the word that the reporter hears for her code; return the new version."""
    old = standing(desk, report_id, to_change=True)
    if word not in WORDS or word == "arrived":
        raise Refused("word", "The word is one of: read, tried, contact_us.")
    if old.version == seen and old.word == "arrived":
        raise Refused("unopened", "Nobody has opened this report yet: she would hear otherwise.")
    version = change(desk, old, seen, "word_marked", {"from": old.word, "to": word})
    put_word(desk, report_id, word)
    return version


def mark_opened(desk: Desk, old: Standing) -> int:
    """Note that a person has opened the report: a new one is opened, one arrived is read."""
    if old.word == "arrived":
        put_word(desk, old.report_id, "read")
    if old.status != "new" and old.word != "arrived":
        return old.version
    status = "opened" if old.status == "new" else old.status
    detail = {"from": old.status, "to": status, "word": "read"}
    return change(desk, old, None, "status_changed", detail, status=status)


def put_word(desk: Desk, report_id: str, word: Word) -> None:
    """Write the word down, with no question asked."""
    desk.connection.execute(
        update(reports).where(reports.c.report_id == report_id).values(word=word)
    )
