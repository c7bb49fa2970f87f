import pytest
from telegram import Bot, BotCommand
from telegram.constants import ChatAction
from telegram.error import BadRequest, Forbidden

from sandbox import Phone, Sandbox


async def test_profile(box: Sandbox, bot: Bot) -> None:
    """What the bot says about itself is kept and shown."""
    await bot.set_my_name("Notes")
    await bot.set_my_description("What an empty chat shows.")
    await bot.set_my_short_description("A line.")
    await bot.set_my_commands([BotCommand("help", "Where to find help")])
    assert (await bot.get_me()).first_name == "Notes"
    assert [command.command for command in await bot.get_my_commands()] == ["help"]
    assert box.world.profile.description == "What an empty chat shows."
    assert box.world.profile.short_description == "A line."


async def test_profile_limits(bot: Bot) -> None:
    """Name, descriptions and commands have Telegram's limits."""
    with pytest.raises(BadRequest):
        await bot.set_my_name("x" * 65)
    with pytest.raises(BadRequest):
        await bot.set_my_description("x" * 513)
    with pytest.raises(BadRequest):
        await bot.set_my_short_description("x" * 121)
    for wrong in (("Help", "x"), ("help", ""), ("h" * 33, "x")):
        with pytest.raises(BadRequest, match=r"(?i)bot_command"):
            await bot.set_my_commands([wrong])


async def test_no_webhook(bot: Bot, phone: Phone) -> None:
    """There is no webhook to delete, but waiting updates can be thrown away."""
    await phone.say("waiting")
    assert (await bot.get_webhook_info()).pending_update_count == 1
    assert await bot.delete_webhook(drop_pending_updates=True)
    assert await bot.get_updates() == ()


async def test_typing(box: Sandbox, bot: Bot, phone: Phone) -> None:
    """A chat action shows for five seconds, or until the message comes."""
    await bot.send_chat_action(phone.user_id, ChatAction.TYPING)
    assert box.world.typing[phone.user_id] == box.clock() + 5
    await bot.send_message(phone.user_id, "here")
    assert phone.user_id not in box.world.typing


async def test_files(bot: Bot, phone: Phone) -> None:
    """A file that a phone has sent can be found and fetched."""
    await phone.send_document()
    (update,) = await bot.get_updates()
    assert update.message
    assert update.message.document
    found = await bot.get_file(update.message.document.file_id)
    assert len(await found.download_as_bytearray()) == 30_000
    with pytest.raises(BadRequest, match="Invalid file_id"):
        await bot.get_file("unknown")


async def test_group(box: Sandbox, bot: Bot) -> None:
    """A bot that is added to a group is told, hears it, and can leave it."""
    group = box.group()
    await group.add_bot(by=7)
    await group.say(7, "hello all")
    added, said = await bot.get_updates()
    assert added.my_chat_member
    assert added.my_chat_member.chat.type == "group"
    assert said.message
    assert said.message.text == "hello all"
    assert await bot.leave_chat(group.chat.id)
    assert not group.has_bot
    await group.say(7, "gone?")
    assert len(await bot.get_updates(offset=said.update_id + 1)) == 0
    with pytest.raises(Forbidden, match="not a member"):
        await bot.send_message(group.chat.id, "x")
    assert await group.texts_of_bot() == ()


async def test_a_private_chat_is_not_left(bot: Bot, phone: Phone) -> None:
    """A private chat cannot be left."""
    with pytest.raises(BadRequest, match="private chats"):
        await bot.leave_chat(phone.user_id)
