"""What a script sends about a report, read strictly: anything else is no request of our pages."""

import base64
import binascii
from datetime import date
from http import HTTPStatus
from typing import NoReturn, TypeVar

from console.faults import Refused
from console.page import Visit

_Choice = TypeVar("_Choice", bound=str)

_LONGEST_NUMBER = 9


def report_id(visit: Visit) -> str:
    """Return the id in the path. Whether there is such a report is the store's to say."""
    return str(visit.request.path_params["id"])


def word(visit: Visit, name: str) -> str:
    """Return a field that must be there and not be empty."""
    return visit.fields.get(name, "") or _unreadable(visit)


def chosen(visit: Visit, name: str, choices: tuple[_Choice, ...]) -> _Choice:
    """Return a field that is one of a fixed list."""
    given = word(visit, name)
    return given if given in choices else _unreadable(visit)


def several(visit: Visit, name: str) -> tuple[str, ...]:
    """Return the values of a list; an empty or missing one has none."""
    return tuple(value for value in visit.lists.get(name, ()) if value)


def seen(visit: Visit) -> int:
    """Return the version of the case that her page showed."""
    given = word(visit, "seen")
    if not (given.isascii() and given.isdecimal() and len(given) <= _LONGEST_NUMBER):
        return _unreadable(visit)
    return int(given)


def yes_or_no(visit: Visit, name: str) -> bool:
    """Return JSON's true or false."""
    return chosen(visit, name, ("true", "false")) == "true"


def data(visit: Visit, name: str) -> bytes:
    """Return what was sent in base64."""
    try:
        return base64.b64decode(word(visit, name), validate=True)
    except (binascii.Error, ValueError):
        return _unreadable(visit)


def day(visit: Visit, name: str) -> date:
    """Return a day, sent as `2026-11-22`."""
    try:
        return date.fromisoformat(word(visit, name))
    except ValueError:
        return _unreadable(visit)


def text(value: bytes) -> str:
    """Return bytes in base64, as JSON carries them."""
    return base64.b64encode(value).decode("ascii")


def _unreadable(visit: Visit) -> NoReturn:
    raise Refused(HTTPStatus.BAD_REQUEST, "body", visit.visitor) from None


def fresh(visit: Visit) -> None:
    """Refuse unless the passkey was used within five minutes; the page then asks for it."""
    if visit.session is None or not visit.session.fresh(visit.at):
        raise Refused(HTTPStatus.FORBIDDEN, "step_up", visit.person)
