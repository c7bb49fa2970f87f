"""The invented staff: one for each role and a second supervisor; three read reports."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from intake.identities import open_identity
from intake.staff import identities, people
from intake.staff.identities import Wrapped
from intake.staff.people import Role
from sandbox.demonstration import PASSPHRASE, colleague_path, identity_path, second_path


@dataclass(frozen=True, slots=True)
class Invented:
    """One of them, and what a visitor can try in that role."""

    name: str
    role: Role
    does: str


LAWYER: Final = Invented(
    "Ada Invented",
    "supervisor",
    "Reads every report, checks for conflicts, answers what takes two people.",
)
COLLEAGUE: Final = Invented(
    "Ben Invented", "caseworker", "Reads reports once somebody has checked for a conflict."
)
ADMINISTRATOR: Final = Invented(
    "Cleo Invented", "administrator", "Invites people and changes roles. Reads no report."
)
AUDITOR: Final = Invented("Dai Invented", "auditor", "Reads the audit chain. Reads no report.")
SECOND: Final = Invented(
    "Esi Invented", "supervisor", "The second person where two are asked for. Checks no conflicts."
)

STAFF: Final = (LAWYER, COLLEAGUE, ADMINISTRATOR, AUDITOR, SECOND)


def prepare_staff(connection: Connection, data_dir: Path) -> Mapping[str, str]:
    """Add whoever is missing, with the keys in `data_dir`; return staff ids by name."""
    now = int(time.time())
    known = {person.name: person for person in people.people(connection)}
    files = {
        LAWYER.name: identity_path(data_dir),
        COLLEAGUE.name: colleague_path(data_dir),
        SECOND.name: second_path(data_dir),
    }
    found = {}
    for one in STAFF:
        person = known.get(one.name) or people.add(connection, now, "sandbox", one.name, one.role)
        found[one.name] = person.staff_id
        file = files.get(one.name)
        # A folder of an earlier release lacks keys: then Ben or Esi reads nothing.
        if file is not None and file.exists() and not person.reader_key:
            key = open_identity(file, PASSPHRASE).public_key
            wrapped = Wrapped("reader", key, file.read_bytes())
            identities.keep(connection, now, person.staff_id, wrapped)
    return found
