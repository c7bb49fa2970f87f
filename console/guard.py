"""The one place where a request is let in: origin, token, session, right, step-up. Then its page.

What is refused changes nothing and is written to the audit chain.
"""

import json
import logging
import re
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Final
from urllib.parse import parse_qs

from sqlalchemy.exc import SQLAlchemyError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from console import headers
from console.access import Right, may
from console.cookies import CEREMONY, SESSION
from console.faults import Refused, fault_page
from console.office import Office
from console.page import LARGEST_BODY, Page, Visit
from console.telling import told
from intake.audit import record
from intake.boundary import TryLater
from intake.logs import tell_exception
from intake.staff import people, sessions
from intake.staff.people import Person

_log = logging.getLogger(__name__)

_OURS: Final = "same-origin"
_NO_TEXT: Final = re.compile("[\x00\ud800-\udfff]")
"""Half of a surrogate pair has no UTF-8; PostgreSQL keeps no zero byte. No page sends either."""

STEP_UP: Final = "Candour-Step-Up"
"""Header of a refusal that a fresh touch of the passkey would lift."""


def guarded(office: Office, page: Page) -> Callable[[Request], Awaitable[Response]]:
    """Return the route's function: it lets the request in and answers with the page."""

    async def answer(request: Request) -> Response:
        body = await _body(request)
        return await run_in_threadpool(_answer, office, page, request, body)

    return answer


def _answer(office: Office, page: Page, request: Request, body: bytes | None) -> Response:
    visit = None
    # One team for the whole request, whatever becomes of its file meanwhile.
    office = office.current()
    try:
        visit = _let_in(office, page, request, body)
        response = page.endpoint(visit)
        headers.put_on(response.headers, page.words)
    except Refused as refusal:
        return _refused(office, page, request, refusal)
    except (TryLater, SQLAlchemyError) as fault:
        _log.warning("a page could not be given: %s", type(fault).__name__)
        return fault_page(office, request, HTTPStatus.SERVICE_UNAVAILABLE)
    except Exception as fault:  # noqa: BLE001 - its text may hold what was typed: only its kind is told
        if (answer := told(office, request, fault)) is not None:
            if answer.status_code == HTTPStatus.NOT_FOUND:
                _record(office, page, visit.visitor if visit else None, "object")
            return answer
        _log.error("a page failed: %s", tell_exception(fault))
        return fault_page(office, request, HTTPStatus.INTERNAL_SERVER_ERROR)
    return response


def _let_in(office: Office, page: Page, request: Request, body: bytes | None) -> Visit:
    at = office.now()
    cookie = request.cookies.get(SESSION, "")
    _check_address(request)
    lists = _fields(request, body)
    if any(_NO_TEXT.search(text) for texts in lists.values() for text in texts):
        raise Refused(HTTPStatus.BAD_REQUEST, "body")
    fields = {name: values[0] for name, values in lists.items()}
    with office.engine.begin() as connection:
        session = None
        if cookie:
            session = sessions.find(connection, at, cookie, touch=page.keeps_session)
        visitor = people.person(connection, session.staff_id) if session else None
    bound = cookie if session else request.cookies.get(CEREMONY, "")
    if page.changes:
        _check_origin(office, request)
    # Before the token: a script that is told so can let her sign in again, and keep her words.
    if page.right is not Right.OPEN and visitor is None:
        raise Refused(HTTPStatus.UNAUTHORIZED, "signed_out")
    if page.changes and not sessions.token_fits(bound, _token(request, fields)):
        raise Refused(HTTPStatus.FORBIDDEN, "token", visitor)
    if visitor is not None and page.right is not Right.OPEN:
        if not may(visitor.role, page.right):
            raise Refused(HTTPStatus.FORBIDDEN, "role", visitor)
        if page.step_up and not (session and session.fresh(at)):
            raise Refused(HTTPStatus.FORBIDDEN, "step_up", visitor)
    token = sessions.token_of(bound) if bound else ""
    return Visit(office, request, page, at, token, fields, lists, visitor, session, bound)


def _check_address(request: Request) -> None:
    if _NO_TEXT.search(request.scope["path"]):
        raise Refused(HTTPStatus.NOT_FOUND, "object")
    if any(_NO_TEXT.search(text) for text in request.query_params.values()):
        raise Refused(HTTPStatus.BAD_REQUEST, "query")


def _check_origin(office: Office, request: Request) -> None:
    """Every browser that can do WebAuthn sends both headers with what is not a GET.

    A plain form's origin is "null" under our own no-referrer; then the browser has to say itself
    that the form is ours. A frame without an origin, on another's page, is told as cross-site.
    """
    origin, site = (request.headers.get(name) for name in ("origin", "sec-fetch-site"))
    ours = origin == office.origin and site in {None, _OURS}
    if not ours and (origin, site) != ("null", _OURS):
        raise Refused(HTTPStatus.FORBIDDEN, "origin")


def _token(request: Request, fields: dict[str, str]) -> str:
    return request.headers.get("candour-token") or fields.get("token", "")


async def _body(request: Request) -> bytes | None:
    """Return the body; None if it is larger than any honest one."""
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > LARGEST_BODY:
            return None
    return body


def _fields(request: Request, body: bytes | None) -> dict[str, tuple[str, ...]]:
    if body is None:
        raise Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "size")
    if not body:
        return {}
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    try:
        if kind == "application/json":
            value = json.loads(body)
            if not isinstance(value, dict):
                raise Refused(HTTPStatus.BAD_REQUEST, "body")
            return {name: _texts(one) for name, one in value.items()}
        if kind == "application/x-www-form-urlencoded":
            parsed = parse_qs(body.decode(), keep_blank_values=True, max_num_fields=2000)
            return {name: tuple(values) for name, values in parsed.items()}
    except (ValueError, RecursionError):
        raise Refused(HTTPStatus.BAD_REQUEST, "body") from None
    raise Refused(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "body")


def _texts(value: object) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    texts = tuple(json.dumps(one) if not isinstance(one, str) else one for one in values)
    return texts or ("",)


def _refused(office: Office, page: Page, request: Request, refusal: Refused) -> Response:
    _record(office, page, refusal.person, refusal.why)
    if refusal.why == "signed_out" and not page.changes and _wants_page(request):
        return RedirectResponse("/sign-in", HTTPStatus.SEE_OTHER)
    response = fault_page(office, request, refusal.status, refusal.why)
    if refusal.why == "step_up":
        response.headers[STEP_UP] = "required"
    return response


def _record(office: Office, page: Page, person: Person | None, why: str) -> None:
    if person is not None:
        with office.engine.begin() as connection:
            record(connection, office.now(), person.staff_id, "refused", why=why, page=page.path)


def _wants_page(request: Request) -> bool:
    return request.headers.get("sec-fetch-dest", "document") == "document"
