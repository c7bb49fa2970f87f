"""Before the release gate is filled in, a real Bot API server hears only "not open yet"."""

import pytest

from bot.gate import reasons
from tests.service.running import Service
from tests.service.test_nothing_stored import rows


@pytest.fixture
async def closed(running: Service) -> Service:
    """The service as it is towards Telegram's own server with an unfilled gate."""
    beyond = running.settings.model_copy(update={"telegram_api_url": "https://api.telegram.org"})
    why = reasons(beyond, running.desk.sealer.team, running.settings.data_dir)
    assert why
    running.desk.closed = why
    return running


@pytest.mark.parametrize(
    "said", ["/start", "/review", "/status 1234 5678 9012 3456 7890", "hello", "/add", "/privacy"]
)
async def test_whatever_is_said_it_is_not_open_yet(closed: Service, said: str) -> None:
    """Every message is answered with the same card, and nothing of it is kept."""
    phone = closed.box.phone()
    await closed.says(phone, said)
    (card,) = await phone.screen()
    assert card.text.startswith("This service is not open yet")
    assert card.labels == ("Help",)
    assert {t for t, n in rows(closed).items() if n} <= {"seen", "sweeps", "account"}


async def test_the_help_card_is_there_all_the_same(closed: Service) -> None:
    """Help opens the services, and Back returns."""
    phone = closed.box.phone()
    await closed.says(phone, "/start")
    await closed.taps(phone, "Help")
    assert "Samaritans" in await closed.card(phone)
    await closed.taps(phone, "Back")
    assert (await closed.card(phone)).startswith("This service is not open yet")


async def test_an_arrival_button_pressed_leads_nowhere(closed: Service) -> None:
    """A forged or old button cannot begin a conversation."""
    phone = closed.box.phone()
    await closed.says(phone, "/start")
    (card,) = await phone.screen()
    for data in ("a:en:10:1010:::yes", "h:hold:0:yes", "a:en:0:---:::go"):
        await phone.press(card.id, data)
        await closed.settled()
        assert (await closed.card(phone)).startswith("This service is not open yet")
    assert closed.counts() == (0, 0)
