"""What every answer of the console must be, whoever asked: its headers, its markup, its silence."""

import re
from html.parser import HTMLParser
from typing import Final

import httpx

from console.page import Page
from tests.console.test_headers import ALWAYS, OF_ITS_OWN, POLICY

_ALLOWED: Final = set(ALWAYS) | OF_ITS_OWN | {"candour-step-up", "content-disposition"}
_POLICIES: Final = {POLICY + "candour-htmx", POLICY + "candour-worker"}

_ADDRESSES: Final = {"href", "src", "action", "formaction", "data", "poster", "srcset", "ping"}
_BANNED: Final = {"style", "base", "iframe", "frame", "object", "embed", "applet", "svg"}
_CODE: Final = re.compile(
    r"Traceback|File \"|sqlite3?\b|sqlalchemy|psycopg|\b[A-Z]\w+(?:Error|Exception)\b|0x[0-9a-f]{6}"
)
"""What an exception's text looks like."""


class Markup(HTMLParser):
    """Reads a page and keeps what our policy would not let run, or load."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self._script = False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at one element."""
        given = {name: value or "" for name, value in attrs}
        self._script = tag == "script"
        if tag in _BANNED or "http-equiv" in given:
            self.faults.append(f"<{tag}>")
        if tag == "script" and not given.get("src", "").startswith("/static/"):
            self.faults.append("a script of its own")
        for name, value in given.items():
            if name == "style" or name.startswith(("on", "hx-on")):
                self.faults.append(f"{name}= in <{tag}>")
            address = name in _ADDRESSES or (name.startswith("hx-") and "/" in value)
            if address and not re.match(r"#|\?|/(?!/)|$", value):
                self.faults.append(f"{name}={value}")

    def handle_data(self, data: str) -> None:
        """Look at words: those of a script would be run."""
        if self._script and data.strip():
            self.faults.append("an inline script")

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        self._script = self._script and tag != "script"


def faults_of(answer: httpx.Response, page: Page | None = None) -> list[str]:
    """Return everything that is wrong with an answer, whatever was asked."""
    faults = [
        f"{name}: {answer.headers.get(name)}"
        for name, value in ALWAYS.items()
        if name != "content-security-policy" and answer.headers.get(name) != value
    ]
    faults += sorted(set(answer.headers) - _ALLOWED)
    policy = answer.headers.get("content-security-policy")
    shown = page is not None and answer.status_code == 200
    if policy not in _POLICIES:
        faults.append(f"policy: {policy}")
    elif page is not None and shown and page.words == "decrypted" and "htmx" in policy:
        faults.append("htmx beside decrypted words")
    if answer.status_code >= 500:
        faults.append(f"status {answer.status_code}")
    if found := _CODE.search(answer.text):
        faults.append(f"text of an exception: {found[0]}")
    if answer.headers.get("content-type", "").startswith("text/html"):
        faults += Markup(answer.text).faults
    return faults
