"""Letting people in: who may give a link to whom, and what becomes of what they had.

A new link for somebody who has used her first one is the way to become her. So an administrator
gives one only to those who never enrolled; for a lost passkey it takes the operator, at a terminal
of the server (docs/decisions/0016).
"""

import difflib
from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection

from intake.audit import record
from intake.staff import invitations, passkeys, people, sessions
from intake.staff.people import TERMINAL, Role

LONGEST_NAME = 80
"""Characters."""


class CannotInvite(Exception):  # noqa: N818 - told to staff as it stands
    """No link is made; the sentence says why, and the remedy."""


@dataclass(frozen=True, slots=True)
class Made:
    """A link's secret, and whether the person was known before."""

    staff_id: str
    token: str = field(repr=False)
    known: bool = False
    waits: bool = False
    """She is disabled: the link works as soon as an administrator enables her."""


def invite(connection: Connection, at: int, by: str, name: str, role: Role) -> Made:
    """Add a person and return her link. Raises CannotInvite."""
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise CannotInvite(f"A name has 1 to {LONGEST_NAME} letters.")
    if any(one.name == name for one in people.people(connection)):
        raise CannotInvite("Somebody has this name already. Add something that tells them apart.")
    person = people.add(connection, at, by, name, role)
    return Made(person.staff_id, invitations.invite(connection, at, person.staff_id))


def invite_again(connection: Connection, at: int, by: str, staff_id: str) -> Made:
    """Give a new link to a person who never used hers. Raises CannotInvite, NoSuchPerson."""
    person = people.person(connection, staff_id)
    if not person.enabled:
        raise CannotInvite("This person may not sign in. Enable them first.")
    if passkeys.of_person(connection, staff_id):
        raise CannotInvite(
            "This person has a passkey. If it is lost, your operator makes a new link on the "
            "server: python -m console invite."
        )
    token = invitations.invite(connection, at, staff_id)
    record(connection, at, by, "invited_again", staff_id)
    return Made(staff_id, token, known=True)


def from_terminal(
    connection: Connection, at: int, name: str, role: Role, *, new: bool = False
) -> Made:
    """Give a link to somebody known, whose passkeys end with it, or to somebody `new`.

    Somebody disabled stays so: a stolen passkey is to be gone before she is enabled again.
    The first person of all is new in any case. Raises CannotInvite.
    """
    wanted = " ".join(name.split())
    everybody = people.people(connection)
    known = next((one for one in everybody if one.name == wanted), None)
    if new or not everybody:
        return invite(connection, at, TERMINAL, name, role)
    if known is None:
        raise CannotInvite(_nobody(wanted, [one.name for one in everybody]))
    if known.role != role:
        raise CannotInvite(
            f"{known.name} is known as {known.role}. Say --role {known.role}; an administrator "
            "changes roles in the console."
        )
    passkeys.remove_all(connection, at, TERMINAL, known.staff_id)
    sessions.end_all(connection, known.staff_id)
    token = invitations.invite(connection, at, known.staff_id)
    record(connection, at, TERMINAL, "invited_again", known.staff_id)
    return Made(known.staff_id, token, known=True, waits=not known.enabled)


def _nobody(wanted: str, names: Sequence[str]) -> str:
    """Say that nobody has this name: a slip must not make a second person of somebody known."""
    folded = {name.casefold(): name for name in names}
    near = difflib.get_close_matches(wanted.casefold(), folded, n=1)
    there = f" {folded[near[0]]} is." if near else ""
    return f"Nobody here is called {wanted!r}.{there} For somebody new, add --new."
