"""An invented team at an intake store, for the tests of what staff do with reports."""

from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sqlalchemy import Engine, func, insert, select

from intake.audit import Link
from intake.audit.reading import all_links
from intake.boundary import Word
from intake.casework import Actor, Casework, Desk, Role
from intake.commands.setting_up import MIGRATIONS
from intake.migrate import upgrade
from intake.recipients import Recipient
from intake.tables import identities, reports, staff
from intake.team import Team, read_team

TODAY = date(2026, 11, 25)
"""A Wednesday; the week began on Monday the 23rd."""
AT = 1_795_600_000
EXAMPLE = Path(__file__).parents[2] / "intake/example_team.toml"
ENVELOPE = b"age-encryption.org/v1\n".ljust(17_000, b"x")
SEALED = b"age-encryption.org/v1\n-> X25519 x\ny\n--- " + b"m" * 43 + b"\n" + b"s" * 60


def key(name: str) -> str:
    """Return an invented public key."""
    return "age1" + name.ljust(58, "0")


def person(name: str, role: Role, *, conflict: bool = False) -> Actor:
    """Return an invented person of the staff, whose keys bear her name."""
    staff_id = name.encode().hex().ljust(32, "0")
    return Actor(staff_id, name, role, key(name), key(name + "c") if conflict else "")


ANN = person("ann", "caseworker")
BEA = person("bea", "caseworker", conflict=True)
SUE = person("sue", "supervisor", conflict=True)
KIT = person("kit", "caseworker")
"""Reads the queue about children, and no other."""
ADA = person("ada", "administrator")
OLU = person("olu", "auditor")
EVERYBODY = (ANN, BEA, SUE, KIT, ADA, OLU)


def team() -> Team:
    """Return the team: all read what is nobody's own, Kit and Sue what is about children."""
    recovery = Recipient("Recovery", key("recovery"), recovery=True)

    def readers(*people: Actor) -> tuple[Recipient, ...]:
        return (*(Recipient(one.name, one.public_key) for one in people), recovery)

    return replace(
        read_team(EXAMPLE),
        queues={"default": readers(ANN, BEA, SUE, ADA, OLU), "Q10_MINOR_NOW": readers(KIT, SUE)},
        conflict=(
            Recipient("Bea", BEA.conflict_key),
            Recipient("Sue", SUE.conflict_key),
            recovery,
        ),
    )


@dataclass
class Store:
    """A store with the team's people in it."""

    engine: Engine
    casework: Casework

    @classmethod
    def at(cls, engine: Engine) -> "Store":
        """Return a new store on this engine."""
        upgrade(engine, MIGRATIONS)
        with engine.begin() as connection:
            for one in EVERYBODY:
                values = {"staff_id": one.staff_id, "name": one.name, "role": one.role}
                connection.execute(insert(staff).values(**values, created=0))
                for purpose, public in (("reader", one.public_key), ("conflict", one.conflict_key)):
                    if public:
                        connection.execute(
                            insert(identities).values(
                                staff_id=one.staff_id,
                                purpose=purpose,
                                public_key=public,
                                by_passphrase=b"w",
                                created=0,
                            )
                        )
        return cls(engine, Casework(engine, team()))

    def begin(
        self, actor: Actor, *, at: int = AT, today: date = TODAY
    ) -> AbstractContextManager[Desk]:
        """Open a desk on an invented day."""
        return self.casework.begin(actor, at, today)

    def arrive(self, number: int, **columns: object) -> str:
        """Let a report arrive; return its id."""
        report_id = f"{number:032x}"
        row = {
            "report_id": report_id,
            "received": TODAY,
            "queue": "Q3_MET_CORE",
            "priority": 2,
            "due_week": None,
            "language": "en",
            "consent_version": "2026-11",
            "envelope": ENVELOPE,
            "envelope_hash": b"h" * 32,
            "lookup": f"{number:06d}",
            "lock": number.to_bytes(32, "big"),
            "word": "arrived",
            **columns,
        }
        with self.engine.begin() as connection:
            connection.execute(insert(reports).values(**row))
        return report_id

    def next(self) -> str:
        """Let one more report arrive; return its id."""
        with self.engine.connect() as connection:
            number = connection.scalar(select(func.count(reports.c.report_id))) or 0
        return self.arrive(number)

    def word(self, report_id: str) -> Word:
        """Return the word that the reporter hears."""
        asked = select(reports.c.word).where(reports.c.report_id == report_id)
        with self.engine.connect() as connection:
            word: Word = connection.scalars(asked).one()
            return word

    def links(self) -> list[Link]:
        """Return the audit chain."""
        with self.engine.connect() as connection:
            return list(all_links(connection))

    def acts(self) -> list[str]:
        """Return what the audit chain says was done, in order."""
        return [link.act for link in self.links()]
