"""What leaves this desk: a referral, a report sealed to a colleague, a copy."""

from datetime import UTC, datetime
from typing import Final, Literal, get_args

from starlette.responses import JSONResponse, Response

from console.access import Right
from console.page import Page, Visit
from console.report.choices import REFERRED
from console.report.fields import chosen, data, report_id, seen, word, yes_or_no
from console.working import at_work
from intake.casework.conflict import may_open
from intake.casework.desk import Desk
from intake.casework.envelopes import Part, sealed_to_her
from intake.casework.notes import add_note
from intake.casework.refusing import Refused
from intake.casework.resealing import reseal
from intake.casework.standing import Standing, standing
from intake.casework.statuses import set_status
from intake.exports.watermark import watermark

CopyKind = Literal["json", "html", "print"]
KINDS: Final[tuple[CopyKind, ...]] = get_args(CopyKind)
PARTS: Final[tuple[Part, ...]] = get_args(Part)


def referring(visit: Visit) -> Response:
    """Refer the report to somebody outside, if its reporter agreed; to whom is a sealed note.

    The consent lies inside the envelope: the browser that opened it says so.
    """
    if not yes_or_no(visit, "consent"):
        raise Refused("consent", "The person did not agree that it is shared with another lawyer.")
    about = report_id(visit)
    with at_work(visit) as desk:
        old = _readable(desk, about)
        version = old.version
        if old.status != REFERRED or seen(visit) != version:
            version = set_status(desk, about, seen(visit), REFERRED)
        add_note(desk, about, "referral", data(visit, "sealed"))
        desk.record("referred", about)
    return JSONResponse({"version": version})


def resealing(visit: Visit) -> Response:
    """Keep the report as her browser sealed it to a colleague's key."""
    part, key = chosen(visit, "part", PARTS), word(visit, "key")
    with at_work(visit) as desk:
        version = reseal(desk, report_id(visit), part, key, data(visit, "sealed"))
    return JSONResponse({"version": version})


def copying(visit: Visit) -> Response:
    """Record that a copy is made, then say what stands on it; her browser makes the file."""
    kind, about = chosen(visit, "kind", KINDS), report_id(visit)
    with at_work(visit) as desk:
        _readable(desk, about)
        desk.record("printed" if kind == "print" else "exported", about, kind=kind)
    mark = watermark(visit.person.name, datetime.fromtimestamp(visit.at, tz=UTC))
    return JSONResponse({"watermark": mark.line})


def _readable(desk: Desk, about: str) -> Standing:
    old = standing(desk, about, to_change=True)
    if not may_open(old) or sealed_to_her(desk, old, card=False) is None:
        raise Refused("right", "Only who may open this report herself can hand it on.")
    return old


PAGES: Final = (
    Page("/reports/{id}/refer", referring, Right.ACT, "POST", about="report"),
    Page("/reports/{id}/reseal", resealing, Right.RESEAL, "POST", about="report", step_up=True),
    Page("/reports/{id}/export", copying, Right.EXPORT, "POST", about="report", step_up=True),
)
