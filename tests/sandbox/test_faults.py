import asyncio
from datetime import timedelta

import pytest
from telegram import Bot
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

from sandbox import FIRST_PHONE, Fault, FaultKind, Phone, Sandbox
from sandbox.history import Asked


@pytest.mark.parametrize(
    ("kind", "error", "done"),
    [
        (FaultKind.TOO_MANY, RetryAfter, False),
        (FaultKind.FORBIDDEN, Forbidden, False),
        (FaultKind.SERVER_ERROR, NetworkError, False),
        (FaultKind.DROP, NetworkError, False),
        (FaultKind.LOSE_ANSWER, NetworkError, True),
        (FaultKind.TRUNCATE, NetworkError, True),
        (FaultKind.GARBAGE, TelegramError, True),
    ],
)
async def test_faults(  # noqa: PLR0913 - three fixtures and a table of three columns
    box: Sandbox, bot: Bot, phone: Phone, kind: FaultKind, error: type[Exception], *, done: bool
) -> None:
    """A fault strikes once; the last three only after the message was really sent."""
    box.faults.plant(Fault(kind, "sendMessage"))
    with pytest.raises(error):
        await bot.send_message(phone.user_id, "struck")
    await bot.send_message(phone.user_id, "after")
    texts = [shown.text for shown in await phone.screen() if shown.who == "bot"]
    assert texts == (["struck", "after"] if done else ["after"])


async def test_retry_after(box: Sandbox, bot: Bot, phone: Phone) -> None:
    """429 says how many seconds to wait."""
    box.faults.plant(Fault(FaultKind.TOO_MANY, seconds=17))
    with pytest.raises(RetryAfter) as refused:
        await bot.send_message(phone.user_id, "x")
    assert refused.value.retry_after == timedelta(seconds=17)


async def test_slow(box: Sandbox, bot: Bot) -> None:
    """A slow answer comes in the end."""
    box.faults.plant(Fault(FaultKind.SLOW, seconds=0.2))
    assert (await bot.get_me()).username == "sandbox_bot"


async def test_every_third_delete(box: Sandbox, bot: Bot, phone: Phone) -> None:
    """Every third deletion of either kind can be made to fail until the fault is taken away."""
    fault = box.faults.plant(Fault(FaultKind.SERVER_ERROR, "deleteMessage*", times=None, every=3))
    failed = []
    for number in range(6):
        try:
            await bot.delete_messages(phone.user_id, [number + 1])
        except NetworkError:
            failed.append(number)
    assert failed == [2, 5]
    box.faults.take_away(fault)
    assert all([await bot.delete_messages(phone.user_id, [1]) for _ in range(3)])


async def test_one_chat_only(box: Sandbox, bot: Bot, phone: Phone) -> None:
    """A fault can be narrowed to one chat."""
    other = box.phone(FIRST_PHONE + 1)
    await other.start()
    box.faults.plant(Fault(FaultKind.FORBIDDEN, times=None, chat_id=phone.user_id))
    await bot.send_message(other.user_id, "fine")
    with pytest.raises(Forbidden):
        await bot.send_message(phone.user_id, "blocked")


async def test_hook(box: Sandbox, bot: Bot, phone: Phone) -> None:
    """A hook hears of a request when it arrives, before anything is done."""
    seen: list[tuple[str, int]] = []

    def hook(asked: Asked) -> None:
        seen.append((str(asked.fields["text"]), len(phone.shown())))

    take_away = box.faults.when("send*", hook)
    await bot.send_message(phone.user_id, "one")
    take_away()
    await bot.send_message(phone.user_id, "two")
    assert seen == [("one", 1)]


@pytest.mark.parametrize("kind", [FaultKind.DROP, FaultKind.LOSE_ANSWER, FaultKind.TRUNCATE])
async def test_whoever_asked_has_gone(box: Sandbox, bot: Bot, kind: FaultKind) -> None:
    """A bot that dies on its own request leaves a sandbox that serves the next one."""
    host, port = box.url.removeprefix("http://").split(":")
    _, writer = await asyncio.open_connection(host, int(port))

    async def die(_asked: Asked) -> None:
        writer.transport.abort()
        # Until the server has noticed that the connection is gone.
        await asyncio.sleep(0.05)

    take_away = box.faults.when("getMe", die)
    box.faults.plant(Fault(kind))
    writer.write(f"GET /bot{box.token}/getMe HTTP/1.1\r\nHost: {host}:{port}\r\n\r\n".encode())
    await box.until(lambda: box.history.of("getMe") != ())
    await asyncio.sleep(0.1)
    take_away()
    assert (await bot.get_me()).is_bot


async def test_history(box: Sandbox, bot: Bot, phone: Phone) -> None:
    """The history keeps what was asked, when, and how it was answered."""
    await bot.send_message(phone.user_id, "noted")
    with pytest.raises(BadRequest):
        await bot.delete_message(phone.user_id, 1)
    sent, deleted = box.history.of("sendMessage")[0], box.history.of("delete*")[0]
    assert (sent.fields["text"], sent.at, sent.status) == ("noted", 1_800_000_000.0, 200)
    assert deleted.status == 400
    assert box.history.of(after=deleted.number) == ()
