"""The one date that stands outside the envelope: a Monday, and only where a limit is counted."""

from datetime import date

from intake.reading import OpenedReport
from tests.service.running import OUTLINE, Service

DATED = tuple(label.replace("I don't remember", "In the last 10 days") for label in OUTLINE[:5])


def limits_of(report: OpenedReport) -> list[dict[str, str]]:
    """Return the time limits of an opened report."""
    limits = report.summary["deadlines"]
    assert isinstance(limits, list)
    return limits


async def test_the_column_is_filled(running: Service) -> None:
    """A report with a date is listed with the Monday of the week before its first limit."""
    phone = await running.arrived()
    await running.taps(phone, *DATED, "Carry on", "More", "Send what I have", "I agree")
    await running.taps(phone, "I'll contact you", "Send")
    await running.courier.round()
    (report,) = running.reports()
    due = report.stored.triage.due_week
    first = min(date.fromisoformat(one["alert"]) for one in limits_of(report) if one["alert"])
    assert due is not None
    assert due.isoweekday() == 1
    assert 7 <= (first - due).days <= 13
    assert report.differences == ()


async def test_without_a_date_it_is_empty(running: Service) -> None:
    """Whoever only asks to be contacted has no due week: nothing is guessed."""
    await running.sent()
    await running.courier.round()
    (report,) = running.reports()
    assert report.stored.triage.due_week is None
    assert {one["state"] for one in limits_of(report)} == {"none"}
