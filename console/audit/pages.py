"""`/audit`: the chain, the newest first, and a check of the whole of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, Literal
from urllib.parse import urlencode

from sqlalchemy import Connection
from starlette.responses import Response

from console.access import Right
from console.alarm import alarm
from console.page import Page, Visit
from console.templates import render_for
from intake.alerts import AUDIT_BROKEN
from intake.audit import ACTS, Link, record
from intake.audit.checking import Findings, check
from intake.audit.reading import newest_links
from intake.staff import people

_ON_A_PAGE: Final = 100
_FILTERS: Final[tuple[Literal["about", "who", "act"], ...]] = ("about", "who", "act")


@dataclass(frozen=True, slots=True)
class Row:
    """One link in words."""

    number: int
    when: str
    who: str
    did: str
    about: str
    details: str


def chain(visit: Visit) -> Response:
    """Show the links, a page at a time."""
    return _page(visit)


def verify(visit: Visit) -> Response:
    """Check the whole chain, with the anchors that this machine can read."""
    found = check(visit.office.engine, visit.office.anchors)
    if found.unread or not found.whole:
        alarm(visit.office, AUDIT_BROKEN)
    return _page(visit, found)


def _page(visit: Visit, checked: Findings | None = None) -> Response:
    given = visit.request.query_params
    only = {name: given[name][:32] for name in _FILTERS if given.get(name)}
    before = given.get("before", "")
    with visit.office.engine.begin() as connection:
        names = _names(connection)
        links = newest_links(
            connection,
            _ON_A_PAGE,
            before=int(before[:9]) if before.isdecimal() else None,
            only=only,
        )
        record(connection, visit.at, visit.person.staff_id, "audit_viewed", links=len(links))
    older = {str(name): value for name, value in only.items()}
    if len(links) == _ON_A_PAGE:
        older["before"] = str(links[-1].number)
    return render_for(
        visit,
        "audit/chain.html",
        part="links",
        rows=[_row(link, names) for link in links],
        acts=sorted(ACTS.items()),
        people=sorted(names.items(), key=lambda pair: pair[1]),
        only=only,
        below=bool(before),
        older=f"/audit?{urlencode(older)}" if "before" in older else "",
        checked=checked,
    )


def _names(connection: Connection) -> dict[str, str]:
    return {person.staff_id: person.name for person in people.people(connection)}


def _row(link: Link, names: Mapping[str, str]) -> Row:
    details = [f"{_plain(key)}: {_value(value, names)}" for key, value in link.details.items()]
    return Row(
        number=link.number,
        when=f"{datetime.fromtimestamp(link.at, tz=UTC):%Y-%m-%d %H:%M:%S}",
        who=names.get(link.who, link.who),
        did=ACTS.get(link.act, link.act),
        about=names.get(link.about, link.about),
        details="; ".join(details),
    )


def _value(value: object, names: Mapping[str, str]) -> str:
    if isinstance(value, list):
        return ", ".join(_value(one, names) for one in value) or "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return names.get(str(value), _plain(str(value))) if value is not None else "none"


def _plain(key: str) -> str:
    return key.replace("_", " ")


PAGES: Final = (
    Page("/audit", chain, Right.AUDIT),
    Page("/audit/verify", verify, Right.AUDIT, "POST"),
)
