import pytest

from intake.exports.paragraphs import direction_of, paragraph
from tests.intake.sample import URDU


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("He said", "ltr"),
        (URDU, "rtl"),
        ("(1) שלום", "rtl"),
        ("PC وہ", "ltr"),
        ("\u0633\u06d2", "rtl"),
        ("020 7946 0018", "ltr"),
        ("", "ltr"),
    ],
)
def test_the_first_letter_decides_the_direction(text: str, direction: str) -> None:
    """Brackets and figures in front of it say nothing; without a letter it is left to right."""
    assert direction_of(text) == direction


@pytest.mark.parametrize(
    ("text", "tag", "language"),
    [
        (URDU, "ur", "ur"),
        (URDU, "ur-PK", "ur"),
        (URDU, "en", "und"),
        ("He said", "ur", "und"),
        ("Daeth", "cy", "cy"),
        ("Daeth", "x" * 60_000, "und"),
        ("Daeth", '")#eval', "und"),
        ("Daeth", "", "und"),
    ],
)
def test_a_language_stands_only_with_words_of_its_own(text: str, tag: str, language: str) -> None:
    """A tag of the question is not put on an answer that runs the other way, nor a forged one."""
    assert paragraph(text, tag)["language"] == language


def test_lines_stay_lines() -> None:
    """Each line stands alone, an empty one too; tabs are spaces, signs that steer are visible."""
    lines = paragraph("one\n\ntwo\tthree\x1b\u202e  ")["lines"]
    assert ["".join(pieces) for pieces in lines] == [
        "one",
        "",
        "two three\N{REPLACEMENT CHARACTER}  ",
    ]


@pytest.mark.parametrize("sign", ["x", "a\N{ZERO WIDTH JOINER}", "e\u0301", "\u0301", "ক্"])
def test_what_has_no_space_can_be_broken(sign: str) -> None:
    """A run without a space is cut into pieces that fit a line, and nothing of it is lost."""
    (pieces,) = paragraph(sign * 300)["lines"]
    assert "".join(pieces) == sign * 300
    assert max(map(len, pieces)) <= 40


def test_a_word_is_never_cut() -> None:
    """Words of a language stay whole, so that their letters keep joining."""
    (pieces,) = paragraph(f"{URDU} Llanfairpwllgwyngyllgogerychwyrndrobwll")["lines"]
    assert len(pieces) == 1
