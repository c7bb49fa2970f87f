import dataclasses
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine, event

from console.office import Office
from intake.staff import people
from tests.console.authenticator import Authenticator
from tests.console.staffing import Staff, signed_in


@contextmanager
def heard(engine: Engine) -> Iterator[list[str]]:
    """Yield what the store is asked for while the block lasts."""
    statements: list[str] = []

    def hear(*given: object) -> None:
        statements.append(str(given[2]))

    event.listen(engine, "before_cursor_execute", hear)
    yield statements
    event.remove(engine, "before_cursor_execute", hear)


async def tried(office: Office, passkey: Authenticator) -> tuple[int, dict[str, str], list[str]]:
    """Return status, words and the store's work of one try."""
    staff = Staff(office, "203.0.113.7", passkey)
    with heard(office.engine) as statements:
        answer = await staff.sign_in()
    return answer.status_code, answer.json(), statements


async def test_a_known_passkey_and_an_unknown_one_are_answered_alike(office: Office) -> None:
    """Unknown, wrong key, wrong site: the same words, and the same work for the store."""
    ada = await signed_in(office)
    unknown = await tried(office, Authenticator(user=bytes(16)))
    wrong_key = await tried(office, dataclasses.replace(ada.passkey, key=Authenticator().key))
    wrong_site = await tried(office, dataclasses.replace(ada.passkey, site="example.org"))
    assert unknown == wrong_key == wrong_site
    assert unknown[0] == 403
    assert len(unknown[2]) > 5


async def test_other_work_would_be_found(office: Office) -> None:
    """The check sees when a disabled person's own passkey makes the store do more."""
    ada = await signed_in(office)
    unknown = await tried(office, Authenticator())
    with office.engine.begin() as connection:
        people.disable(connection, office.now(), "terminal", ada.staff_id)
    disabled = await tried(office, ada.passkey)
    assert disabled[:2] == unknown[:2]
    assert disabled[2] != unknown[2]


async def test_she_reads_of_refused_tries_with_her_passkey(office: Office) -> None:
    """Her account page says when somebody used what should have been her passkey."""
    ada = await signed_in(office)
    assert "Refused sign-ins" not in (await ada.get("/account")).text
    await tried(office, dataclasses.replace(ada.passkey, key=Authenticator().key))
    assert "Refused sign-ins" in (await ada.get("/account")).text
