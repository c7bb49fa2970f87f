import pytest
from telegram import Bot
from telegram.error import BadRequest

from sandbox import FIRST_PHONE, Phone, Sandbox


async def test_both_sides(bot: Bot, phone: Phone) -> None:
    """The bot deletes its own messages and the person's."""
    sent = await bot.send_message(phone.user_id, "a card")
    said = await phone.say("an answer")
    assert await bot.delete_messages(phone.user_id, [sent.message_id, said])
    assert [shown.text for shown in await phone.screen()] == ["/start"]


async def test_unknown_ids(bot: Bot, phone: Phone) -> None:
    """The method deleteMessages skips unknown ids; deleteMessage says that there is none."""
    said = await phone.say("here")
    assert await bot.delete_messages(phone.user_id, [said, said + 1, said + 2])
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await bot.delete_message(phone.user_id, said)


async def test_forty_eight_hours(box: Sandbox, bot: Bot, phone: Phone) -> None:
    """A message can be deleted for 48 hours and not a second longer."""
    early, late = await phone.say("early"), await phone.say("late")
    box.advance(48 * 3600 - 1)
    assert await bot.delete_message(phone.user_id, early)
    box.advance(1)
    with pytest.raises(BadRequest, match="can't be deleted"):
        await bot.delete_message(phone.user_id, late)
    with pytest.raises(BadRequest, match="can't be deleted"):
        await bot.delete_messages(phone.user_id, [late])


async def test_a_hundred_at_once(bot: Bot, phone: Phone) -> None:
    """The method deleteMessages takes at most 100 ids, and at least one."""
    assert await bot.delete_messages(phone.user_id, range(1, 101))
    with pytest.raises(BadRequest, match="Too many message identifiers"):
        await bot.delete_messages(phone.user_id, range(1, 102))
    with pytest.raises(BadRequest, match="Message identifiers are not specified"):
        await bot.delete_messages(phone.user_id, [])


async def test_one_sequence_of_ids(box: Sandbox, bot: Bot, phone: Phone) -> None:
    """Ids come from one sequence across all chats of the bot account."""
    other = box.phone(FIRST_PHONE + 1)
    first = await phone.say("one")
    second = await other.say("two")
    third = (await bot.send_message(phone.user_id, "three")).message_id
    assert (second, third) == (first + 1, first + 2)


async def test_the_person_clears_her_chat(box: Sandbox, bot: Bot, phone: Phone) -> None:
    """A person may clear her chat at any age; the bot is not told, but finds nothing to edit."""
    card = await bot.send_message(phone.user_id, "a card")
    box.advance(72 * 3600)
    await phone.clear()
    assert await phone.screen() == ()
    assert box.updates.unconfirmed == 0
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await card.edit_text("changed")
