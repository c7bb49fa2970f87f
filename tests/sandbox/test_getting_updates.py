import asyncio

import pytest
from telegram import Bot
from telegram.error import Conflict

from sandbox import FIRST_PHONE, Phone, Sandbox


async def test_redelivery(box: Sandbox, bot: Bot, phone: Phone) -> None:
    """An update comes again until a higher offset confirms it."""
    await phone.say("one")
    (first,) = await bot.get_updates()
    (again,) = await bot.get_updates()
    assert first.update_id == again.update_id
    assert await bot.get_updates(offset=first.update_id + 1) == ()
    assert box.updates.unconfirmed == 0


async def test_negative_offset(bot: Bot, phone: Phone) -> None:
    """A negative offset keeps that many of the newest updates and forgets the others."""
    for text in ("one", "two", "three"):
        await phone.say(text)
    kept = await bot.get_updates(offset=-2)
    assert [update.message.text for update in kept if update.message] == ["two", "three"]


async def test_limit(bot: Bot, phone: Phone) -> None:
    """At most 100 updates come at once, and fewer if asked for."""
    for number in range(105):
        await phone.say(str(number))
    assert len(await bot.get_updates(limit=500)) == 100
    assert len(await bot.get_updates(limit=7)) == 7


async def test_long_poll(bot: Bot, phone: Phone) -> None:
    """A long poll returns as soon as somebody writes."""
    polling = asyncio.create_task(bot.get_updates(timeout=10))
    await asyncio.sleep(0)
    await phone.say("at last")
    async with asyncio.timeout(5):
        (update,) = await polling
    assert update.message
    assert update.message.text == "at last"


async def test_empty_poll_ends(bot: Bot) -> None:
    """A long poll without anything ends empty after its timeout."""
    assert await bot.get_updates(timeout=1) == ()


async def test_two_pollers(box: Sandbox, bot: Bot) -> None:
    """Of two pollers the earlier one is sent away with 409."""
    async with Bot(box.token, base_url=box.base_url) as other:
        first = asyncio.create_task(bot.get_updates(timeout=10))
        await box.until(lambda: len(box.history.of("getUpdates")) == 1)
        assert await other.get_updates(timeout=1) == ()
        with pytest.raises(Conflict, match="terminated by other getUpdates request"):
            await first


async def test_allowed_updates(bot: Bot, phone: Phone) -> None:
    """Kinds that the bot did not allow are never put into its queues."""
    await bot.get_updates(allowed_updates=["message"])
    number = await phone.say("draft")
    await phone.edit(number, "better")
    assert [update.edited_message for update in await bot.get_updates()] == [None]


@pytest.mark.parametrize(
    ("act", "seconds"), [("press", 150), ("say", 86_400)], ids=["a press", "a message"]
)
async def test_life_of_an_update(
    box: Sandbox, bot: Bot, phone: Phone, act: str, seconds: int
) -> None:
    """An undelivered message lives for 24 hours, a press for 150 seconds."""
    await (phone.press(1, "data") if act == "press" else phone.say("hello"))
    box.advance(seconds - 1)
    assert len(await bot.get_updates()) == 1
    box.advance(1)
    assert await bot.get_updates() == ()


async def test_press_overtakes_message(box: Sandbox, bot: Bot, phone: Phone) -> None:
    """A press can arrive before the message that was sent before it: their queues differ."""
    box.updates.hold(f"chat:{phone.user_id}")
    await phone.say("sent first")
    await phone.press(1, "pressed second")
    (press,) = await bot.get_updates()
    box.updates.release(f"chat:{phone.user_id}")
    *_, message = await bot.get_updates()
    assert press.callback_query
    assert message.message
    assert message.update_id > press.update_id


async def test_jump_down(box: Sandbox, bot: Bot, phone: Phone) -> None:
    """After a jump to lower numbers an old offset confirms nothing new."""
    old = box.updates.next_number
    box.updates.jump(to=1_000)
    await phone.say("after a quiet week")
    (update,) = await bot.get_updates(offset=old)
    assert update.update_id == 1_000


async def test_no_jump_while_something_waits(box: Sandbox, phone: Phone) -> None:
    """Numbers do not jump while an update waits, as confirming would lose it."""
    await phone.say("waiting")
    with pytest.raises(ValueError, match="only while no update waits"):
        box.updates.jump()


async def test_duplicates(box: Sandbox, bot: Bot, phone: Phone) -> None:
    """On demand each update comes back after it was confirmed, as often as asked."""
    box.updates.duplicates = 2
    await phone.say("thrice")
    seen = []
    offset = 0
    while updates := await bot.get_updates(offset=offset):
        seen += [update.update_id for update in updates]
        offset = seen[-1] + 1
    assert len(seen) == 3
    assert len(set(seen)) == 1


async def test_membership(bot: Bot, phone: Phone) -> None:
    """Blocking and unblocking tell the bot by my_chat_member."""
    await phone.block()
    await phone.unblock()
    told = [update.my_chat_member for update in await bot.get_updates()]
    assert [change.new_chat_member.status for change in told if change] == ["kicked", "member"]


async def test_what_a_person_sends(bot: Bot, box: Sandbox) -> None:
    """Each kind of message has the shape that the library reads."""
    phone = box.phone(FIRST_PHONE + 6)
    phone.chat.name, phone.chat.username, phone.chat.language = "Ann", "ann_invented", "cy"
    await phone.say("/start now")
    for kind in ("sticker", "photo", "voice", "document", "location", "contact"):
        await phone.send(kind)
    await phone.forward("heard elsewhere", sender="A stranger")
    messages = [update.message for update in await bot.get_updates()]
    first, *others = [message for message in messages if message]
    assert first.from_user
    assert (first.from_user.first_name, first.from_user.language_code) == ("Ann", "cy")
    assert [first.parse_entity(entity) for entity in first.entities] == ["/start"]
    sticker, photo, voice, document, location, contact, forwarded = others
    assert sticker.sticker and photo.photo and voice.voice and document.document  # noqa: PT018 - one fact in four parts
    assert location.location and contact.contact and forwarded.forward_origin  # noqa: PT018 - the same
