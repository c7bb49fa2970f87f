"""What somebody types to find one report: digits of a code, or the beginning of an id."""

import re
from collections.abc import Mapping
from typing import Final

LONGEST: Final = 32
"""Signs that are read: a whole id, copied from somewhere."""

UNREADABLE: Final = (
    "Type the first six digits of the reporter's code, or the eight signs of a report in the list."
)
NOT_FOUND: Final = (
    "No report of yours has a code or an id that begins like this. Ask for the digits once more."
)

_SPACE: Final = re.compile(r"[\s-]+")
_CODE: Final = re.compile(r"[0-9]{6}", re.ASCII)
_ID: Final = re.compile(r"[0-9a-f]{8}")


def meant(typed: str) -> Mapping[str, str]:
    """Return the filters that fit what was typed; eight digits may be either. Else none."""
    signs = _SPACE.sub("", typed).lower()
    code, beginning = _CODE.match(signs), _ID.match(signs)
    # Letters are in no code: what has one is an id alone.
    found = {"lookup": code[0]} if code and signs.isdecimal() else {}
    return found | ({"beginning": beginning[0]} if beginning else {})
