"""What a user would pick instead: python-telegram-bot's own path, which stores nothing."""

import json
from collections.abc import Awaitable, Callable

from telegram import Update
from telegram.ext import Application, CallbackQueryHandler, ContextTypes

from benchmarks.updates import TOKEN, press


async def library_no_op() -> Callable[[int], Awaitable[None]]:
    """Return a path from JSON bytes to a callback that does nothing."""
    application = Application.builder().token(TOKEN).updater(None).build()

    async def nothing(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        del update, context

    application.add_handler(CallbackQueryHandler(nothing))
    # Its own initialize() would ask Telegram who it is; a benchmark talks to nobody.
    application._initialized = True  # noqa: SLF001 - see above

    async def one(number: int) -> None:
        decoded = json.loads(press(number, "h:step:1:option"))
        await application.process_update(Update.de_json(decoded, application.bot))

    return one
