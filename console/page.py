"""A page: one route of the console, with everything that decides who may come in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from starlette.requests import Request
from starlette.responses import Response

from console.access import Right
from console.office import Office
from intake.staff.people import Person
from intake.staff.sessions import Session

LARGEST_BODY = 256 * 1024
"""Bytes of a request. The largest honest one is a sealed report of 72 KiB, in base64."""

Words = Literal["none", "decrypted"]
"""What a page shows. `decrypted`: words of a report, so no htmx, only our worker's policy."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One request that was let in, as an endpoint sees it."""

    office: Office
    request: Request = field(repr=False)
    page: "Page"
    at: int
    """Seconds since 1970 UTC."""
    token: str = field(repr=False)
    """What a form or script of this page must send back with anything that changes something."""
    fields: Mapping[str, str] = field(repr=False)
    """The form's fields, or the strings of a JSON object."""
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    """The same with every value of a field that came more than once."""
    visitor: Person | None = None
    session: Session | None = field(default=None, repr=False)
    bound: str = field(default="", repr=False)
    """The cookie that this browser's requests hang together by: a session's, or a sign-in's."""

    @property
    def person(self) -> Person:
        """Return who is signed in; only for pages that ask for more than `Right.OPEN`."""
        if self.visitor is None:
            raise LookupError("this page lets in whoever is not signed in")
        return self.visitor


Endpoint = Callable[[Visit], Response]


@dataclass(frozen=True, slots=True)
class Page:
    """One route. `about` says what the `{id}` in its path names."""

    path: str
    endpoint: Endpoint
    right: Right
    method: Literal["GET", "POST"] = "GET"
    about: Literal["", "report", "person", "approval"] = ""
    step_up: bool = False
    """Asks for a fresh touch of the passkey, at most five minutes old."""
    words: Words = "none"
    keeps_session: bool = True
    """False for what a page asks by itself: that must not keep an idle session alive."""

    @property
    def changes(self) -> bool:
        """Whether it may change something, and so wants the token and our own origin."""
        return self.method != "GET"
