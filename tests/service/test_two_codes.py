"""A code that is typed is the one that is meant, also beside the receipt of another report."""

import pytest

from sandbox import Phone
from tests.service.running import Service
from tests.service.test_after_sending import code_on

PHONES = (7_000_000_001, 7_000_000_002)


@pytest.fixture
async def earlier(running: Service) -> str:
    """Return the code of a report that another phone has sent."""
    phone = await running.sent(PHONES[0])
    return await code_on(running, phone)


@pytest.fixture
async def later(running: Service, earlier: str) -> Phone:
    """Return a phone with the receipt of a second report on it; both have arrived."""
    assert earlier
    phone = await running.sent(PHONES[1])
    await code_on(running, phone)
    await running.courier.round()
    return phone


def taken_back(running: Service) -> list[bool]:
    return [report.stored.withdrawn is not None for report in running.reports()]


@pytest.mark.parametrize("by_list", [False, True])
async def test_the_typed_code_is_withdrawn(
    running: Service, earlier: str, later: Phone, *, by_list: bool
) -> None:
    """The earlier report is taken back, the one of the receipt stays; so does its card."""
    before = await running.card(later)
    await running.says(later, earlier if by_list else f"/withdraw {earlier}")
    if by_list:
        await running.taps(later, "Withdraw it")
    await running.taps(later, "Yes, withdraw it")
    assert sorted(taken_back(running)) == [False, True]
    await running.taps(later, "Back")
    assert await running.card(later) == before


async def test_what_is_added_goes_to_the_typed_code(
    running: Service, earlier: str, later: Phone
) -> None:
    """It begins as from any phone, and adds to the earlier report: both are taken back at once."""
    await running.says(later, f"/add {earlier}")
    assert "One question about this phone" in await running.card(later)
    await running.taps(later, "No", "Yes", "18 or over", "Yes, keep them")
    await running.taps(later, "None", "What happened", "Continue", "In my own words")
    await running.says(later, "one more thing")
    await running.taps(later, "That's all", "Skip", "Skip", "Carry on", "I agree", "Send")
    await running.courier.round()
    await running.says(running.box.phone(PHONES[0]), f"/withdraw {earlier}")
    await running.taps(running.box.phone(PHONES[0]), "Yes, withdraw it")
    assert sorted(taken_back(running)) == [False, True, True]


async def test_whoever_took_it_back_is_not_thanked_for_it(running: Service) -> None:
    """After withdrawing, Back leads to the numbers and to clearing, and no further."""
    phone = await running.sent()
    thanks = await running.card(phone)
    assert "Thank you. It is sealed" in thanks
    await running.taps(phone, "More", "Withdraw it", "Yes, withdraw it", "Back")
    with pytest.raises(LookupError, match="no button 'Back'"):
        await running.taps(phone, "Back")
    assert "You can clear it now" in await running.card(phone)
    await running.taps(phone, "Clear this chat")
    assert "automated chat" in await running.card(phone)
