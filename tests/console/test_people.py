import asyncio

import pytest

from console.access import ROLES, Right
from console.office import Office
from console.people.rights import WORDS, rows
from intake.staff import governing, people
from intake.staff.governing import CannotChange
from intake.staff.people import ROLES as EVERY_ROLE
from tests.console.staffing import Clock, Staff, invited, signed_in


def person(office: Office, staff_id: str) -> people.Person:
    """Return somebody as the store has her now."""
    with office.engine.begin() as connection:
        return people.person(connection, staff_id)


async def test_an_administrator_invites(office: Office) -> None:
    """The link is shown once, on the page that made it, and lets in whom it is for."""
    ada = await signed_in(office, "Ada", "administrator")
    made = await ada.submit("/people/invite", name="Ben", role="auditor")
    assert made.status_code == 200
    token = made.text.partition("/invitation#")[2].partition("<")[0]
    assert token not in (await ada.get("/people")).text
    ben = Staff(office)
    staff_id = (await ben.enrol(token)).json()["person"]
    assert (person(office, staff_id).name, person(office, staff_id).role) == ("Ben", "auditor")


@pytest.mark.parametrize("role", ["caseworker", "supervisor", "auditor"])
async def test_nobody_else_does(office: Office, role: people.Role) -> None:
    """Who is no administrator sees no list and changes nobody."""
    ben_id, _ = invited(office, "Ben")
    ada = await signed_in(office, "Ada", role)
    assert (await ada.get("/people")).status_code == 403
    for path in ("/people/invite", *(f"/people/{ben_id}/{act}" for act in ("role", "disable"))):
        answer = await ada.submit(path, name="Cy", role="administrator")
        assert answer.status_code == 403
    assert person(office, ben_id).role == "caseworker"
    with office.engine.begin() as connection:
        assert len(people.people(connection)) == 2


@pytest.mark.parametrize("act", ["role", "disable", "enable", "invite"])
async def test_nobody_changes_herself(office: Office, act: str) -> None:
    """An administrator gives herself no role, no link, and does not shut herself out."""
    ada = await signed_in(office, "Ada", "administrator")
    answer = await ada.submit(f"/people/{ada.staff_id}/{act}", role="supervisor")
    assert answer.status_code == 409
    assert person(office, ada.staff_id).role == "administrator"
    assert person(office, ada.staff_id).enabled


async def test_one_administrator_always_stays(office: Office) -> None:
    """Of two who take each other's place at once, one stays."""
    ada = await signed_in(office, "Ada", "administrator")
    ben = await signed_in(office, "Ben", "administrator")
    await asyncio.gather(
        ada.submit(f"/people/{ben.staff_id}/disable"), ben.submit(f"/people/{ada.staff_id}/disable")
    )
    enabled = [person(office, one).enabled for one in (ada.staff_id, ben.staff_id)]
    assert sorted(enabled) == [False, True]


def test_the_last_administrator_is_not_changed_by_anybody(office: Office) -> None:
    """Not by a colleague whose session is from before, either."""
    ada, _ = invited(office, "Ada", "administrator")
    with office.engine.begin() as connection:
        with pytest.raises(CannotChange, match="last administrator"):
            governing.disable(connection, office.now(), "somebody", ada)
        with pytest.raises(CannotChange, match="last administrator"):
            governing.change_role(connection, office.now(), "somebody", ada, "auditor")


async def test_a_disabled_person_comes_back_with_her_passkey(office: Office) -> None:
    """Disabling ends her sign-ins at once; enabling lets her passkey in again."""
    ada = await signed_in(office, "Ada", "administrator")
    ben = await signed_in(office, "Ben")
    assert (await ada.submit(f"/people/{ben.staff_id}/disable")).status_code == 303
    assert (await ben.get("/step-up", script=True)).status_code == 401
    assert (await ben.sign_in()).status_code == 403
    assert (await ada.submit(f"/people/{ben.staff_id}/enable")).status_code == 303
    assert (await ben.sign_in()).status_code == 200


async def test_a_lost_passkey_is_not_replaced_from_here(office: Office) -> None:
    """An administrator makes no link for somebody who has a passkey: she could become her."""
    ada = await signed_in(office, "Ada", "administrator")
    ben = await signed_in(office, "Ben")
    answer = await ada.submit(f"/people/{ben.staff_id}/invite")
    assert answer.status_code == 409
    assert "python -m console invite" in answer.text
    assert "/invitation#" not in answer.text
    assert (await ben.sign_in()).status_code == 200


async def test_every_change_wants_a_fresh_touch(office: Office, clock: Clock) -> None:
    """Who finds an open browser lets nobody in."""
    ada = await signed_in(office, "Ada", "administrator")
    ben_id, _ = invited(office, "Ben")
    clock.at += 6 * 60
    for path in ("/people/invite", *(f"/people/{ben_id}/{act}" for act in ("role", "disable"))):
        answer = await ada.submit(path, name="Cy", role="auditor")
        assert answer.headers["candour-step-up"] == "required"
    assert person(office, ben_id).enabled


@pytest.mark.parametrize("path", ["/people/0/role", "/people/%2e%2e/disable", "/people/x/invite"])
async def test_who_is_not_there_is_not_there(office: Office, path: str) -> None:
    """An id that nobody has is told as a page that is not there."""
    ada = await signed_in(office, "Ada", "administrator")
    assert (await ada.submit(path, role="auditor")).status_code == 404


async def test_no_role_but_the_four(office: Office) -> None:
    """A role that is none is refused."""
    ada = await signed_in(office, "Ada", "administrator")
    answer = await ada.submit("/people/invite", name="Ben", role="root")
    assert answer.status_code == 400


async def test_the_table_of_rights_is_what_the_guard_goes_by(office: Office) -> None:
    """Each right has its line, in words, and each role's yes or no is the guard's own."""
    ada = await signed_in(office, "Ada", "administrator")
    text = (await ada.get("/people")).text
    assert set(WORDS) == set(Right) - {Right.OPEN}
    assert len(rows()) == len(WORDS)
    for right, line in zip(WORDS, rows(), strict=True):
        assert line.allowed == tuple(right in ROLES[role] for role in EVERY_ROLE)
        assert line.words in text
