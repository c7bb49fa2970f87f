"""One contract for every channel of alerts, each against a real server on this machine."""

import asyncio
import logging
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from intake.alerts.channel import Channel, Wait
from intake.alerts.mail import Mail
from intake.alerts.notice import Alert
from intake.alerts.staff_chat import StaffChat
from intake.alerts.webhook import Webhook
from intake.boundary import TryLater, WillNeverWork
from tests.contracts.alert_ends import CANARY, ChatEnd, End, end_of
from tests.contracts.alert_settings import (
    STAFF,
    chat_settings,
    free_port,
    mail_settings,
    new_id,
    webhook_settings,
)

ALERTS = (
    Alert(new_id(), "arrived", (2,)),
    Alert(new_id(), "digest", (0, 2, 2)),
    Alert(new_id(), "undelivered"),
    Alert(new_id(), "trial"),
)


@pytest.fixture(params=["email", "command", "webhook", "telegram"])
async def end(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[End]:
    async with end_of(request.param, tmp_path) as running:
        yield running


async def send(channel: Channel, alert: Alert) -> None:
    await asyncio.to_thread(channel.send, alert)


async def test_what_was_taken_has_arrived_once(end: End) -> None:
    """When `send` returns, the alert's words are at the other end, once."""
    for number, alert in enumerate(ALERTS, start=1):
        await send(end.channel, alert)
        taken = await end.taken()
        assert len(taken) == number
        assert alert.words in taken[-1]


async def test_not_now_is_to_try_later(end: End) -> None:
    """A refusal for now raises TryLater and nothing is taken; the same call then goes through."""
    end.later()
    with pytest.raises(TryLater) as caught:
        await send(end.channel, ALERTS[0])
    assert await end.taken() == []
    assert CANARY not in str(caught.value)
    await send(end.channel, ALERTS[0])
    assert len(await end.taken()) == 1


async def test_a_refusal_for_good_will_never_work(end: End) -> None:
    """A refusal that will not change raises WillNeverWork, and repeats no word of the server's."""
    end.never()
    with pytest.raises(WillNeverWork) as caught:
        await send(end.channel, ALERTS[0])
    assert await end.taken() == []
    assert CANARY not in str(caught.value)
    assert caught.value.__context__ is None or caught.value.__suppress_context__


async def test_nothing_is_logged_that_names_anyone(
    end: End, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    """At the loudest level our lines hold no address, no token, no chat, no secret."""
    with caplog.at_level(logging.DEBUG):
        await send(end.channel, ALERTS[0])
        end.later()
        with pytest.raises(TryLater):
            await send(end.channel, ALERTS[0])
    # The other ends run in this process and log on their own account.
    ours = "\n".join(one.getMessage() for one in caplog.records if one.name.startswith("intake"))
    hidden = ["team@x.test", str(STAFF)]
    hidden += [
        (tmp_path / name).read_text() for name in ("token", "secret") if (tmp_path / name).exists()
    ]
    assert [word for word in hidden if word in ours + repr(end.channel)] == []


@pytest.mark.parametrize("kind", ["email", "webhook", "telegram"])
async def test_nobody_listening_is_to_try_later(kind: str, tmp_path: Path) -> None:
    """A server that is away is no reason to give up."""
    nowhere = f"http://127.0.0.1:{free_port()}"
    channels: dict[str, Channel] = {
        "email": Mail(mail_settings(free_port()), ("team@x.test",)),
        "webhook": Webhook(webhook_settings(nowhere, tmp_path)),
        "telegram": StaffChat(chat_settings(nowhere, tmp_path), STAFF),
    }
    with pytest.raises(TryLater):
        await send(channels[kind], ALERTS[0])


async def test_telegrams_retry_after_comes_through(tmp_path: Path) -> None:
    """How long Telegram wants to be left alone is told to whoever tries again."""
    async with end_of("telegram", tmp_path) as end:
        assert isinstance(end, ChatEnd)
        end.later()
        with pytest.raises(Wait) as caught:
            await send(end.channel, ALERTS[0])
        assert caught.value.seconds == 40
