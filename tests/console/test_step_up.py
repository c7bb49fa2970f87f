import pytest

from console.app import make_app
from console.office import Office
from intake.staff import people
from intake.staff.sessions import STEP_UP_SECONDS
from tests.console.staffing import Clock, Staff, signed_in

CHANGE = "/account/passkeys/begin"


async def test_a_fresh_touch_counts_for_five_minutes(office: Office, clock: Clock) -> None:
    """What asks for step-up is refused, with the header, once the touch is older than that."""
    ada = await signed_in(office)
    clock.at += STEP_UP_SECONDS
    assert (await ada.post(CHANGE)).status_code == 200
    clock.at += 1
    refused = await ada.post(CHANGE)
    assert (refused.status_code, refused.headers["candour-step-up"]) == (403, "required")
    assert (await ada.get("/step-up")).json()["fresh"] is False
    assert (await ada.step_up()).status_code == 200
    assert (await ada.post(CHANGE)).status_code == 200


async def test_somebody_elses_passkey_is_no_step_up(office: Office, clock: Clock) -> None:
    """A colleague at the same desk cannot lift a refusal with her own passkey."""
    ada, ben = await signed_in(office), await signed_in(office, "Ben")
    clock.at += STEP_UP_SECONDS + 1
    mine, ada.passkey = ada.passkey, ben.passkey
    assert (await ada.step_up()).status_code == 403
    assert (await ada.post(CHANGE)).status_code == 403
    ada.passkey = mine
    assert (await ada.step_up()).status_code == 200


async def test_the_answer_to_a_sign_in_is_no_step_up(office: Office, clock: Clock) -> None:
    """A challenge counts for what it was made for."""
    ada = await signed_in(office)
    clock.at += STEP_UP_SECONDS + 1
    begun = await ada.post("/sign-in/begin")
    credential = ada.passkey.get(begun.json()["options"])
    answer = await ada.post("/step-up/finish", {"credential": credential})
    assert answer.status_code == 403


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Candour_Token": ""}, 403),
        ({"Candour_Token": "0" * 64}, 403),
        ({"Origin": "https://console.example.net"}, 403),
        ({"Origin": ""}, 403),
        ({"Origin": "null", "Sec_Fetch_Site": "cross-site"}, 403),
        ({"Origin": "null", "Sec_Fetch_Site": ""}, 403),
        ({"Origin": "null"}, 200),
        ({"Sec_Fetch_Site": "cross-site"}, 403),
        ({"Sec_Fetch_Site": "same-site"}, 403),
    ],
)
async def test_only_our_own_pages_change_something(
    office: Office, headers: dict[str, str], status: int
) -> None:
    """Without our token, or from another place, nothing is changed."""
    ada = await signed_in(office)
    assert (await ada.post("/account/sessions/end", **headers)).status_code in {status, 303}
    assert (await ada.post("/step-up/begin", **headers)).status_code == status
    signed_out = await ada.post("/sign-out", **headers)
    assert signed_out.status_code == (303 if status == 200 else 403)


async def test_a_token_of_another_session_is_foreign(office: Office) -> None:
    """A colleague's token changes nothing in my session."""
    ada, ben = await signed_in(office), await signed_in(office, "Ben")
    assert (await ada.post("/step-up/begin", Candour_Token=ben.token)).status_code == 403


async def test_a_dead_session_is_told_before_its_token(office: Office) -> None:
    """A script learns that it is signed out, so that it can ask her to sign in over the page."""
    ada = await signed_in(office)
    with office.engine.begin() as connection:
        people.disable(connection, office.now(), "terminal", ada.staff_id)
    answer = await ada.post("/step-up/begin")
    assert (answer.status_code, answer.json()["fault"]) == (401, "You are signed out")
    # A page is sent to the sign-in.
    page = await ada.get("/account")
    assert (page.status_code, page.headers["location"]) == (303, "/sign-in")


def test_an_office_does_not_show_its_key(office: Office) -> None:
    """What guards the counted tries is in no log."""
    assert office.tries_key.hex() not in repr(office)
    assert "tries_key" not in repr(office)
    assert make_app(office) is not None
    assert Staff(office).client is not None
