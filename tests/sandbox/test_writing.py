import json
from collections.abc import Mapping

import httpx
import pytest
from telegram import Bot, CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest, Forbidden

from sandbox import FIRST_PHONE, Phone, Sandbox

YES_NO = InlineKeyboardMarkup(
    [
        [
            InlineKeyboardButton("Yes", callback_data="y"),
            InlineKeyboardButton("No", callback_data="n"),
        ]
    ]
)


async def ask(box: Sandbox, method: str, **fields: object) -> tuple[int, str]:
    """Post raw fields and return the status and what the refusal says."""
    async with httpx.AsyncClient() as client:
        answer = await client.post(f"{box.base_url}{box.token}/{method}", json=fields)
    return answer.status_code, answer.json().get("description", "")


async def test_card_and_press(bot: Bot, phone: Phone) -> None:
    """A card with buttons is shown, pressed, answered with a toast and edited in place."""
    card = await bot.send_message(phone.user_id, "Is it safe now?", reply_markup=YES_NO)
    assert (await phone.screen())[-1].labels == ("Yes", "No")
    press = await phone.tap("Yes")
    (update,) = await bot.get_updates()
    assert update.callback_query
    assert update.callback_query.data == "y"
    await update.callback_query.answer("Kept.")
    assert phone.answered(press)
    assert [toast.text for toast in phone.toasts] == ["Kept."]
    await card.edit_text("Thank you.")
    last = (await phone.screen())[-1]
    assert (last.id, last.text, last.labels, last.edited) == (
        card.message_id,
        "Thank you.",
        (),
        True,
    )


async def test_tap_by_data_and_missing_button(bot: Bot, phone: Phone) -> None:
    """A button is found by its label or its data; a missing one names those there are."""
    await bot.send_message(phone.user_id, "Well?", reply_markup=YES_NO)
    await phone.tap("n")
    with pytest.raises(LookupError, match="'Yes', 'No'"):
        await phone.tap("Perhaps")


async def test_buttons_alone(bot: Bot, phone: Phone) -> None:
    """Buttons can be taken away without touching the words."""
    card = await bot.send_message(phone.user_id, "Well?", reply_markup=YES_NO)
    await card.edit_reply_markup(None)
    last = (await phone.screen())[-1]
    assert (last.text, last.labels) == ("Well?", ())


async def test_not_modified(bot: Bot, phone: Phone) -> None:
    """An edit that changes nothing is refused in Telegram's words."""
    card = await bot.send_message(phone.user_id, "Same", reply_markup=YES_NO)
    with pytest.raises(BadRequest, match="Message is not modified"):
        await card.edit_text("Same", reply_markup=YES_NO)


async def test_text_limits(bot: Bot, phone: Phone) -> None:
    """A text has 1 to 4,096 UTF-16 units: a plain emoji counts two."""
    await bot.send_message(phone.user_id, "🌿" * 2_048)
    with pytest.raises(BadRequest, match="Message is too long"):
        await bot.send_message(phone.user_id, "🌿" * 2_048 + "x")
    with pytest.raises(BadRequest, match="Message text is empty"):
        await bot.send_message(phone.user_id, "  \n")


async def test_callback_data_is_counted_in_bytes(bot: Bot, phone: Phone) -> None:
    """callback_data has 1 to 64 bytes, so 33 letters of two bytes are too many."""
    for data, fits in (("é" * 32, True), ("é" * 33, False), ("", False)):
        markup = InlineKeyboardMarkup([[InlineKeyboardButton("Go", callback_data=data)]])
        if fits:
            await bot.send_message(phone.user_id, "Go on", reply_markup=markup)
            continue
        with pytest.raises(BadRequest, match="Button_data_invalid"):
            await bot.send_message(phone.user_id, "Go on", reply_markup=markup)


