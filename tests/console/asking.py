"""One request as a page of ours, or anybody else, would send it; and what the answer means."""

import json
from collections.abc import Mapping
from typing import Any, Final, Literal

import httpx

from console.page import Page
from tests.console import honest
from tests.console.staffing import ORIGIN
from tests.console.stage import Browser, Object, Stage

Meaning = Literal["in", "signed out", "role", "touch", "nothing", "fault"]
"""What an answer says: let in (whatever comes then), or why not."""

OURS: Final = {"Origin": ORIGIN, "Sec-Fetch-Site": "same-origin"}


async def ask(  # noqa: PLR0913 - each is one part of a request that a test sets wrong
    stage: Stage,
    page: Page,
    browser: Browser,
    which: Object = "own",
    *,
    fields: Mapping[str, Any] | None = None,
    headers: Mapping[str, str] | None = None,
    replace: bool = False,
    dest: str = "empty",
) -> httpx.Response:
    """Ask for a page with an honest body; `fields` are sent in its place.

    `headers` are sent beside what a page would send; with `replace` instead of all that tells ours.
    """
    sent = {"Sec-Fetch-Dest": dest}
    if browser.name:
        sent["Cookie"] = f"{browser.name}={browser.value}"
    if page.changes:
        sent |= {"Content-Type": "application/json"}
        sent |= {} if replace else OURS | {"Candour-Token": browser.token}
    sent |= headers or {}
    body = honest.body(stage, page, which) if fields is None else fields
    content = json.dumps(body).encode() if page.changes else None
    path = stage.path(page, which)
    stage.client.cookies.clear()
    raw = [(name.encode(), value.encode("latin-1")) for name, value in sent.items()]
    return await stage.client.request(page.method, path, headers=raw, content=content)


def meaning(answer: httpx.Response) -> Meaning:
    """Return what an answer says."""
    if answer.status_code >= 500:
        return "fault"
    sent_away = answer.headers.get("location") == "/sign-in"
    # Whoever signs out is sent there too, with everything of this site forgotten.
    if answer.status_code == 401 or (sent_away and "clear-site-data" not in answer.headers):
        return "signed out"
    if "candour-step-up" in answer.headers:
        return "touch"
    if answer.status_code == 403 and "Your role does not include this" in answer.text:
        return "role"
    if answer.status_code == 404 and "There is nothing here for you" in answer.text:
        return "nothing"
    return "in"
