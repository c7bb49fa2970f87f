"""Reports as a page gets them from the store, and a worker that may open them."""

import base64

from playwright.async_api import Page

from intake import age
from intake.boundary import Triage, envelope_hash
from tests.intake.sample import triage


async def hold(page: Page, identity: age.Identity, purpose: str = "reader") -> None:
    """Give the page's worker a private key, plain."""
    given = [purpose, identity.as_line()]
    await page.evaluate("([purpose, line]) => client.unlock(purpose, line, '')", given)


def stored(envelope: bytes, columns: Triage | None = None, **changes: object) -> dict[str, object]:
    """Return what a page gets of a report, as JSON can carry it."""
    return {
        "id": (columns or triage()).report_id,
        "envelope": base64.b64encode(envelope).decode(),
        "hash": envelope_hash(envelope).hex(),
        "triage": {**(columns or triage()).as_dict(), **changes},
    }
