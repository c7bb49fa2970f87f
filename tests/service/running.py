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

# The taps from the first card to a draft, for someone whose phone is her own.
ARRIVE = ("Continue", "No", "Yes", "18 or over", "Continue", "Yes, keep them")

# The outline's taps, each with a No where there is one.
OUTLINE = (
    "Answer some questions first",
    "Yes, to me",
    "No",
    "Metropolitan Police (London)",
    "I don't remember",
    "It happened once",
    "No",
    "No",
    "None",
    "Neither",
    "No",
)


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

    async def arrived(self, number: int = 1) -> Phone:
        """Return a phone on which a draft has just been agreed to."""
        phone = self.box.phone(7_000_000_000 + number)
        await phone.start()
        await self.settled()
        await self.taps(phone, *ARRIVE)
        return phone

    async def sent(self, number: int = 1) -> Phone:
        """Return a phone from which a report asking for contact has just been sent."""
        phone = await self.arrived(number)
        await self.taps(phone, "Ask a person to contact me", "Metropolitan Police (London)")
        await self.taps(phone, "Skip", "I agree", "I'll contact you", "Send")
        return phone

    def counts(self) -> tuple[int, int]:
        """Return how many keys there are, and how many drafts, closing rows and ties."""
        with self.desk.store.begin() as tx:
            return self.desk.keys.count(), len(tx.draft_ids() | tx.tie_ids())

    async def passes(self, hours: float) -> None:
        """Let time pass, and the courier do what falls due in it, hour by hour."""
        whole, rest = divmod(hours * 3600, 3600)
        for step in [3600.0] * int(whole) + [rest]:
            self.box.advance(step)
            for _ in range(3):
                await self.courier.round()

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
async def service(folder: Path, box: Sandbox, team: str = "") -> AsyncIterator[Service]:
    """Run receiving against `box`; the courier does a round when a test asks for one.

    The environment must hold what `environment` returns. `team` is the team file's text; without
    it there is one reader, whose key only this test knows.
    """
    settings = read_settings(BotSettings)
    assert settings.data_dir == folder
    prepare(settings)
    set_up(settings)
    reader, recovery = new_identity(), new_identity()
    ours = demonstration_team(reader.public_key, recovery.public_key)
    settings.team_file.write_text(team or ours, encoding="utf-8")
    desk = open_desk(settings, box.clock)
    receiving = Receiving(desk, Telegram(FAKE_TOKEN, box.url))
    telegram = Telegram(FAKE_TOKEN, box.url)
    await telegram.start()
    stop = asyncio.Event()
    task = asyncio.create_task(receiving.run(stop))
    engine = make_engine(settings.intake_database_url)
    try:
        yield Service(box, desk, receiving, Courier(desk, telegram), settings, reader, engine)
    finally:
        stop.set()
        await task
        await telegram.stop()
        engine.dispose()
