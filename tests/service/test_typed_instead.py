"""Words typed where a tap was expected: a button's own words are a tap, all else a kind line."""

import pytest

from sandbox import Phone
from tests.service.running import Service
from tests.service.test_stranger import speak_all
from tests.stories.languages import every_language

LANGUAGES = tuple(every_language())


async def in_language(running: Service, language: str) -> Phone:
    """Return a phone on the first card, in `language`."""
    speak_all(running.desk)
    phone = running.box.phone()
    await phone.start()
    await running.settled()
    if language != "en":
        await running.taps(phone, "Language", language)
    return phone


def label(phone: Phone, option: str) -> str:
    """Return what a button of the card on the phone says."""
    card = [m for m in phone.shown() if m.who == "bot"][-1]
    return next(b.text for row in card.rows for b in row if str(b.data).endswith(f":{option}"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.holds("T50")
async def test_a_typed_label_is_a_tap(running: Service, language: str) -> None:
    """In every language offered, a label typed in any case and with a full stop is its tap."""
    phone = await in_language(running, language)
    for option in ("go", "no", "yes", "adult", "go", "yes", "questions", "self"):
        before = await running.card(phone)
        await running.says(phone, f" {label(phone, option).upper()}. ")
        assert await running.card(phone) != before
        assert [m.who for m in await phone.screen()] == ["bot"]
    assert running.counts() == (1, 1)
    for control in ("skip", "more", "help", "leave"):
        before = await running.card(phone)
        await running.says(phone, label(phone, control).lower())
        assert await running.card(phone) != before


@pytest.mark.parametrize("language", LANGUAGES)
async def test_other_words_keep_the_card_with_one_line(running: Service, language: str) -> None:
    """What is no button's words leaves the same card, with one line above it, however often."""
    phone = await in_language(running, language)
    await running.says(phone, label(phone, "go"))
    before, rows = await running.card(phone), (await phone.screen())[-1].rows
    for words in ("perhaps", "I do not know what to say", "_?_", "12345"):
        await running.says(phone, words)
        (card,) = await phone.screen()
        line, rest = card.text.split("\n\n", 1)
        assert line
        assert words not in card.text
        assert (rest, card.rows) == (before, rows)
