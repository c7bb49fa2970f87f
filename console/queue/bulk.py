"""`/queue/bulk`: what is safe to do with several reports at once: whose they are, and a label.

All of it or nothing. Status, words to a reporter and deletion are never done in bulk.
"""

import re
from collections.abc import Iterable
from http import HTTPStatus
from typing import Final

from starlette.responses import RedirectResponse, Response

from console.access import Right
from console.faults import Refused
from console.page import Page, Visit
from console.working import at_work
from intake.casework.assigning import assign, label

_SEEN: Final = re.compile(r"([0-9a-f]{32}):([0-9]{1,9})")
_NOBODY: Final = "nobody"


def bulk(visit: Visit) -> Response:
    """Assign and label the chosen reports, each as it stood when the page was made."""
    seen = _seen(visit.lists.get("seen", ()))
    with at_work(visit) as desk:
        if seen and (to := visit.fields.get("assignee")):
            seen = assign(desk, seen, None if to == _NOBODY else to)
        if seen and (one := visit.fields.get("label")):
            label(desk, seen, add=[one])
    return RedirectResponse("/queue", HTTPStatus.SEE_OTHER)


def _seen(given: Iterable[str]) -> dict[str, int]:
    """Read report ids with the version that the visitor saw."""
    found = [_SEEN.fullmatch(one) for one in given]
    if not all(found):
        raise Refused(HTTPStatus.BAD_REQUEST, "body")
    return {one[1]: int(one[2]) for one in found if one}


PAGES: Final = (Page("/queue/bulk", bulk, Right.ACT, "POST"),)
