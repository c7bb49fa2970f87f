import asyncio
import dataclasses

import pytest
from sqlalchemy import select

from console.cookies import CEREMONY, SESSION
from console.office import Office
from intake.audit.reading import newest_links
from intake.staff import people, sessions
from intake.tables import challenges
from intake.tables import sessions as session_rows
from tests.console.authenticator import Authenticator
from tests.console.staffing import Clock, Staff, invited, signed_in


def acts(office: Office) -> list[str]:
    """Return what the audit chain holds, the newest first."""
    with office.engine.begin() as connection:
        return [link.act for link in newest_links(connection, 50)]


async def test_an_invitation_enrols_and_lets_in(office: Office) -> None:
    """Whoever uses her one-time link has a passkey and a session, on the audit chain."""
    ada = await signed_in(office)
    assert (await ada.get("/step-up")).json() == {"fresh": True, "person": ada.staff_id}
    assert acts(office) == ["sign_in", "enrolled", "invited"]


async def test_a_passkey_signs_in_and_out(office: Office) -> None:
    """A session begins with the passkey and ends on the server with signing out."""
    ada = await signed_in(office)
    before = ada.client.cookies[SESSION]
    left = await ada.submit("/sign-out")
    assert (left.status_code, left.headers["location"]) == (303, "/sign-in")
    assert left.headers["clear-site-data"] == '"cache", "storage"'
    assert SESSION not in ada.client.cookies
    ada.client.cookies.set(SESSION, before, domain="console.example.org")
    assert (await ada.get("/step-up", script=True)).status_code == 401
    ada.client.cookies.clear()
    assert (await ada.sign_in()).json()["person"] == ada.staff_id
    assert ada.client.cookies[SESSION] != before
    assert acts(office)[:2] == ["sign_in", "sign_out"]


async def test_signing_out_of_the_demonstration_is_no_dead_end(office: Office) -> None:
    """Invented people have no passkeys: where one is asked for, a link leads to choosing again."""
    way_in = 'href="/demonstration"'
    assert way_in not in (await Staff(office).get("/sign-in")).text
    invented = dataclasses.replace(office, demonstration=True)
    assert way_in in (await Staff(invented).get("/sign-in")).text


async def test_a_new_sign_in_has_a_new_id_and_ends_the_old_one(office: Office) -> None:
    """The session's id changes at each sign-in, and what a thief copied before is worth nothing."""
    ada = await signed_in(office)
    before = ada.client.cookies[SESSION]
    assert (await ada.sign_in()).status_code == 200
    assert ada.client.cookies[SESSION] != before
    with office.engine.begin() as connection:
        assert sessions.find(connection, office.now(), before) is None


async def test_the_cookies_can_be_read_and_sent_by_nobody_else(office: Office) -> None:
    """Both cookies are bound to the host, to TLS and to our own pages, and hidden from scripts."""
    staff_id, token = invited(office)
    ada = Staff(office, staff_id=staff_id)
    given = [(await ada.get("/sign-in")).headers["set-cookie"]]
    await ada.fetch_token()
    given += (await ada.ceremony("/invitation", invitation=token)).headers.get_list("set-cookie")
    for line in given:
        assert line.startswith(("__Host-candour=", "__Host-candour-sign-in="))
        assert {"Secure", "HttpOnly", "SameSite=strict", "Path=/"} <= set(line.split("; "))
        assert "omain=" not in line
    session = next(line for line in given if line.startswith(SESSION + "="))
    assert "Max-Age" not in session
    assert "expires" not in session
    # 256 bits, in letters of six bits.
    assert len(session.partition("=")[2].partition(";")[0]) == 43


@pytest.mark.parametrize(
    ("idle", "times", "alive"),
    [(15 * 60, 1, True), (15 * 60 + 1, 1, False), (14 * 60, 34, True), (14 * 60, 35, False)],
)
async def test_a_session_ends_when_it_is_idle_and_after_a_day(
    office: Office, clock: Clock, *, idle: int, times: int, alive: bool
) -> None:
    """A session ends after 15 minutes without a page, and after 8 hours in any case."""
    ada = await signed_in(office)
    for _ in range(times):
        clock.at += idle
        answer = await ada.get("/", script=True)
    assert (answer.status_code != 401) is alive


async def test_what_a_page_asks_by_itself_keeps_nobody_signed_in(
    office: Office, clock: Clock
) -> None:
    """A page left open ends like any other, although its script asks now and then."""
    ada = await signed_in(office)
    for _ in range(4):
        clock.at += 5 * 60
        answer = await ada.get("/step-up", script=True)
    assert answer.status_code == 401


@pytest.mark.parametrize("how", ["role", "disable"])
async def test_a_session_is_dead_at_once(office: Office, how: str) -> None:
    """A changed role and a disabled account end what is signed in, in the same second."""
    ada = await signed_in(office)
    with office.engine.begin() as connection:
        if how == "role":
            people.change_role(connection, office.now(), "terminal", ada.staff_id, "auditor")
        else:
            people.disable(connection, office.now(), "terminal", ada.staff_id)
    assert (await ada.get("/", script=True)).status_code == 401
    assert (await ada.sign_in()).status_code == (200 if how == "role" else 403)


