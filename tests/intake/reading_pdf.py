"""Read the words of a PDF again, with a program that had no part in making it."""

import re
import subprocess
import unicodedata

from tests.conftest import need_program

BODY = ("-x", "0", "-y", "0", "-W", "596", "-H", "757")
"""Points of an A4 sheet: everything above the foot."""

_STEERING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def text_of_pdf(pdf: bytes, *options: str) -> str:
    """Return the words; what the program adds to steer a terminal is taken out again."""
    program = need_program("pdftotext")
    done = subprocess.run([program, *options, "-", "-"], input=pdf, capture_output=True, check=True)
    text = done.stdout.decode()
    return "".join(sign for sign in text if unicodedata.bidirectional(sign) not in _STEERING)


def squeezed(text: str) -> str:
    """Return a text without its white space: where lines are broken is not the words' affair."""
    return re.sub(r"\s+", "", text)


def words_of(text: str) -> list[str]:
    """Return the words alone: brackets and stops of a right-to-left line move when it is read."""
    return re.findall(r"[\w\u0300-\u036f\u0900-\u0dff\u064b-\u0655]+", text)
