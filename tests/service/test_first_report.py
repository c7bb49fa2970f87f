"""From /start on a phone to a report that the reader's key opens."""

from tests.service.running import Service

ARRIVE = ("Continue", "No", "Yes", "18 or over", "Continue", "Yes, hold a draft")


async def test_contact_only_takes_twelve_taps_and_nothing_typed(running: Service) -> None:
    """The earliest report is sent after twelve taps, and staff can open it."""
    phone = running.box.phone()
    await phone.start()
    await running.settled()
    taps = (
        *ARRIVE,
        "Ask a person to contact me",
        "Metropolitan Police (London)",
        "Skip",
        "I agree",
        "I'll contact you",
        "Send",
    )
    await running.taps(phone, *taps)
    assert len(taps) == 12
    assert "sealed and waiting" in await running.card(phone)
    await running.courier.round()
    (report,) = running.reports()
    assert report.summary["route"]["queue"] == "Q3_MET_CORE"  # type: ignore[index]
    assert len([m for m in await phone.screen()]) == 1
