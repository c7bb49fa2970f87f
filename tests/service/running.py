"""The whole service in one process: sandbox, receiving, courier, stores, one clock for all."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Engine

from bot.courier import Courier
from bot.desk import Desk
from bot.opening import open_desk, set_up
from bot.receiving import Receiving
from bot.settings import BotSettings
from bot.telegram import Telegram
from intake.age import Identity, new_identity
from intake.commands.setting_up import prepare
from intake.engines import make_engine
from intake.reading import OpenedReport, open_report
from intake.register import Register
from intake.settings import read_settings
from sandbox import FAKE_TOKEN, Phone, Sandbox
from sandbox.demonstration import demonstration_team


@dataclass(slots=True)
class Service:
    """A running service, and what a test may ask of it."""

    box: Sandbox
    desk: Desk
    receiving: Receiving
    courier: Courier
    settings: BotSettings
    reader: Identity = field(repr=False)
    engine: Engine

    async def settled(self) -> None:
        """Wait until every update is kept and every reply is on its phone."""
        await self.box.all_confirmed()
        await self.receiving.settled()

    async def taps(self, phone: Phone, *labels: str) -> None:
        """Tap each label in turn, waiting for the card to move on each time."""
        for label in labels:
            press = await phone.tap(label)
            await self.box.until(lambda press=press: phone.answered(press))  # type: ignore[misc]
            await self.settled()

    async def says(self, phone: Phone, *texts: str) -> None:
        """Type each text in turn, waiting for the answer each time."""
        for text in texts:
            await phone.say(text)
            await self.settled()

    async def card(self, phone: Phone) -> str:
        """Return the text of the newest message of the bot."""
        return [m.text for m in await phone.screen() if m.who == "bot"][-1]

    def reports(self) -> list[OpenedReport]:
        """Hand over what waits, and open every report with the reader's key."""
        register = Register(self.engine)
        return [
            open_report(register.report(one.triage.report_id), [self.reader])
            for one in register.arrivals()
        ]


def environment(folder: Path, url: str) -> dict[str, str]:
    """Return the settings of a service in `folder` that talks to `url`."""
    return {
        "TELEGRAM_BOT_TOKEN": FAKE_TOKEN,
        "TELEGRAM_API_URL": url,
        "DATA_DIR": str(folder),
        "LOG_LEVEL": "DEBUG",
    }


@asynccontextmanager
async def service(folder: Path, box: Sandbox) -> AsyncIterator[Service]:
    """Run receiving against `box`; the courier does a round when a test asks for one.

    The environment must hold what `environment` returns.
    """
    settings = read_settings(BotSettings)
    assert settings.data_dir == folder
    prepare(settings)
    set_up(settings)
    reader, recovery = new_identity(), new_identity()
    settings.team_file.write_text(
        demonstration_team(reader.public_key, recovery.public_key), encoding="utf-8"
    )
    desk = open_desk(settings, box.clock)
    receiving = Receiving(desk, Telegram(FAKE_TOKEN, box.url))
    telegram = Telegram(FAKE_TOKEN, box.url)
    await telegram.start()
    stop = asyncio.Event()
    task = asyncio.create_task(receiving.run(stop))
    engine = make_engine(settings.intake_database_url)
    try:
        yield Service(
            box, desk, receiving, Courier(desk, telegram), settings, reader, engine
        )
    finally:
        stop.set()
        await task
        await telegram.stop()
        engine.dispose()
