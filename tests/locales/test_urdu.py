"""The Urdu words keep Urdu's own rules: no gender, no label, no "safe" for "kept"."""

import re

import pytest

from locales.compiling import forms
from locales.files import language_files, read

# Verbs whose ending tells the gender of the one spoken to ("آپ ... سکتی ہیں") or of the one who
# taps ("چاہتا ہوں", "کروں گی"). What belongs to "آپ" ("آپ کے جواب ... گئے ہیں") is another subject.
SPOKEN_TO = (
    r"آپ (?!کے|کا|کی|کو|سے|نے|پر|تک)(?:[^\s\u06d4،؟]+ ){0,4}"
    r"(?:\w+ت[ےی]|سکت[ےی]|رہ[ےی]|گئ[ےی]|گ[ےی]|تھے|تھیں)(?!\w)"
)
SPEAKING = r"\w+[اےی] ہوں(?!\w)|\w+وں گ[اےی](?!\w)"
UNWANTED = r"(?<!\w)(?:متاثر\w*|مظلوم\w*|مبینہ|گمنام\w*|عزت|شرم\w*|ملزم\w*|کا شکار|کی شکار)(?!\w)|!"
# "محفوظ" is the usual word for a file that is saved, and it also says that someone is safe.
KEPT_AS_SAFE = r"محفوظ (?:کر|رکھ|رہ)|جواب محفوظ"
REFUSED = re.compile(f"{SPOKEN_TO}|{SPEAKING}|{UNWANTED}|{KEPT_AS_SAFE}")
# In a line from right to left, groups of digits change places unless they are set apart.
ISOLATED = re.compile("\u2066[^\u2066\u2069]*\u2069")
GROUPS = re.compile(r"\d \d")


def texts() -> list[str]:
    """Return every Urdu text, each plural form by itself."""
    catalog = read(language_files()["ur"], "ur")
    return [form for message in catalog if message.id for form in forms(message)]


def test_no_urdu_text_tells_a_gender_or_a_label() -> None:
    """Anyone can read it of themselves, and no word says what the reader is."""
    assert len(texts()) > 500
    assert [text for text in texts() if REFUSED.search(text)] == []


@pytest.mark.parametrize(
    "planted",
    [
        *("آپ رک سکتی ہیں", "کیا آپ پولیس میں کام کرتے ہیں", "آپ کہاں گئے", "بتانا نہیں چاہتا ہوں"),
        *("میں فون کروں گی", "متاثرہ فرد", "آپ کے جواب محفوظ ہیں", "اسے محفوظ کر لیا"),
    ],
)
def test_a_planted_gender_or_label_is_found(planted: str) -> None:
    """The search above would find one; it leaves "آپ کے جواب رکھے گئے ہیں" alone."""
    assert REFUSED.search(planted)
    assert not REFUSED.search("آپ کے جواب رکھے گئے ہیں، کیا ابھی چیٹ کرنا آپ کے لیے محفوظ ہے؟")


def test_a_number_in_groups_keeps_their_order() -> None:
    """0800 1111 is set apart, or the phone would show 1111 0800; so are inserted numbers."""
    assert [text for text in texts() if GROUPS.search(ISOLATED.sub("", text))] == []
    assert [text for text in texts() if "{value}" in ISOLATED.sub("", text)] == []
    assert GROUPS.search(ISOLATED.sub("", "مفت: 0800 1111"))
    assert not GROUPS.search(ISOLATED.sub("", "مفت: \u20660800 1111\u2069"))


def test_a_line_that_begins_in_latin_letters_still_runs_from_the_right() -> None:
    """A service's line begins with its English name, and is an Urdu sentence."""
    catalog = read(language_files()["ur"], "ur")
    names = [str(m.string) for m in catalog if m.context == "support"]
    assert "\u200fSamaritans" in names
    assert [name for name in names if re.match("[A-Za-z]", name)] == []
