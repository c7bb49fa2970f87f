"""The invented team of tests/contracts/casework.py at their browsers, already signed in."""

from datetime import UTC, datetime, time

import httpx
from sqlalchemy import Engine

from console.cookies import SESSION
from console.office import Office
from flows.loading import load_flow
from intake.casework import Actor
from intake.staff import sessions
from tests.console.staffing import ORIGIN, Clock, Staff
from tests.contracts.casework import TODAY, Store, team

NOON = int(datetime.combine(TODAY, time(12), tzinfo=UTC).timestamp())


def opened(engine: Engine, clock: Clock) -> tuple[Store, Office]:
    """Return a store with the team in it, and the office that serves it, at noon of TODAY."""
    clock.at = NOON
    store = Store.at(engine)
    return store, Office(
        engine=engine,
        team=team(),
        queues=load_flow().flow.queues,
        origin=ORIGIN,
        passkey_name="console.example.org",
        clock=clock,
    )


def at_desk(office: Office, actor: Actor) -> Staff:
    """Return this person with a session that has just begun."""
    with office.engine.begin() as connection:
        cookie = sessions.begin(connection, office.now(), actor.staff_id)
    staff = Staff(office, staff_id=actor.staff_id, token=sessions.token_of(cookie))
    jar = httpx.Cookies()
    jar.set(SESSION, cookie, domain="console.example.org", path="/")
    staff.client.cookies = jar
    return staff
