"""The Welsh words keep Welsh's own rules: "chi", no gender, no label, right after a number."""

import re

import pytest

from locales.compiling import forms
from locales.files import language_files, read

# "ti" and its forms; words that give the police person's gender; words for what she is.
FAMILIAR = r"\b(?:ti|tithau|dy|wyt|dwyt|wyt ti|gen ti|i ti)\b"
GENDERED = r"\b(?:plismon\w*|heddwas|heddferch|heddwraig|dynes|y dyn|y ferch|ei wisg|ei gwisg)\b"
LABELS = r"\b(?:dd?ioddef\w*|honedig|honnir|honiad\w*|dd?i-?enw|anhysbys|gwarant\w*|digwyddiad)\b|!"
REFUSED = re.compile(f"{FAMILIAR}|{GENDERED}|{LABELS}", re.IGNORECASE)
COUNTED = {
    "{n} minute": ("munud", "funud"),
    "{n} month": ("mis", "fis"),
    "{n} working day": ("diwrnod gwaith", "ddiwrnod gwaith"),
}
SEASONS = ("Spring {year}", "Summer {year}", "Autumn {year}", "Winter {year}")


def test_no_welsh_text_tells_a_gender_a_label_or_says_ti() -> None:
    """She is spoken to as "chi", and is given no name for what she is."""
    catalog = read(language_files()["cy"], "cy")
    texts = [str(message.string) for message in catalog if message.id]
    assert len(texts) > 1000
    assert [text for text in texts if REFUSED.search(text)] == []


@pytest.mark.parametrize(
    "planted", ["Beth wyt ti eisiau?", "Dy atebion", "rhif ar ei wisg", "Y dioddefwr", "Plismones"]
)
def test_a_planted_gender_or_label_is_found(planted: str) -> None:
    """The search above would find one; it leaves the services for men and women alone."""
    assert REFUSED.search(planted)
    assert not REFUSED.search("Dyn i siarad ag ef, neu fenyw i siarad â hi. Beth ddigwyddodd?")


@pytest.mark.parametrize("english", COUNTED)
def test_a_noun_after_a_number_is_singular_and_soft_after_two(english: str) -> None:
    """All five forms are there: "2 fis", and "mis" after every other number."""
    one = read(language_files()["cy"], "cy").get(english, "texts")
    assert one
    plain, after_two = (f"{{n}} {noun}" for noun in COUNTED[english])
    assert forms(one) == (plain, plain, after_two, plain, plain)


def test_october_is_not_taken_for_autumn() -> None:
    """Both are "hydref": the month says "Mis", and the seasons have their article."""
    catalog = read(language_files()["cy"], "cy")
    said = {english: catalog.get(english, "texts") for english in (*SEASONS, "October {year}")}
    words = {english: str(message.string) for english, message in said.items() if message}
    assert words.pop("October {year}") == "Mis Hydref {year}"
    assert [season for season in words.values() if not season.startswith(("Y ", "Yr "))] == []
