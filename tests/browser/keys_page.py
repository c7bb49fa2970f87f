"""A page under the console's policy with the bundled scripts on it, and a session that can end."""

import asyncio
import base64
import secrets
import shutil
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import uvicorn
from playwright.async_api import Browser, CDPSession, Page
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from console.assets import Asset, read_bundle
from console.bundling import BROWSER, bundle

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; worker-src 'self'; "
    "connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types candour-worker"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Keys</title>
<meta name="candour-worker" content="{worker}"><link rel="icon" href="/icon">
<script type="module" src="{bench}"></script></head><body><main></main></body></html>"""


@dataclass
class Desk:
    """The bundle with the tests' script in it, and the one session."""

    assets: dict[str, Asset] = field(repr=False)
    half: str | None = field(default=None, repr=False)
    worker: str = ""

    def __post_init__(self) -> None:
        """Sign in."""
        self.sign_in()
        self.worker = "/static/" + self.assets["worker.js"].file

    def sign_in(self) -> None:
        """Begin a session: it has a half of its own."""
        self.half = base64.urlsafe_b64encode(secrets.token_bytes(32)).decode().rstrip("=")

    def sign_out(self) -> None:
        """End the session: its half is gone."""
        self.half = None

    def app(self) -> Starlette:
        """Return what answers."""
        return Starlette(
            routes=[
                Route("/", self._page),
                Route("/icon", lambda _: Response(status_code=204, headers=HEADERS)),
                Route("/account/half", self._half),
                Route("/static/{file}", self._static),
            ]
        )

    def _page(self, _: Request) -> Response:
        bench = "/static/" + self.assets["keys_bench.js"].file
        return HTMLResponse(PAGE.format(worker=self.worker, bench=bench), headers=HEADERS)

    def _half(self, _: Request) -> Response:
        if self.half is None:
            return Response(status_code=303, headers={**HEADERS, "Location": "/"})
        return JSONResponse({"half": self.half}, headers=HEADERS)

    def _static(self, request: Request) -> Response:
        for one in self.assets.values():
            if one.file == request.path_params["file"]:
                return Response(one.content, media_type=one.kind, headers=HEADERS)
        return Response(status_code=404, headers=HEADERS)


def new_desk(folder: Path) -> Desk:
    """Bundle the console's scripts with the tests' own beside them."""
    bundle()
    browser = folder / "browser"
    shutil.copytree(BROWSER, browser, ignore=shutil.ignore_patterns("node_modules"))
    (browser / "node_modules").symlink_to(BROWSER / "node_modules")
    shutil.copy(Path(__file__).with_name("keys_bench.js"), browser / "src")
    bundle(browser, folder / "static")
    return Desk(read_bundle(folder / "static"))


@asynccontextmanager
async def answering(app: Starlette) -> AsyncIterator[str]:
    """Answer on http://localhost, which browsers trust with keys, while the block lasts."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        config = uvicorn.Config(app, lifespan="off", log_config=None, access_log=False)
        server = uvicorn.Server(config)
        running = asyncio.create_task(server.serve(sockets=[listener]))
        yield f"http://localhost:{listener.getsockname()[1]}/"
        server.should_exit = True
        await running


@asynccontextmanager
async def keys_page(
    browser: Browser, url: str, expected: tuple[str, ...] = ()
) -> AsyncIterator[Page]:
    """Open the page; a complaint, a report of the policy, or a request elsewhere fails the test.

    A complaint that holds one of `expected` is passed over.
    """
    context = await browser.new_context(accept_downloads=True)
    page = await context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda line: complaints.append(line.text))
    page.on(
        "request",
        lambda asked: (
            None if asked.url.startswith((url, "blob:")) else complaints.append(asked.url)
        ),
    )
    await page.goto(url)
    await page.wait_for_function("globalThis.bench !== undefined")
    await page.evaluate("globalThis.client = new bench.Client()")
    yield page
    await context.close()
    left = [one for one in complaints if not any(word in one for word in expected)]
    assert left == [], left


async def fault_of(page: Page, promise: str, given: object = None) -> str:
    """Return the name of the fault that a promise in the page ends with."""
    told: dict[str, str] | None = await page.evaluate(
        f"async (given) => bench.fault((async () => {promise})())", given
    )
    assert told is not None, "no fault"
    return told["name"]


async def passkey(page: Page, *, prf: bool) -> CDPSession:
    """Give the page an authenticator that answers by itself, with or without secrets."""
    devtools = await page.context.new_cdp_session(page)
    await devtools.send("WebAuthn.enable")
    options: dict[str, Any] = {
        "protocol": "ctap2",
        "ctap2Version": "ctap2_1",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
        "hasPrf": prf,
    }
    await devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return devtools
