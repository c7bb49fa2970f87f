"""A corpus of messages that the crisis phrases are measured on.

A folder of `<language>.yaml`, each a list of `{text, expect, half}`: `expect` is a group or
`none`, `half` is `open` or `held_out`. Whoever has read the held-out half can no longer
measure with it, so no repr shows a text.
"""

from dataclasses import dataclass, field
from pathlib import Path

from ruamel.yaml import YAML

from flows.crisis import GROUPS

HALVES = ("open", "held_out")
NONE = "none"


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a corpus and what should be found in it."""

    language: str
    text: str = field(repr=False)
    expect: str
    half: str


def corpus(folder: Path) -> tuple[Message, ...]:
    """Return every message of the corpus in `folder`; ValueError names what is not one."""
    found = []
    for path in sorted(folder.glob("*.yaml")):
        for number, entry in enumerate(YAML(typ="safe", pure=True).load(path), 1):
            expect, half = str(entry["expect"]), str(entry["half"])
            if expect not in {*GROUPS, NONE} or half not in HALVES:
                raise ValueError(f"{path.name}: entry {number} is not of this corpus' shape")
            found.append(Message(path.stem, str(entry["text"]), expect, half))
    return tuple(found)
