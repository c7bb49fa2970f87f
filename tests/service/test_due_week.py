"""The one date that stands outside the envelope: a Monday, and only where a limit is counted."""

from datetime import timedelta

from intake.reading import OpenedReport
from tests.service.running import OUTLINE, Service

DATED = tuple(label.replace("I don't remember", "In the last 10 days") for label in OUTLINE[:5])


def limits_of(report: OpenedReport) -> list[dict[str, str]]:
    """Return the time limits of an opened report."""
    limits = report.summary["deadlines"]
    assert isinstance(limits, list)
    return limits


async def test_the_column_is_filled(running: Service) -> None:
    """A report of the last 10 days is due this week: samples may be going on any day of it."""
    phone = await running.arrived()
    await running.taps(phone, *DATED, "Carry on", "More", "Send what I have", "I agree")
    await running.taps(phone, "I'll contact you", "Send")
    await running.courier.round()
    (report,) = running.reports()
    due = report.stored.triage.due_week
    going = [one["rule"] for one in limits_of(report) if one["state"] == "running"]
    today = report.stored.triage.received
    assert going == ["E4"]
    assert due == today - timedelta(days=today.weekday())
    assert report.differences == ()


async def test_without_a_date_it_is_empty(running: Service) -> None:
    """Whoever only asks to be contacted has no due week: nothing is guessed."""
    await running.sent()
    await running.courier.round()
    (report,) = running.reports()
    assert report.stored.triage.due_week is None
    assert {one["state"] for one in limits_of(report)} == {"none"}
