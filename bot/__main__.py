"""`python -m bot`: set up, receive, hand over."""

import asyncio
import contextlib
import logging
import signal
import time
from collections.abc import Awaitable, Callable
from typing import Annotated

import typer

from bot.courier import Courier
from bot.desk import Desk
from bot.opening import CannotStart, open_desk, set_up
from bot.receiving import Receiving
from bot.settings import BotSettings
from bot.telegram import Later, Telegram
from intake.alerts import file_faults
from intake.logs import set_up_logs
from intake.private_file import readable_stores
from intake.settings import SettingsFaults, read_settings

# Not __name__: started with -m that is "__main__", whose words the logs withhold.
_log = logging.getLogger("bot")

app = typer.Typer(
    help="The reporter's side: receives from Telegram, keeps drafts, hands sealed reports over.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)

MENU = (
    ("start", "Begin"),
    ("help", "Help"),
    ("stop", "Clear this chat"),
    ("privacy", "Privacy"),
    ("language", "Language"),
)
"""The command list that anyone sees who opens the chat: bland on purpose."""

ABOUT = "An automated chat. Nothing is sent on until you choose to send it."


def _settings() -> BotSettings:
    try:
        settings = read_settings(BotSettings)
    except SettingsFaults as faults:
        typer.echo(str(faults), err=True)
        raise typer.Exit(2) from None
    set_up_logs(settings.log_level)
    return settings


def _opened(settings: BotSettings) -> tuple[Desk, Telegram]:
    try:
        desk = open_desk(settings, time.time)
    except CannotStart as fault:
        typer.echo(str(fault), err=True)
        raise typer.Exit(2) from None
    for reason in desk.closed:
        _log.warning("not open yet: %s", reason)
    for sentence in readable_stores(*settings.databases):
        _log.warning("%s", sentence)
    return desk, Telegram(settings.telegram_bot_token.get_secret_value(), settings.telegram_api_url)


@app.command()
def setup() -> None:
    """Make the machine key and bring the bot's databases up to date."""
    try:
        for line in set_up(_settings()):
            typer.echo(line)
    except SettingsFaults as faults:
        typer.echo(str(faults), err=True)
        raise typer.Exit(2) from None


@app.command()
def poll() -> None:
    """Receive by long polling until stopped."""
    settings = _settings()
    desk, telegram = _opened(settings)

    async def receive(stop: asyncio.Event) -> None:
        await Receiving(desk, telegram).run(stop)

    _until_stopped(receive)


@app.command()
def courier(
    every: Annotated[float, typer.Option(help="Seconds between two rounds.")] = 1.0,
) -> None:
    """Hand sealed reports over, clear chats, end drafts, until stopped."""
    settings = _settings()
    desk, telegram = _opened(settings)
    # Told, not refused: reports are handed over and chats cleared though nobody hears of it.
    for fault in file_faults(desk.sealer.team.alerts):
        _log.error("staff cannot be told: %s", fault)

    async def rounds(stop: asyncio.Event) -> None:
        await Courier(desk, telegram).run(stop, every)

    _until_stopped(rounds)


@app.command()
def introduce() -> None:
    """Give the bot account its bland command list and description."""
    settings = _settings()
    telegram = Telegram(settings.telegram_bot_token.get_secret_value(), settings.telegram_api_url)

    async def tell() -> None:
        await telegram.start()
        try:
            await telegram.introduce(MENU, ABOUT)
        finally:
            await telegram.stop()

    try:
        asyncio.run(tell())
    except Later as later:
        typer.echo(f"Telegram could not be told: {later.why}.", err=True)
        raise typer.Exit(1) from None


def _until_stopped(work: Callable[[asyncio.Event], Awaitable[None]]) -> None:
    """Run `work` until SIGINT or SIGTERM; what is under way is finished first."""

    async def main() -> None:
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()
        for name in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(name, stop.set)
        await work(stop)

    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(main())


if __name__ == "__main__":
    app()
