"""The example team file: what operators copy, and what `make run` fills with its own keys."""

import re
from pathlib import Path

EXAMPLE_TEAM = Path(__file__).with_name("example_team.toml")

_KEY = re.compile(r"age1[02-9ac-hj-np-z]{58}")


def example_keys() -> tuple[str, ...]:
    """Return the public keys in the example file, whose private halves were thrown away."""
    return tuple(_KEY.findall(EXAMPLE_TEAM.read_text(encoding="utf-8")))


def example_team(reader: str, recovery: str) -> str:
    """Return the example file's text with these two public keys in place of its own.

    It is still marked as the example: the bot opens to nobody beyond this machine with it.
    """
    text = EXAMPLE_TEAM.read_text(encoding="utf-8")
    for placeholder, key in zip(example_keys(), (reader, recovery), strict=True):
        text = text.replace(placeholder, key)
    return text
