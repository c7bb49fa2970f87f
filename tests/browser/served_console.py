"""The console on http://localhost, and a browser window with a passkey in it."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from pathlib import Path

import uvicorn
from playwright.async_api import Browser, Page
from sqlalchemy import Engine

from console.app import make_app
from console.office import Office
from console.page import Page as ConsolePage
from flows.loading import load_flow
from intake.age import new_identity
from intake.commands.setting_up import MIGRATIONS
from intake.engines import make_engine
from intake.example import example_team
from intake.migrate import upgrade
from intake.team import Team, read_team
from tests.console.staffing import Clock

PHONE, DESK = (360, 740), (1600, 1000)
_PASSKEY = {
    "protocol": "ctap2",
    "ctap2Version": "ctap2_1",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "hasPrf": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@asynccontextmanager
async def served_console(
    folder: Path,
    clock: Clock,
    extra: Iterable[ConsolePage] = (),
    team: Callable[[Team], Team] = lambda team: team,
) -> AsyncIterator[Office]:
    """Serve an office with no staff yet for as long as the block lasts; `team` changes its team."""
    engine = _store(folder)
    team_file = folder / "team.toml"
    keys = (new_identity().public_key, new_identity().public_key)
    team_file.write_text(example_team(*keys), encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as listening:
        origin = f"http://localhost:{listening.getsockname()[1]}"
        office = Office(
            engine=engine,
            team=team(read_team(team_file)),
            queues=load_flow().flow.queues,
            origin=origin,
            passkey_name="localhost",
            clock=clock,
        )
        config = uvicorn.Config(
            make_app(office, extra), lifespan="off", log_config=None, access_log=False
        )
        server = uvicorn.Server(config)
        running = asyncio.create_task(server.serve(sockets=[listening]))
        try:
            yield office
        finally:
            server.should_exit = True
            await running
            engine.dispose()


def _store(folder: Path) -> Engine:
    engine = make_engine(f"sqlite:///{folder / 'intake.db'}")
    upgrade(engine, MIGRATIONS)
    return engine


@asynccontextmanager
async def window(
    browser: Browser,
    office: Office,
    size: tuple[int, int] = DESK,
    expected: Iterable[str] = (),
) -> AsyncIterator[Page]:
    """Open a window at this office: see `window_at`."""
    async with window_at(browser, office.origin, size, expected) as page:
        yield page


@asynccontextmanager
async def window_at(
    browser: Browser,
    origin: str,
    size: tuple[int, int] = DESK,
    expected: Iterable[str] = (),
) -> AsyncIterator[Page]:
    """Open a window with a passkey of its own.

    Whatever the browser complains of fails the test, unless it holds one of `expected`.
    """
    context = await browser.new_context(
        viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce", locale="en-GB"
    )
    page = await context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "console",
        lambda line: complaints.append(line.text) if line.type in {"error", "warning"} else None,
    )
    page.on(
        "request",
        lambda asked: (
            None if asked.url.startswith((origin, "blob:")) else complaints.append(asked.url)
        ),
    )
    devices = await context.new_cdp_session(page)
    await devices.send("WebAuthn.enable")
    await devices.send("WebAuthn.addVirtualAuthenticator", {"options": _PASSKEY})
    yield page
    await context.close()
    told = [one for one in complaints if not any(word in one for word in expected)]
    assert told == [], told
