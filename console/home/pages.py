"""`/`: each role begins where its work is."""

from http import HTTPStatus
from typing import Final

from starlette.responses import RedirectResponse, Response

from console.access import Right, may
from console.page import Page, Visit

_BEGINS: Final = ((Right.TRIAGE, "/monday"), (Right.PEOPLE, "/people"), (Right.AUDIT, "/audit"))


def home(visit: Visit) -> Response:
    """Send everybody to the page where her role's work begins."""
    for right, path in _BEGINS:
        if may(visit.person.role, right):
            return RedirectResponse(path, HTTPStatus.SEE_OTHER)
    return RedirectResponse("/account", HTTPStatus.SEE_OTHER)


PAGES: Final = (Page("/", home, Right.ACCOUNT),)
