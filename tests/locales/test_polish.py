"""The Polish words keep Polish's own rules: no gender for the reporter, no title, no label."""

import re

import pytest

from locales.files import language_files, read

# Endings of a past or conditional verb that tell the speaker's or the listener's gender.
GENDERED = r"\b\w+(?:łaś|łeś|łabyś|łbyś|łabym|łbym|[aeiyęą]łam|[aeiyęą]łem)\b"
UNWANTED = r"\b(?:Pan|Pani|Pana|Panią|ofiar\w*|incydent\w*|anonim\w*|zarzuc\w*|gwarant\w*)\b|!"
REFUSED = re.compile(f"{GENDERED}|{UNWANTED}")


def test_no_polish_text_tells_a_gender_a_title_or_a_label() -> None:
    """She is spoken to as "ty", in forms that fit anyone, and is given no name for what she is."""
    catalog = read(language_files()["pl"], "pl")
    texts = [str(message.string) for message in catalog if message.id]
    assert len(texts) > 500
    assert [text for text in texts if REFUSED.search(text)] == []


@pytest.mark.parametrize(
    "planted", ["Co zgłosiłaś?", "Gdy to napisałem", "Chciałbyś przerwę?", "Czy Pani", "ofiara"]
)
def test_a_planted_gender_or_label_is_found(planted: str) -> None:
    """The search above would find one; it leaves "zespołem" alone."""
    assert REFUSED.search(planted)
    assert not REFUSED.search("Skontaktuj się z zespołem, panując nad czasem")
