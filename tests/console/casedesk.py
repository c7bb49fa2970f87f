"""People with keys at an office, and sealed reports: for the tests of a report's page."""

import base64
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Literal

import httpx

from console.office import Office
from intake import age
from intake.audit import Link
from intake.audit.reading import all_links
from intake.boundary import ReceiptLock
from intake.envelope import seal
from intake.recipients import Recipient
from intake.staff import identities
from intake.staff.identities import Wrapped
from intake.store import SqlIntake
from tests.console.staffing import START, Staff, signed_in
from tests.intake.sample import conflict, summary, triage

TODAY = datetime.fromtimestamp(START, tz=UTC).date()
OURS, THEIRS = "3a" * 16, "3b" * 16
"""A report of the queue that Ada, Ben and Sue read, and one of a queue that they do not."""


@dataclass
class CaseDesk:
    """Ada (supervisor) checks for conflicts; Sue, another; Ben reads too; Kit reads nothing."""

    office: Office
    ada: Staff
    ben: Staff
    sue: Staff
    kit: Staff
    keys: dict[str, age.Identity]

    @property
    def everybody(self) -> tuple[Staff, ...]:
        """All four."""
        return (self.ada, self.ben, self.sue, self.kit)

    def links(self, report_id: str = OURS) -> list[Link]:
        """Return what the chain holds about a report."""
        with self.office.engine.begin() as connection:
            return [one for one in all_links(connection) if one.about == report_id]

    def acts(self, report_id: str = OURS) -> list[str]:
        """Return what was done with it."""
        return [one.act for one in self.links(report_id)]

    def sealed(self, words: str = "x") -> str:
        """Return sealed words, as a browser sends them."""
        return text(age.seal_to([self.keys["ada"].public_key], words.encode().ljust(1024)))

    async def case(self, who: Staff | None = None, report_id: str = OURS) -> dict[str, Any]:
        """Return the case as this person's page gets it."""
        answer = await (who or self.ada).get(f"/reports/{report_id}/case", script=True)
        assert answer.status_code == 200, answer.text
        loaded: dict[str, Any] = answer.json()
        return loaded

    async def act(self, who: Staff, path: str, **body: object) -> httpx.Response:
        """Act on our report, on its newest version unless the body says another."""
        if "seen" not in body:
            body["seen"] = (await self.case(who))["standing"]["version"]
        return await who.post(f"/reports/{OURS}/{path}", body)

    async def clear(self) -> None:
        """Check our report for conflicts: there is none."""
        answer = await self.act(self.ada, "finding", finding="clear")
        assert answer.status_code == 200, answer.text


def text(value: bytes) -> str:
    """Return bytes in base64."""
    return base64.b64encode(value).decode()


async def case_desk(bare: Office) -> CaseDesk:
    """Return a desk on this office, with one report of ours and one of others."""
    keys = {name: age.new_identity() for name in ("ada", "checker", "ben", "sue", "kit", "spare")}
    public = {name: Recipient(name, key.public_key) for name, key in keys.items()}
    spare = replace(public["spare"], recovery=True)
    queues = {
        "default": (public["ada"], public["ben"], public["sue"], spare),
        "Q10_MINOR_NOW": (spare,),
    }
    team = replace(bare.team, queues=queues, conflict=(public["checker"], spare))
    office = replace(bare, team=team)
    people: dict[str, Staff] = {}
    roles: dict[str, Literal["supervisor", "caseworker"]] = {
        "ada": "supervisor",
        "ben": "caseworker",
        "sue": "supervisor",
    }
    for name in ("ada", "ben", "sue", "kit"):
        person = await signed_in(office, name.title(), roles.get(name, "caseworker"))
        mine = {"reader": keys[name]} | ({"conflict": keys["checker"]} if name == "ada" else {})
        with office.engine.begin() as connection:
            for purpose, key in mine.items():
                file = b"-----BEGIN AGE ENCRYPTED FILE-----\n"
                wrapped = Wrapped(purpose, key.public_key, file)  # type: ignore[arg-type]  # keys of a dict
                identities.keep(connection, START, person.staff_id, wrapped)
        people[name] = person
    intake = SqlIntake(office.engine, b"secret", lambda: TODAY)
    for report_id, queue in ((OURS, "Q3_MET_CORE"), (THEIRS, "Q10_MINOR_NOW")):
        columns = triage(report_id, queue=queue)
        sealed = seal(summary(columns), conflict(), team.recipients_for(queue))
        intake.submit(columns, sealed, ReceiptLock("123456", report_id.encode()))
    return CaseDesk(office, **people, keys=keys)
