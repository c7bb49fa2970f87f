"""The Polish words keep Polish's own rules: no gender for the reporter, no title, no label."""

import re

import pytest

from flows.loading import load_flow
from locales.files import language_files, read

# Endings of a past or conditional verb that tell the speaker's or the listener's gender.
GENDERED = r"\b\w+(?:łaś|łeś|łabyś|łbyś|łabym|łbym|[aeiyęą]łam|[aeiyęą]łem)\b"
UNWANTED = r"\b(?:Pan|Pani|Pana|Panią|ofiar\w*|incydent\w*|anonim\w*|zarzuc\w*|gwarant\w*)\b|!"
REFUSED = re.compile(f"{GENDERED}|{UNWANTED}")


def test_no_polish_text_tells_a_gender_a_title_or_a_label() -> None:
    """She is spoken to as "ty", in forms that fit anyone, and is given no name for what she is."""
    catalog = read(language_files()["pl"], "pl")
    texts = [str(message.string) for message in catalog if message.id]
    assert len(texts) > 1000
    assert [text for text in texts if REFUSED.search(text)] == []


@pytest.mark.parametrize(
    "planted", ["Co zgłosiłaś?", "Gdy to napisałem", "Chciałbyś przerwę?", "Czy Pani", "ofiara"]
)
def test_a_planted_gender_or_label_is_found(planted: str) -> None:
    """The search above would find one; it leaves "zespołem" alone."""
    assert REFUSED.search(planted)
    assert not REFUSED.search("Skontaktuj się z zespołem, panując nad czasem")


def test_what_is_put_in_has_the_case_and_gender_that_its_sentences_need() -> None:
    """`{them_police}` is headed by "osoba", so that verbs agree; `{it}` stands only after "o"."""
    catalog = read(language_files()["pl"], "pl")
    named = {text for name, text in load_flow().flow.texts.items() if name.startswith("them_")}
    said = [str(m.string) for m in catalog if m.context == "texts" and m.id in named]
    assert len(said) == len(named) > 3
    assert [text for text in said if not re.match(r"(?:ta )?osoba\b", text)] == []
    around = [str(m.string) for m in catalog if m.id and "{it}" in m.id]
    assert around
    assert [text for text in around if " o {it}" not in text] == []