async def test_a_button_that_copies(box: Sandbox, bot: Bot, phone: Phone) -> None:
    """It carries 1 to 256 characters; the phone copies them and the bot hears nothing."""
    for text, fits in (("é" * 256, True), ("é" * 257, False), ("", False)):
        markup = InlineKeyboardMarkup(
            [[InlineKeyboardButton("Copy", copy_text=CopyTextButton(text))]]
        )
        if fits:
            sent = await bot.send_message(phone.user_id, "A code", reply_markup=markup)
            assert sent.reply_markup == markup
            continue
        with pytest.raises(BadRequest, match="Button_copy_text_invalid"):
            await bot.send_message(phone.user_id, "A code", reply_markup=markup)
    press = await phone.tap("Copy")
    assert phone.answered(press)
    assert phone.clipboard == "é" * 256
    assert box.updates.unconfirmed == 0


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("{", "can't parse reply keyboard markup JSON object"),
        ([], "object expected as reply markup"),
        ({"inline_keyboard": {}}, "must be of type Array"),
        ({"inline_keyboard": [{}]}, "should be an Array of Arrays"),
        ({"inline_keyboard": [["x"]]}, "expected an Object"),
        ({"inline_keyboard": [[{"text": "x"}]]}, "Text buttons are unallowed"),
        ({"inline_keyboard": [[{"callback_data": "x"}]]}, '"text" must be non-empty'),
        ({"inline_keyboard": [[{"text": "x", "url": "javascript:1"}]]}, "Wrong HTTP URL"),
        ({"keyboard": []}, "Not Implemented"),
        ({"inline_keyboard": [[{"text": "x", "pay": True}]]}, "Not Implemented"),
        ({"inline_keyboard": [[{"text": "x", "copy_text": "y"}]]}, "wrong copy_text"),
        (
            {
                "inline_keyboard": [
                    [{"text": "x", "callback_data": "y", "copy_text": {"text": "z"}}]
                ]
            },
            "Text buttons are unallowed",
        ),
    ],
)
async def test_bad_markup(
    box: Sandbox, phone: Phone, markup: str | list[object] | Mapping[str, object], words: str
) -> None:
    """A wrong reply_markup is refused with the reason."""
    sent = markup if isinstance(markup, str) else json.dumps(markup)
    status, said = await ask(box, "sendMessage", chat_id=phone.user_id, text="x", reply_markup=sent)
    assert status in {400, 501}
    assert words in said


async def test_unknown_things(box: Sandbox, phone: Phone) -> None:
    """An unknown field is 400, a field or method that is not done here 501, never a yes."""
    chat = {"chat_id": phone.user_id, "text": "x"}
    assert await ask(box, "sendMessage", **chat, txet="y") == (
        400,
        "Bad Request: sendMessage has no field txet",
    )
    assert (await ask(box, "sendMessage", **chat, parse_mode="HTML"))[0] == 501
    assert (await ask(box, "sendDice", **chat))[0] == 501
    assert (await ask(box, "setWebhook", url="https://localhost/"))[0] == 501


async def test_whom_the_bot_may_write_to(box: Sandbox, bot: Bot, phone: Phone) -> None:
    """The bot never writes first, not to strangers, and not to who blocked it."""
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(12, "Hello")
    silent = box.phone(FIRST_PHONE + 1)
    assert await silent.screen() == ()
    with pytest.raises(Forbidden, match="can't initiate conversation"):
        await bot.send_message(silent.user_id, "Hello")
    await phone.block()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(phone.user_id, "Hello")


@pytest.mark.parametrize("late", [False, True], ids=["twice", "after 150 seconds"])
async def test_old_press(box: Sandbox, bot: Bot, phone: Phone, *, late: bool) -> None:
    """A press is answered once, within 150 seconds."""
    press = await phone.press(1, "x")
    if late:
        box.advance(150)
    else:
        await bot.answer_callback_query(press)
    with pytest.raises(BadRequest, match="Query is too old"):
        await bot.answer_callback_query(press)


async def test_long_answer(bot: Bot, phone: Phone) -> None:
    """An answer to a press has at most 200 letters."""
    press = await phone.press(1, "x")
    with pytest.raises(BadRequest, match="Message_too_long"):
        await bot.answer_callback_query(press, "x" * 201)


async def test_edits_of_a_phone(bot: Bot, phone: Phone) -> None:
    """A person's edit reaches the bot as edited_message with the same id."""
    number = await phone.say("frist")
    await phone.edit(number, "first")
    *_, update = await bot.get_updates()
    assert update.edited_message
    assert (update.edited_message.message_id, update.edited_message.text) == (number, "first")


async def test_only_own_messages_are_edited(bot: Bot, phone: Phone) -> None:
    """The bot edits its own messages only, and only those that are there."""
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("x", phone.user_id, await phone.say("mine"))
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("x", phone.user_id, 1)
