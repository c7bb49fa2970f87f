from pathlib import Path

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup

from sandbox import Sandbox, serve
from sandbox.keeping import FILE_NAME, CannotRead


async def _a_day(home: Path) -> None:
    markup = InlineKeyboardMarkup([[InlineKeyboardButton("Go on", callback_data="g")]])
    async with serve(home=home) as box, Bot(box.token, base_url=box.base_url) as bot:
        phone = box.phone()
        await phone.start()
        await bot.set_my_name("A kept name")
        await bot.send_message(phone.user_id, "a kept card", reply_markup=markup)
        await phone.send_photo("a kept picture")


async def test_second_start(tmp_path: Path) -> None:
    """A second start shows the same phone, redelivers what waited, and numbers higher."""
    await _a_day(tmp_path)
    async with serve(home=tmp_path) as box, Bot(box.token, base_url=box.base_url) as bot:
        phone = box.phone()
        screen = await phone.screen()
        assert [shown.text for shown in screen] == ["/start", "a kept card", "a kept picture"]
        assert screen[1].labels == ("Go on",)
        assert (await bot.get_me()).first_name == "A kept name"
        waiting = await bot.get_updates()
        assert [update.message.text for update in waiting if update.message] == ["/start", None]
        assert waiting[1].message
        await bot.get_file(waiting[1].message.photo[0].file_id)
        assert await phone.say("later") > screen[-1].id
        *_, newest = await bot.get_updates()
        assert newest.update_id > waiting[-1].update_id


async def test_kept_privately(tmp_path: Path) -> None:
    """The kept chats are readable by their owner alone, and never by git."""
    await _a_day(tmp_path / "home")
    assert (tmp_path / "home" / FILE_NAME).stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "home" / ".gitignore").read_text() == "*\n"


async def test_damaged_file(tmp_path: Path) -> None:
    """A damaged file stops the start and names itself; nothing is overwritten."""
    path = tmp_path / FILE_NAME
    path.write_text("{half")
    with pytest.raises(CannotRead, match="Move it away"):
        async with serve(home=tmp_path):
            pass
    assert path.read_text() == "{half"


async def test_fresh_worlds_number_on(box: Sandbox) -> None:
    """A fresh world begins above every earlier one, whose folder may be gone."""
    first = await box.phone().start()
    box.advance(120)
    async with serve(clock=box.clock) as later:
        assert await later.phone().start() > first
