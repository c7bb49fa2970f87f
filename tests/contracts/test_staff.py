"""Staff's rows on every store: what counts once counts once, however many come at a time."""

import secrets
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Engine, event, select

from intake.audit import verify
from intake.audit.reading import all_links
from intake.commands.setting_up import MIGRATIONS
from intake.migrate import upgrade
from intake.staff import ceremonies, governing, invitations, inviting, passkeys, people, sessions
from intake.staff import tries as failures
from intake.staff.governing import CannotChange
from intake.staff.passkeys import LastPasskey, Passkey
from intake.tables import sessions as session_rows
from tests.contracts.at_once import all_at_once

AT = 1_795_600_000
AT_ONCE = 4


@pytest.fixture(params=["sqlite", "postgresql"])
def store(
    request: pytest.FixtureRequest,
    new_address: Callable[[str], str],
    open_engine: Callable[..., Engine],
) -> Engine:
    engine = open_engine(new_address(request.param))
    upgrade(engine, MIGRATIONS)
    return engine


def added(store: Engine, name: str, role: people.Role = "administrator") -> str:
    """Add a person; return her staff id."""
    with store.begin() as connection:
        return people.add(connection, AT, "terminal", name, role).staff_id


def enrol(store: Engine, staff_id: str, count: int = 0) -> Passkey:
    """Give a person one more passkey."""
    made = Passkey(secrets.token_bytes(32), staff_id, b"key", count, AT)
    with store.begin() as connection:
        assert passkeys.add(connection, AT, made)
    return made


def test_from_the_link_to_the_session(store: Engine) -> None:
    """Invited, enrolled, found by her passkey, signed in, idle too long; the chain is whole."""
    with store.begin() as connection:
        made = inviting.invite(connection, AT, "terminal", "Ada", "caseworker")
        assert invitations.invited(connection, AT, made.token) == made.staff_id
        assert invitations.waiting(connection, AT) == {made.staff_id: AT + invitations.SECONDS}
        assert invitations.use(connection, AT, made.token)
        assert invitations.invited(connection, AT, made.token) is None
    passkey = enrol(store, made.staff_id)
    with store.begin() as connection:
        assert passkeys.claimed(connection, passkey.credential_id) == (passkey, True)
        assert passkeys.claimed(connection, b"unknown") == (None, False)
        cookie = sessions.begin(connection, AT, made.staff_id)
        assert sessions.find(connection, AT + sessions.IDLE_SECONDS, cookie)
        assert not sessions.find(connection, AT + 3 * sessions.IDLE_SECONDS, cookie)
        people.disable(connection, AT, "terminal", made.staff_id)
        assert passkeys.claimed(connection, passkey.credential_id) == (passkey, False)
        assert connection.execute(select(session_rows)).all() == []
        assert verify(all_links(connection), None) == ()


def test_a_link_enrols_once(store: Engine) -> None:
    """Of several who use one link in the same moment, one is let in."""
    with store.begin() as connection:
        token = inviting.invite(connection, AT, "terminal", "Ada", "auditor").token
    found = all_at_once(store, [lambda one: invitations.use(one, AT, token)] * AT_ONCE)
    assert (found.count(True), found.count(False)) == (1, AT_ONCE - 1)


def test_a_challenge_counts_once(store: Engine) -> None:
    """Of several answers to one challenge, one is looked at."""
    with store.begin() as connection:
        challenge = ceremonies.begin(connection, AT, "cookie", "sign_in")
    found = all_at_once(
        store, [lambda one: ceremonies.take(one, AT, "cookie", "sign_in")] * AT_ONCE
    )
    assert (found.count(challenge), found.count(None)) == (1, AT_ONCE - 1)


def test_a_copied_passkey_is_noticed_at_once(store: Engine) -> None:
    """Of several with the same count, one signs in."""
    passkey = enrol(store, added(store, "Ada"))
    found = all_at_once(store, [lambda one: passkeys.used(one, passkey, 1)] * AT_ONCE)
    assert (found.count(True), found.count(False)) == (1, AT_ONCE - 1)


def test_one_passkey_stays(store: Engine) -> None:
    """Whoever removes both of hers in the same moment, in two windows, keeps one."""
    ada = added(store, "Ada")
    first, second = (enrol(store, ada).credential_id for _ in range(2))
    found = all_at_once(
        store,
        [
            lambda one: passkeys.remove(one, AT, ada, first),
            lambda one: passkeys.remove(one, AT, ada, second),
        ],
    )
    assert [type(one) for one in found].count(LastPasskey) == 1
    with store.begin() as connection:
        assert len(passkeys.of_person(connection, ada)) == 1


def test_one_administrator_stays(store: Engine) -> None:
    """Two who take each other's rights away in the same moment: one of them does."""
    ada, ben = added(store, "Ada"), added(store, "Ben")
    found = all_at_once(
        store,
        [
            lambda one: governing.disable(one, AT, ada, ben),
            lambda one: governing.change_role(one, AT, ben, ada, "auditor"),
        ],
    )
    assert [type(each) for each in found].count(CannotChange) == 1
    with store.begin() as connection:
        left = [each for each in people.people(connection) if each.enabled]
    assert sum(each.role == "administrator" for each in left) == 1


def test_failures_are_counted_one_by_one(store: Engine) -> None:
    """Several in the same moment make 1, 2, 3...: the fifth, which raises the alarm, is met."""
    found = all_at_once(store, [lambda one: failures.note(one, AT, b"k" * 32, "source")] * 7)
    assert sorted(found) == [1, 2, 3, 4, 5, 6, 6]


def test_who_looks_too_early_would_be_found(store: Engine) -> None:
    """The check sees it on PostgreSQL, whose transactions run side by side, without the lock."""
    if store.dialect.name != "postgresql":
        return

    def unlocked(*given: Any) -> tuple[Any, Any]:  # noqa: ANN401 - SQLAlchemy's own
        return ("SELECT 1", {}) if "pg_advisory" in given[2] else (given[2], given[3])

    event.listen(store, "before_cursor_execute", unlocked, retval=True)
    found = all_at_once(store, [lambda one: failures.note(one, AT, b"k" * 32, "source")] * 7)
    assert sorted(found) != [1, 2, 3, 4, 5, 6, 6]
