import dataclasses
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine, event

from console.office import Office
from intake.staff import people
from tests.console.authenticator import Authenticator
from tests.console.staffing import Clock, Staff, signed_in


@contextmanager
def heard(engine: Engine) -> Iterator[list[str]]:
    """Yield what the store is asked for while the block lasts."""
    statements: list[str] = []

    def hear(*given: object) -> None:
        statements.append(str(given[2]))

    event.listen(engine, "before_cursor_execute", hear)
    yield statements
    event.remove(engine, "before_cursor_execute", hear)


async def tried(
    office: Office, passkey: Authenticator, address: str = "203.0.113.7"
) -> tuple[int, dict[str, str], list[str]]:
    """Return status, words and the store's work of one try."""
    staff = Staff(office, address, passkey)
    with heard(office.engine) as statements:
        answer = await staff.sign_in()
    return answer.status_code, answer.json(), statements


async def test_every_wrong_passkey_is_answered_alike(office: Office) -> None:
    """Unknown, wrong key, wrong site, a disabled person's: the same words, the same statements."""
    ada, eve = await signed_in(office), await signed_in(office, "Eve")
    with office.engine.begin() as connection:
        people.disable(connection, office.now(), "terminal", eve.staff_id)
    unknown = await tried(office, Authenticator(user=bytes(16)))
    wrong_key = await tried(office, dataclasses.replace(ada.passkey, key=Authenticator().key))
    wrong_site = await tried(office, dataclasses.replace(ada.passkey, site="example.org"))
    disabled = await tried(office, eve.passkey)
    assert unknown == wrong_key == wrong_site == disabled
    assert unknown[0] == 403
    assert len(unknown[2]) > 5


async def test_the_fifth_try_from_many_places_is_answered_alike(
    office: Office, clock: Clock
) -> None:
    """The alarm about one account is no work that an unknown passkey would not make too."""
    ada = await signed_in(office)
    wrong = dataclasses.replace(ada.passkey, key=Authenticator().key)
    found = []
    # The first round raises the first alarm of all, which is other work than a later one.
    for passkey in (Authenticator(), wrong, Authenticator(user=bytes(16))):
        clock.at += 24 * 3600
        found.append([await tried(office, passkey, f"203.0.113.{one}") for one in range(6)])
    _, of_known, of_unknown = found
    assert of_known == of_unknown
    assert len(of_known[4][2]) > len(of_known[3][2])


async def test_other_work_would_be_found(office: Office) -> None:
    """The check sees that letting somebody in is other work than to refuse her."""
    ada = await signed_in(office)
    unknown = await tried(office, Authenticator())
    assert (await tried(office, ada.passkey))[2] != unknown[2]


async def test_she_reads_of_refused_tries_with_her_passkey(office: Office) -> None:
    """Her account page says when somebody used what should have been her passkey."""
    ada = await signed_in(office)
    assert "Refused sign-ins" not in (await ada.get("/account")).text
    await tried(office, dataclasses.replace(ada.passkey, key=Authenticator().key))
    assert "Refused sign-ins" in (await ada.get("/account")).text
