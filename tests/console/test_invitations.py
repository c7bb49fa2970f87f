import pytest

from console.office import Office
from intake.audit.reading import newest_links
from intake.staff import inviting, passkeys, people
from intake.staff.inviting import CannotInvite
from tests.console.staffing import Clock, Staff, invited, signed_in


async def test_a_link_works_once(office: Office) -> None:
    """Whoever finds a used link enrols nothing with it."""
    _, token = invited(office)
    assert (await Staff(office).enrol(token)).status_code == 200
    again = await Staff(office).enrol(token)
    assert (again.status_code, again.json()["fault"]) == (403, "This link does not work any more")


@pytest.mark.parametrize(("seconds", "status"), [(24 * 3600, 200), (24 * 3600 + 1, 403)])
async def test_a_link_works_for_a_day(
    office: Office, clock: Clock, seconds: int, status: int
) -> None:
    """After 24 hours a link is worth nothing."""
    _, token = invited(office)
    clock.at += seconds
    assert (await Staff(office).enrol(token)).status_code == status


async def test_a_newer_link_ends_the_older(office: Office) -> None:
    """A link that went astray ends as soon as another is made."""
    _, first = invited(office)
    _, second = invited(office)
    assert (await Staff(office).enrol(first)).status_code == 403
    assert (await Staff(office).enrol(second)).status_code == 200


async def test_a_link_enrols_nobody_else(office: Office) -> None:
    """What a browser answers to one person's link makes no passkey of another person."""
    ada, for_ada = invited(office)
    ben, for_ben = invited(office, "Ben", "administrator")
    thief = Staff(office)
    await thief.fetch_token()
    begun = await thief.post("/invitation/begin", {"invitation": for_ada})
    credential = thief.passkey.create(begun.json()["options"])
    for body in (
        {"invitation": for_ben, "credential": credential},
        {"invitation": for_ben, "credential": credential, "staff_id": ben, "person": ben},
    ):
        assert (await thief.post("/invitation/finish", body)).status_code == 403
    with office.engine.begin() as connection:
        assert passkeys.enrolled(connection) == frozenset()
    # And both links are still good for whom they are for.
    for token, person in ((for_ada, ada), (for_ben, ben)):
        staff = Staff(office)
        assert (await staff.enrol(token)).json()["person"] == person


async def test_nobody_enrols_somebody_elses_passkey_again(office: Office) -> None:
    """A passkey that is known here is not taken over by a second invitation."""
    ada = await signed_in(office)
    _, token = invited(office, "Ben", "administrator")
    ben = Staff(office, passkey=ada.passkey)
    assert (await ben.enrol(token)).status_code == 403
    ada.passkey.user = bytes.fromhex(ada.staff_id)
    assert (await ada.sign_in()).json()["person"] == ada.staff_id


async def test_who_is_disabled_uses_no_link(office: Office) -> None:
    """A link given before somebody was disabled opens nothing."""
    staff_id, token = invited(office)
    with office.engine.begin() as connection:
        people.disable(connection, office.now(), "terminal", staff_id)
    assert (await Staff(office).enrol(token)).status_code == 403


async def test_without_a_pin_no_passkey_is_made(office: Office) -> None:
    """A passkey that opens to whoever holds the device is refused."""
    _, token = invited(office)
    staff = Staff(office)
    staff.passkey.verifies = False
    assert (await staff.enrol(token)).status_code == 403


async def test_the_terminal_replaces_lost_passkeys(office: Office) -> None:
    """A new link from the terminal ends the old passkeys and sign-ins, and is on the chain."""
    ada = await signed_in(office)
    with office.engine.begin() as connection:
        with pytest.raises(CannotInvite, match="python -m console invite"):
            inviting.invite_again(connection, office.now(), ada.staff_id, ada.staff_id)
        assert passkeys.enrolled(connection) == {ada.staff_id}
    staff_id, token = invited(office)
    assert staff_id == ada.staff_id
    assert (await ada.get("/step-up", script=True)).status_code == 401
    assert (await ada.sign_in()).status_code == 403
    assert (await Staff(office).enrol(token)).json()["person"] == ada.staff_id
    with office.engine.begin() as connection:
        acts = [(link.who, link.act) for link in newest_links(connection, 10)]
    assert ("terminal", "passkey_removed") in acts
    assert ("terminal", "invited_again") in acts


async def test_a_stolen_passkey_ends_before_she_is_enabled_again(office: Office) -> None:
    """A disabled person's new link ends her passkeys at once, and works when she is enabled."""
    thief = await signed_in(office)
    with office.engine.begin() as connection:
        people.disable(connection, office.now(), "cleo", thief.staff_id)
        made = inviting.from_terminal(connection, office.now(), "Ada", "caseworker")
        assert (made.waits, passkeys.of_person(connection, thief.staff_id)) == (True, ())
    assert (await Staff(office, staff_id=thief.staff_id).enrol(made.token)).status_code == 403
    with office.engine.begin() as connection:
        people.enable(connection, office.now(), "cleo", thief.staff_id)
    assert (await thief.sign_in()).status_code == 403
    assert (await Staff(office, staff_id=thief.staff_id).enrol(made.token)).status_code == 200


@pytest.mark.parametrize("name", ["", "   ", "x" * 81, "a\u202eb", "a\x00b"])
def test_a_name_is_a_name(office: Office, name: str) -> None:
    """Nobody is added without a name, or with signs in it that turn words round."""
    with office.engine.begin() as connection, pytest.raises(CannotInvite, match="letters"):
        inviting.invite(connection, office.now(), "terminal", name, "auditor")


def test_two_people_have_two_names(office: Office) -> None:
    """The list never shows two people who cannot be told apart."""
    invited(office)
    with office.engine.begin() as connection, pytest.raises(CannotInvite, match="this name"):
        inviting.invite(connection, office.now(), "terminal", " Ada ", "auditor")


def test_the_terminal_changes_no_role(office: Office) -> None:
    """Another role for somebody known is an administrator's act, and is refused here."""
    invited(office)
    with office.engine.begin() as connection, pytest.raises(CannotInvite, match="--role casewor"):
        inviting.from_terminal(connection, office.now(), "Ada", "administrator")
