import dataclasses

import pytest

from console.office import Office
from console.signin.failing import MOST_EVERYWHERE
from intake.audit.reading import newest_links
from intake.staff import tries
from intake.tables import staff_alerts
from intake.tables import tries as rows
from tests.console.authenticator import Authenticator
from tests.console.staffing import Clock, Staff, invited, signed_in

HERS, ELSEWHERE = "192.0.2.1", "203.0.113.9"


def counted(office: Office, act: str) -> int:
    """Return how often this stands on the audit chain."""
    with office.engine.begin() as connection:
        return sum(link.act == act for link in newest_links(connection, 1000))


def alerts(office: Office) -> list[str]:
    """Return the kinds of alert that wait to be told."""
    with office.engine.begin() as connection:
        return [row.kind for row in connection.execute(staff_alerts.alerts.select())]


async def fail(office: Office, times: int, address: str, passkey: Authenticator) -> list[int]:
    """Try to sign in with what is not right; return the statuses."""
    staff = Staff(office, address, passkey)
    return [(await staff.sign_in()).status_code for _ in range(times)]


async def test_a_source_is_told_to_wait_after_five(office: Office, clock: Clock) -> None:
    """Five wrong tries in 15 minutes: the sixth is told to wait, until 15 minutes have passed."""
    assert await fail(office, 7, ELSEWHERE, Authenticator()) == [403] * 5 + [429] * 2
    assert await fail(office, 1, HERS, Authenticator()) == [403]
    clock.at += tries.SECONDS
    assert await fail(office, 1, ELSEWHERE, Authenticator()) == [403]


async def test_the_fifth_raises_an_alarm(office: Office) -> None:
    """An alarm stands on the chain once, not at every try that follows."""
    await fail(office, 4, ELSEWHERE, Authenticator())
    assert (counted(office, "many_sign_ins_refused"), alerts(office)) == (0, [])
    await fail(office, 20, ELSEWHERE, Authenticator())
    assert counted(office, "many_sign_ins_refused") == 1
    assert alerts(office) == ["sign_in_attempts"]


async def test_nobody_is_locked_out(office: Office) -> None:
    """A valid passkey signs in at once, whatever was tried on its account or from its address."""
    ada = await signed_in(office)
    wrong = dataclasses.replace(ada.passkey, key=Authenticator().key)
    await fail(office, 30, ELSEWHERE, wrong)
    await fail(office, 30, HERS, wrong)
    assert (await ada.sign_in()).status_code == 200
    near = Staff(office, ELSEWHERE, ada.passkey)
    assert (await near.sign_in()).status_code == 200


async def test_an_account_is_watched_over_many_sources(office: Office) -> None:
    """One try each from five addresses at one person's passkey is an alarm about her account."""
    ada = await signed_in(office)
    for number in range(5):
        wrong = dataclasses.replace(ada.passkey, key=Authenticator().key)
        await fail(office, 1, f"203.0.113.{number}", wrong)
    with office.engine.begin() as connection:
        alarm = next(
            link for link in newest_links(connection, 9) if link.act == "many_sign_ins_refused"
        )
    assert alarm.about == ada.staff_id


async def test_nobody_floods_the_chain(office: Office) -> None:
    """Refusals from ever new addresses are written down up to a number, then only counted."""
    for number in range(MOST_EVERYWHERE + 20):
        staff = Staff(office, f"198.51.{number // 250}.{number % 250}")
        await staff.fetch_token()
        assert (await staff.post("/sign-in/finish")).status_code == 403
    assert counted(office, "sign_in_refused") == MOST_EVERYWHERE


async def test_the_table_does_not_say_where_staff_sit(office: Office) -> None:
    """What is kept of a failed try is a hash under a key that is in no file."""
    await fail(office, 1, ELSEWHERE, Authenticator())
    with office.engine.begin() as connection:
        kept = [row.source for row in connection.execute(rows.select())]
        again = tries.note(connection, office.now(), bytes(32), f"source {ELSEWHERE}")
    assert all(len(one) == 32 for one in kept)
    assert again == 1


async def test_guessed_links_are_counted_too(office: Office) -> None:
    """Whoever tries out invitations is told to wait like whoever tries out passkeys."""
    staff = Staff(office, ELSEWHERE)
    await staff.fetch_token()
    statuses = [
        (await staff.post("/invitation/begin", {"invitation": f"guess{number}"})).status_code
        for number in range(6)
    ]
    assert statuses == [403] * 5 + [429]


async def test_answers_that_enrol_nobody_are_counted(office: Office) -> None:
    """With a link or signed in: who sends what is no new passkey is told to wait, and noted."""
    _, token = invited(office, "Ben")
    ben = Staff(office, ELSEWHERE, Authenticator(origin="https://console.example.net"))
    assert [(await ben.enrol(token)).status_code for _ in range(6)] == [403] * 5 + [429]
    assert counted(office, "sign_in_refused") == 5
    assert counted(office, "many_sign_ins_refused") == 1
    ada = await signed_in(office, "Ada")
    ada.passkey = Authenticator(site="example.org")
    statuses = [(await ada.ceremony("/account/passkeys")).status_code for _ in range(6)]
    assert statuses == [403] * 5 + [429]
    assert counted(office, "many_sign_ins_refused") == 2


@pytest.mark.parametrize("path", ["/sign-in/begin", "/sign-in/finish", "/invitation/begin"])
async def test_nothing_is_begun_without_our_page(office: Office, path: str) -> None:
    """Another site cannot sign anybody in or up: no cookie and token, no ceremony."""
    assert (await Staff(office).post(path)).status_code == 403
