"""What an operator adds to `team.toml` so that a person can open reports: the exact lines."""

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from intake.staff.identities import Purpose
from intake.staff.people import Person


@dataclass(frozen=True, slots=True)
class OperatorLines:
    """Lines to paste, and where each short name has to be added."""

    toml: str
    places: tuple[str, ...]
    """A sentence each: which list of the file takes which short name."""


def operator_lines(person: Person, keys: Mapping[Purpose, str]) -> OperatorLines:
    """Return the lines for a person's public keys, by purpose; nothing without one."""
    short = short_name(person)
    tables, places = [], []
    if key := keys.get("reader"):
        tables.append(_table(short, person.name, key))
        places.append(
            f'under [queues], add "{short}" to the list of each queue that this person reads'
        )
    if key := keys.get("conflict"):
        tables.append(_table(f"{short}_conflict", f"{person.name}, conflict checks", key))
        places.append(f'under [conflict], add "{short}_conflict" to the list called readers')
    return OperatorLines("\n".join(tables), tuple(places))


def short_name(person: Person) -> str:
    """Return a bare TOML key: from the name, and four digits of the id that nobody else has."""
    plain = unicodedata.normalize("NFKD", person.name).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain)
    return "_".join([*words[:2], person.staff_id[:4]])


def _table(short: str, name: str, key: str) -> str:
    # A JSON string is a TOML string, but for the one control character that no name holds.
    return (
        f"[recipients.{short}]\n"
        f"name = {json.dumps(name, ensure_ascii=False)}\n"
        f"key = {json.dumps(key)}\n"
    )
