"""Two lawyers with keys at a served console, and reports that are sealed to them."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from playwright.async_api import Browser, Page
from sqlalchemy import select, update

from console.office import Office
from console.signin.invitation import link
from intake import age
from intake.audit.reading import all_links
from intake.boundary import ReceiptLock, Triage
from intake.casework import Actor, Casework, Desk
from intake.envelope import seal
from intake.recipients import Recipient, Recipients
from intake.staff import identities, sessions
from intake.staff.identities import Purpose, Wrapped
from intake.store import SqlIntake
from intake.tables import approvals, cases, reports
from intake.team import Team
from tests.browser.served_console import DESK, served_console, window
from tests.console.staffing import START, Clock, invited
from tests.intake.sample import conflict, summary, triage

SUPERVISORS = {"Ada", "Sue", "Una"}
QUEUE = "Q3_MET_CORE"
PASSPHRASE = "four invented words here"
TODAY = datetime.fromtimestamp(START, tz=UTC).date()


@dataclass
class ReportDesk:
    """A served office: Ada (supervisor) checks for conflicts, Ben (caseworker) does not."""

    office: Office
    ada: age.Identity
    checker: age.Identity
    ben: age.Identity
    clock: Clock
    ids: dict[str, str] = field(default_factory=dict)
    others: dict[str, dict[Purpose, age.Identity]] = field(default_factory=dict)
    """Keys of further people by name: see SUPERVISORS, whoever else is a caseworker."""

    @property
    def recipients(self) -> Recipients:
        """Whom reports are sealed to."""
        return self.office.team.recipients_for(QUEUE)

    def place(
        self, report_id: str, /, *, checked: bool = True, queue: str = QUEUE, **changes: object
    ) -> Triage:
        """Put a sealed report into the store, checked for conflicts or not."""
        columns = replace(triage(report_id), queue=queue)
        sealed = seal(
            summary(columns, **changes), conflict(), self.office.team.recipients_for(queue)
        )
        return self.place_sealed(columns, sealed, checked=checked)

    def place_sealed(self, columns: Triage, sealed: bytes, *, checked: bool = True) -> Triage:
        """Put these very bytes into the store."""
        lock = ReceiptLock("123456", columns.report_id.encode())
        SqlIntake(self.office.engine, b"secret", lambda: TODAY).submit(columns, sealed, lock)
        if checked:
            with self.office.engine.begin() as connection:
                connection.execute(
                    cases.insert().values(
                        report_id=columns.report_id,
                        status="new",
                        conflict="clear",
                        conflict_by=self.ids.get("Ada", "0" * 32),
                        version=1,
                        clock_from=TODAY,
                        keep_longer=False,
                    )
                )
        return columns

    def alter(self, report_id: str, **columns: object) -> None:
        """Change the store behind the console's back."""
        here = reports.c.report_id == report_id
        with self.office.engine.begin() as connection:
            connection.execute(update(reports).where(here).values(**columns))

    def sign_out(self, name: str) -> None:
        """End this person's sessions, as time does."""
        with self.office.engine.begin() as connection:
            sessions.end_all(connection, self.ids[name])

    def version(self, report_id: str) -> int:
        """Return the newest version of a case."""
        asked = select(cases.c.version).where(cases.c.report_id == report_id)
        with self.office.engine.begin() as connection:
            return int(connection.scalar(asked) or 0)

    def act_as(self, name: str, act: Callable[[Desk], object]) -> None:
        """Do something in another person's name, as from another desk."""
        who = Actor(self.ids.get(name, "b" * 32), name, "caseworker", self.ben.public_key)
        with Casework(self.office.engine, self.office.team).begin(who, START, TODAY) as desk:
            act(desk)

    def agree(self) -> None:
        """Let a second person say yes to whatever was asked."""
        second, _ = invited(self.office, "Sue", "supervisor")
        said = {"answered_by": second, "answered": START, "granted": True}
        with self.office.engine.begin() as connection:
            connection.execute(update(approvals).values(**said, expires=START + 40_000))

    def acts(self, report_id: str) -> list[str]:
        """Return what the chain says was done with a report."""
        with self.office.engine.begin() as connection:
            return [one.act for one in all_links(connection) if one.about == report_id]

    @asynccontextmanager
    async def window(
        self,
        browser: Browser,
        name: str,
        size: tuple[int, int] = DESK,
        expected: tuple[str, ...] = (),
    ) -> AsyncIterator[Page]:
        """Open a window in which this person has just enrolled and signed in."""
        async with window(browser, self.office, size, expected) as page:
            role: Literal["supervisor", "caseworker"] = (
                "supervisor" if name in SUPERVISORS else "caseworker"
            )
            staff_id, token = invited(self.office, name, role)
            self.ids[name] = staff_id
            self._keep_keys(name)
            await page.goto(link(self.office.origin, token))
            await page.get_by_role("button", name="Make my passkey").click()
            await page.wait_for_url(f"{self.office.origin}/account")
            yield page

    async def unlock(self, page: Page, report_id: str) -> None:
        """Open a report's page and unlock the keys there."""
        await page.goto(f"{self.office.origin}/reports/{report_id}")
        await page.get_by_label("Passphrase of your key").fill(PASSPHRASE)
        await page.get_by_role("button", name="Unlock", exact=True).click()
        await page.get_by_text("Your key is unlocked.").wait_for(state="attached", timeout=60_000)

    def _keep_keys(self, name: str) -> None:
        known: dict[str, dict[Purpose, age.Identity]] = {
            "Ada": {"reader": self.ada, "conflict": self.checker},
            **self.others,
        }
        keys = known.get(name, {"reader": self.ben})
        with self.office.engine.begin() as connection:
            for purpose, key in keys.items():
                locked = age.lock_with_passphrase(f"{key.as_line()}\n".encode(), PASSPHRASE)
                wrapped = Wrapped(purpose, key.public_key, locked)
                identities.keep(connection, START, self.ids[name], wrapped)


@asynccontextmanager
async def report_desk(
    folder: Path, change: Callable[[Team], Team] = lambda team: team
) -> AsyncIterator[ReportDesk]:
    """Serve an office whose team are these two, and a recovery key of nobody; `change` adds."""
    ada, checker, ben, recovery = (age.new_identity() for _ in range(4))
    spare = Recipient("Recovery", recovery.public_key, recovery=True)
    clock = Clock()

    def ours(team: Team) -> Team:
        readers = (Recipient("Ada", ada.public_key), Recipient("Ben", ben.public_key), spare)
        checks = (Recipient("Ada", checker.public_key), spare)
        return change(replace(team, queues={"default": readers}, conflict=checks))

    async with served_console(folder, clock, team=ours) as office:
        yield ReportDesk(office, ada, checker, ben, clock)
