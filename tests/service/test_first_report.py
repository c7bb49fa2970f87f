"""From /start on a phone to a report that the reader's key opens."""

from collections.abc import Mapping

import pytest

from intake.reading import OpenedReport
from tests.service.running import ARRIVE, OUTLINE, Service


def answer(report: OpenedReport, step: str) -> Mapping[str, object]:
    """Return one answer of an opened report."""
    blocks = report.summary["blocks"]
    assert isinstance(blocks, list)
    return next(a for block in blocks for a in block["answers"] if a["step"] == step)


async def test_contact_only_takes_twelve_taps_and_nothing_typed(running: Service) -> None:
    """The earliest report is sent after twelve taps, and staff can open it."""
    phone = await running.arrived()
    rest = (
        "Ask a person to contact me",
        "Metropolitan Police (London)",
        "Skip",
        "I agree",
        "I'll contact you",
        "Send",
    )
    await running.taps(phone, *rest)
    assert len(ARRIVE) + len(rest) == 12
    assert "sealed, and waiting" in await running.card(phone)
    await running.courier.round()
    (report,) = running.reports()
    assert report.stored.triage.queue == "Q3_MET_CORE"
    assert len(await phone.screen()) == 1


@pytest.mark.holds("T45")
async def test_own_words_and_officer_details_arrive_verbatim(running: Service) -> None:
    """What was typed arrives as typed, details apart from the rest, and leaves the chat."""
    phone = await running.arrived()
    await running.taps(phone, *OUTLINE, "Add what happened", "Continue", "In my own words")
    pieces = (
        "First, this.",
        "Then \u201cthat\u201d \u2013 na\u00efve & <b>bold</b>",
        "\u0627\u0631\u062f\u0648",
    )
    await running.says(phone, *pieces)
    shown = [m.text for m in await phone.screen()]
    assert [t for t in shown if t in pieces] == list(pieces)
    await running.taps(phone, "That's all")
    assert len(await phone.screen()) == 1
    await running.taps(phone, "Police officer", "Yes, at work", "Carry on", "I agree")
    await running.says(phone, "PC Example 1234")
    await running.taps(phone, "Phone")
    await running.says(phone, "07700 900123", "Tuesdays after 6")
    await running.taps(phone, "Neither", "Just ring off")
    await running.says(phone, "Sam")
    await running.taps(phone, "Easy Read", "That's all", "To be heard", "That's all")
    review = await running.card(phone)
    assert "\n".join(pieces) in review
    assert "1234" not in review
    await running.taps(phone, "Send")
    await running.courier.round()
    (report,) = running.reports()
    assert answer(report, "own_words")["text"] == "\n".join(pieces)
    assert answer(report, "officer")["text"] == ""
    assert report.conflict is not None
    details = report.conflict["officer"]
    assert isinstance(details, dict)
    assert details["text"] == "PC Example 1234"
    assert report.summary["contact"] == {
        "method": "phone",
        "value": "07700 900123",
        "when": ["Tuesdays after 6"],
        "voicemail": "neither",
        "name_to_use": "Sam",
    }
