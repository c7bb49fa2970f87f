import pytest
import typst

from intake.exports.letters import NoLetters, without_letters
from intake.exports.pdf import CannotSet, sheets
from tests.intake.reading_pdf import text_of_pdf
from tests.intake.sample import URDU, WATERMARK, Readers, answer, opened, shown

BARE = typst.Fonts(include_system_fonts=False)
"""A machine without fonts of its own: Latin, Greek and Cyrillic only."""


def with_text(readers: Readers, text: str, fonts: typst.Fonts | None = None) -> tuple[str, int]:
    answers = [answer("own_words", "In your own words", text=text)]
    report = opened(readers, blocks=[{"id": "account", "title": "Account", "answers": answers}])
    made = sheets(report, shown(report), WATERMARK, fonts)
    return text_of_pdf(made.pdf), made.replaced


@pytest.mark.parametrize(
    ("text", "script"),
    [
        (URDU, "Arabic"),
        ("সে আমার", "Bengali"),
        ("ਉਹ", "Gurmukhi"),
        ("他", "Cjk"),
        ("ሰላም", "Ethiopic"),
    ],
)
def test_a_script_without_letters_is_named(readers: Readers, text: str, script: str) -> None:
    """No box is printed in silence: the script and the remedy are named, and no word is quoted."""
    with pytest.raises(NoLetters) as refused:
        with_text(readers, text, BARE)
    sentence = str(refused.value)
    assert f"letters for: {script}." in sentence
    assert "fonts-noto" in sentence
    assert "--html" in sentence
    assert not [word for word in text.split() if word in sentence]
    assert refused.value.__context__ is None


def test_all_scripts_are_named_at_once(readers: Readers) -> None:
    """Whoever installs fonts hears of every script that lacks them."""
    with pytest.raises(NoLetters, match=r"for: Arabic, Bengali\."):
        with_text(readers, f"{URDU} সে", BARE)


def test_welsh_and_polish_need_no_fonts(readers: Readers) -> None:
    """What typst brings is enough for Latin letters."""
    text, replaced = with_text(readers, "Ŵyn ŷd. Zażółć gęślą jaźń.", BARE)
    assert "Ŵyn ŷd. Zażółć gęślą jaźń." in text
    assert replaced == 0


def test_a_sign_without_a_picture_stands_by_its_name(readers: Readers) -> None:
    """A picture or a private sign is told in words, and counted: the report is still exported."""
    text, replaced = with_text(readers, "then \U0001f622 and \ue000 and \ufffe", BARE)
    assert "then [sign: crying face] and [sign: U+E000] and [sign: U+FFFE]" in " ".join(
        text.split()
    )
    assert replaced == 3


def test_thousands_of_strange_signs_take_seconds_not_minutes(readers: Readers) -> None:
    """A report made of private signs alone is told sign by sign too."""
    text, replaced = with_text(readers, "".join(map(chr, range(0xE000, 0xE800))))
    assert "[sign: U+E000]" in text
    assert replaced == 0x800


def test_nothing_is_replaced_where_nothing_is_lacking() -> None:
    """Letters that the machine has are left alone."""
    assert without_letters("He said: żółć \N{REPLACEMENT CHARACTER}", BARE) == {}


def test_a_fault_of_the_setter_quotes_no_word(
    readers: Readers, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If the sheets cannot be set at all, the sentence says what else to do."""
    monkeypatch.setattr("intake.exports.pdf.STANDARDS", ["1.4", "2.0"])
    with pytest.raises(CannotSet) as refused:
        with_text(readers, "a secret word")
    assert "secret" not in str(refused.value)
    assert "--html" in str(refused.value)
