"""Requests that nobody honest sends, to any page: drawn by hypothesis, sent past any client."""

import json
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import quote, quote_from_bytes, unquote

import httpx
from hypothesis import strategies as st
from starlette.types import ASGIApp, Message, Scope

from console.page import Page
from tests.console import honest
from tests.console.stage import EVERYBODY, Browser, Object, Stage, Who

MARK: Final = "<zq9 onx='\"&>"
"""Stands in what is sent; unescaped in a page it would be markup."""

TEXTS: Final = (
    MARK,
    f'"><script>{MARK}</script>',
    f"' OR 1=1 --{MARK}",
    "\x00",
    f"a\x00b{MARK}",
    "\ud800",
    "../../../etc/passwd",
    "{{ 7 * 7 }}${7*7}%s%n",
    "\r\nX-Planted: 1",
    "9" * 30,
    "-1",
    "1e999",
    "٣",
    "\u202e\u0000\uffff",
    "A" * 5000,
    "2026-02-30",
    "null",
    "",
)
NAMES: Final = ("after", "before", "about", "who", "act", "news", "queue", "status", "token", "id")

texts = st.one_of(st.sampled_from(TEXTS), st.text(max_size=30))
values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), texts),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(texts, inner, max_size=3)),
    max_leaves=3,
)

BOMBS: Final = (
    b"[" * 100_000,
    b'{"a":' * 20_000,
    b'{"seen":' + b"[" * 50_000 + b"]" * 50_000 + b"}",
    b'{"seen":' + b"9" * 10_000 + b"}",
    b'{"seen":1e99999,"sealed":-0.0,"to":NaN}',
    b'{"token":"a","token":"b","seen":1,"seen":2}',
    b'{"name":"\\ud800","sealed":"\\udfff","lookup":"\\u0000"}',
    b'{"name":"\xff\xfe"}',
    b"\xff\xfe\x00",
    b"a" * 300_000,
    b"name=%ff%fe%00&role=%ed%a0%80&token=%00",
    b"&".join(b"a%d=1" % number for number in range(3000)),
    b"null",
    b"[]",
    b"",
)
KINDS: Final = (
    "application/json",
    "application/x-www-form-urlencoded",
    "text/plain",
    "multipart/form-data; boundary=x",
    "application/json; charset=utf-16",
    "",
    "\xff\xfe",
)


@dataclass(frozen=True)
class Attack:
    """One request, not yet about any page."""

    who: Who
    which: str
    """`own`, `foreign`, or the text that stands in the path in place of an id."""
    query: tuple[tuple[str, str], ...] = ()
    raw_query: bytes = b""
    spoiled: tuple[tuple[int, Any], ...] = ()
    """Fields of an honest body, by place, that hold something else."""
    more: dict[str, Any] = field(default_factory=dict, hash=False)
    bomb: bytes | None = None
    form: bool = False
    kind: str | None = None
    dest: str = "empty"
    token: str | None = None


attacks = st.builds(
    Attack,
    who=st.sampled_from(EVERYBODY),
    which=st.one_of(st.sampled_from(("own", "own", "own", "foreign")), texts),
    query=st.lists(st.tuples(st.one_of(st.sampled_from(NAMES), texts), texts), max_size=2).map(
        tuple
    ),
    raw_query=st.one_of(st.just(b""), st.binary(max_size=20)),
    spoiled=st.lists(st.tuples(st.integers(0, 5), values), max_size=2).map(tuple),
    more=st.dictionaries(texts, values, max_size=1),
    bomb=st.one_of(st.none(), st.none(), st.sampled_from(BOMBS), st.binary(max_size=60)),
    form=st.booleans(),
    kind=st.one_of(st.none(), st.none(), st.sampled_from(KINDS)),
    dest=st.sampled_from(("document", "empty", "\xff", MARK)),
    token=st.one_of(st.none(), st.none(), st.none(), st.none(), texts),
)


async def attack(stage: Stage, app: ASGIApp, page: Page, one: Attack) -> httpx.Response:
    """Send it to this page, as bytes that a client of ours would not send."""
    if page.changes:
        stage.renew()
    browser = stage.browser(one.who, alone=True)
    which: Object = "own" if one.which == "own" else "foreign"
    which = which if one.which in {"own", "foreign"} else "unknown"
    named = _in_path(stage.id_of(page.about, which) if which != "unknown" else one.which)
    raw = page.path.replace("{id}", named)
    pairs = "&".join(f"{_in_path(name)}={_in_path(value)}" for name, value in one.query)
    body, kind = _body(stage, page, one, which)
    headers = [
        (b"host", b"console.example.org"),
        (b"origin", stage.office.origin.encode()),
        (b"sec-fetch-site", b"same-origin"),
        (b"sec-fetch-dest", one.dest.encode("latin-1", "replace")),
        (b"candour-token", _token(browser, one).encode("latin-1", "replace")),
        (b"content-type", kind.encode("latin-1")),
    ]
    if browser.name:
        headers.append((b"cookie", f"{browser.name}={browser.value}".encode()))
    scope: Scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": page.method,
        "scheme": "https",
        "path": unquote(raw),
        "raw_path": raw.encode(),
        "query_string": pairs.encode() + one.raw_query,
        "headers": headers,
        "client": ("192.0.2.7", 50_000),
        "server": ("console.example.org", 443),
    }
    return await _sent(app, scope, body if page.changes else b"")


def _token(browser: Browser, one: Attack) -> str:
    return browser.token if one.token is None else one.token


def _in_path(text: str) -> str:
    return quote_from_bytes(text.encode("utf-8", "surrogatepass"), safe="") or quote(" ")


def _body(stage: Stage, page: Page, one: Attack, which: Object) -> tuple[bytes, str]:
    fields = honest.body(stage, page, which)
    names = sorted(fields) or ["token"]
    fields |= {names[place % len(names)]: value for place, value in one.spoiled} | one.more
    if one.form and all(isinstance(value, str) for value in fields.values()):
        pairs = (f"{_in_path(name)}={_in_path(value)}" for name, value in fields.items())
        body, kind = "&".join(pairs).encode(), KINDS[1]
    else:
        body, kind = json.dumps(fields).encode(), KINDS[0]
    return body if one.bomb is None else one.bomb, kind if one.kind is None else one.kind


async def _sent(app: ASGIApp, scope: Scope, body: bytes) -> httpx.Response:
    said: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Message) -> None:
        said.append(message)

    await app(scope, receive, send)
    content = b"".join(message.get("body", b"") for message in said[1:])
    return httpx.Response(said[0]["status"], headers=said[0]["headers"], content=content)
