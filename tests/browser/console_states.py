"""Every page of the console in the states that matter: locked, asked, opened, dialogs over it."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from playwright.async_api import Page, expect

from sandbox.reports.people import read_people

Who = Literal["", "Ada", "Ben", "Cleo", "Dai"]
Prepare = Callable[[Page], Awaitable[None]]

REPORTS: Mapping[str, str] = {person.id: person.report_id for person in read_people()}
RICH, URDU, UNCHECKED, OTHER = "robin", "gulab", "piano", "friend-of-alex"
"""Reports by their reporters: two with much to show, one that nobody has checked, one more."""


async def as_it_is(page: Page) -> None:
    """Leave the page as it comes."""
    await page.wait_for_load_state("networkidle")


async def lock(page: Page) -> None:
    """Take her keys away, as at the start of a day, and come back."""
    await page.evaluate("localStorage.clear()")
    await page.reload()
    await page.get_by_text("Your key is locked").or_(page.get_by_text("Unlock my key")).wait_for()


async def lines(page: Page) -> None:
    """Show a line of each report, and the filters."""
    await page.get_by_role("button", name="Show a line of each report").click()
    await expect(page.locator("tr [data-line]:not(:empty)").first).to_be_visible()
    await page.get_by_text("Filters", exact=True).click()
    await (
        page.locator("#unlocking", has_text="wait for their")
        .or_(page.locator("#unlocking", has_not_text="of"))
        .wait_for()
    )


async def lines_of_monday(page: Page) -> None:
    """Show a line of each report that cannot wait."""
    await page.get_by_role("button", name="Show a line of each report").click()
    await expect(page.locator("tr [data-line]:not(:empty)").first).to_be_visible()


async def check(page: Page) -> None:
    """Open the conflict card."""
    await page.get_by_role("button", name="Open the conflict card").click()
    await page.get_by_role("button", name="No conflict").wait_for()


async def opened(page: Page) -> None:
    """Show the report, whatever is behind a further tap too."""
    await _past_the_check(page)
    await page.get_by_role("button", name="Show the report").click()
    await page.get_by_role("heading", name="Making contact safely").wait_for()
    for closed in await page.locator("#account details > summary", has_text="Show this part").all():
        await closed.click()


async def everything_open(page: Page) -> None:
    """Show the report, and open every form under it."""
    await opened(page)
    await page.evaluate(
        "document.querySelectorAll('details').forEach((one) => { one.open = true; })"
    )


async def signed_out(page: Page) -> None:
    """Write a note after the session has ended: the dialog comes over the page."""
    await page.get_by_role("textbox", name="Note", exact=True).fill("Rang at ten.")
    await page.context.clear_cookies()
    await page.get_by_role("button", name="Keep the note").click()
    await page.get_by_role("dialog").wait_for()


async def patterns(page: Page) -> None:
    """Let the second person agree, then open and compare."""
    await page.get_by_role("button", name="Open the reports").click()
    await expect(page.locator("#progress-words")).to_contain_text("are open")


async def verified(page: Page) -> None:
    """Check the whole chain."""
    await page.get_by_role("button", name="Check the whole chain").click()
    await page.get_by_text("The chain is whole").wait_for()


async def sure(page: Page) -> None:
    """Ask whether somebody is to be disabled."""
    await page.get_by_role("button", name="Disable").first.click()
    await page.get_by_role("dialog").wait_for()


async def _past_the_check(page: Page) -> None:
    card = page.get_by_role("button", name="Open the conflict card")
    show = page.get_by_role("button", name="Show the report")
    await card.or_(show).first.wait_for()
    if await card.count():
        await check(page)
        await page.get_by_role("button", name="No conflict").click()
        await show.wait_for()


@dataclass(frozen=True, slots=True)
class State:
    """A page as somebody sees it. `path` is the route's own; `about` fills its `{id}`."""

    name: str
    path: str
    who: Who = "Ada"
    prepare: Prepare = as_it_is
    about: str = ""
    picture: bool = True

    @property
    def address(self) -> str:
        """Where it is."""
        return self.path.replace("{id}", REPORTS.get(self.about, ""))


REPORT = "/reports/{id}"
STATES = (
    State("sign-in", "/sign-in", ""),
    State("invitation", "/invitation", ""),
    State("monday", "/monday", prepare=lines_of_monday),
    State("queue-locked", "/queue", prepare=lock, picture=False),
    State("queue", "/queue", prepare=lines),
    State("report-locked", REPORT, prepare=lock, about=OTHER),
    State("report-check", REPORT, prepare=check, about=UNCHECKED),
    State("report", REPORT, prepare=opened, about=RICH),
    State("report-urdu", REPORT, prepare=opened, about=URDU),
    State("report-forms", REPORT, prepare=everything_open, about=RICH, picture=False),
    State("report-signed-out", REPORT, prepare=signed_out, about=RICH),
    State("patterns", "/patterns", prepare=patterns),
    State("retention", "/retention"),
    State("account", "/account"),
    State("keys", "/account/keys"),
    State("people", "/people", "Cleo"),
    State("people-sure", "/people", "Cleo", sure, picture=False),
    State("home", "/", "Cleo", picture=False),
    State("audit", "/audit", "Dai", verified),
    State("not-there", "/reports/0", picture=False),
)
NO_HTML = frozenset(
    {
        *("/queue/lines", "/reports/{id}/case", "/account/identities", "/account/half"),
        *("/sign-in/token", "/step-up", "/patterns/standing", "/patterns/not-same"),
    }
)
"""Routes that scripts ask and nobody looks at."""