async def test_half_a_sign_in_opens_nothing(office: Office) -> None:
    """Who has begun to sign in and not finished is nobody."""
    ada = await signed_in(office)
    other = Staff(office, passkey=ada.passkey)
    await other.fetch_token()
    assert (await other.post("/sign-in/begin")).status_code == 200
    other.client.cookies.set(SESSION, other.client.cookies[CEREMONY], domain="console.example.org")
    for path in ("/", "/step-up"):
        assert (await other.get(path, script=True)).status_code == 401
    assert (await other.post("/step-up/begin")).status_code == 401


async def test_a_challenge_counts_once_for_five_minutes_in_one_browser(
    office: Office, clock: Clock
) -> None:
    """An answer is worth nothing a second time, later, or in another browser."""
    ada = await signed_in(office)
    here, there = Staff(office, passkey=ada.passkey), Staff(office, passkey=ada.passkey)
    await here.fetch_token()
    await there.fetch_token()

    async def answered() -> dict[str, object]:
        begun = await here.post("/sign-in/begin")
        return {"credential": ada.passkey.get(begun.json()["options"])}

    answer = await answered()
    assert (await there.post("/sign-in/finish", answer)).status_code == 403
    assert (await here.post("/sign-in/finish", answer)).status_code == 200
    here.client.cookies.delete(SESSION)
    await here.fetch_token()
    assert (await here.post("/sign-in/finish", answer)).status_code == 403
    answer = await answered()
    clock.at += 5 * 60 + 1
    assert (await here.post("/sign-in/finish", answer)).status_code == 403
    answer = await answered()
    both = await asyncio.gather(*(here.post("/sign-in/finish", answer) for _ in range(2)))
    assert sorted(one.status_code for one in both) == [200, 403]
    with office.engine.begin() as connection:
        assert connection.execute(select(challenges)).all() == []
        assert connection.execute(select(session_rows.c.session_hash)).all() != []


@pytest.mark.parametrize(
    "wrong",
    [
        {"origin": "https://console.example.net"},
        {"site": "example.org"},
        {"verifies": False},
        {"key": Authenticator().key},
        {"credential_id": b"unknown" * 4},
        {"user": bytes(16)},
    ],
)
async def test_a_wrong_passkey_is_refused_in_the_same_words(
    office: Office, wrong: dict[str, object]
) -> None:
    """Wrong site, no PIN, wrong key, unknown passkey, somebody else's name: one answer for all."""
    ada = await signed_in(office)
    thief = Staff(office, passkey=dataclasses.replace(ada.passkey, **wrong))  # type: ignore[arg-type]  # one field at a time
    answer = await thief.sign_in()
    assert answer.status_code == 403
    assert answer.json()["fault"] == "This passkey was not accepted"
    assert SESSION not in thief.client.cookies
    assert acts(office)[0] == "sign_in_refused"


async def test_a_copied_passkey_is_noticed(office: Office) -> None:
    """A count that went back, or stood still, says that there are two of this passkey."""
    ada = await signed_in(office)
    copy = Staff(office, passkey=dataclasses.replace(ada.passkey))
    assert (await ada.sign_in()).status_code == 200
    assert (await copy.sign_in()).status_code == 403
    assert (await ada.sign_in()).status_code == 200


async def test_a_passkey_that_does_not_count_signs_in(office: Office) -> None:
    """Passkeys that are copied between one's own devices always say 0."""
    _, token = invited(office)
    ada = Staff(office, passkey=Authenticator(counts=False))
    await ada.enrol(token)
    assert (await ada.sign_in()).status_code == 200
    assert (await ada.sign_in()).status_code == 200


@pytest.mark.parametrize(
    "credential",
    [None, "", "x", 5, [], {}, {"id": "AA", "rawId": "AA", "type": "public-key", "response": {}}],
)
async def test_nonsense_is_refused(office: Office, credential: object) -> None:
    """What is no answer of a passkey is refused like a wrong one."""
    ada = await signed_in(office)
    for path, expected in (("/sign-in", 403), ("/invitation", 403)):
        await ada.post(f"{path}/begin")
        answer = await ada.post(f"{path}/finish", {"credential": credential})
        assert answer.status_code == expected


async def test_nobody_else_signs_in_on_an_open_page(office: Office, clock: Clock) -> None:
    """A page that was made for one person is not handed to another by signing in over it."""
    ada, ben = await signed_in(office), await signed_in(office, "Ben")
    clock.at += 16 * 60
    assert (await ben.sign_in(again=ada.staff_id)).status_code == 403
    assert (await ada.sign_in(again=ada.staff_id)).status_code == 200
