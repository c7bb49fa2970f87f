"""The Bot API calls we make, through python-telegram-bot, with its errors sorted.

What went wrong is sorted by what to do next: `Gone` means that there is nothing left
to do, `Blocked` that the person does not want us, `Later` that it may work later.
"""

import logging
from collections.abc import Sequence

import msgspec
from telegram import Bot, CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError
from telegram.request import HTTPXRequest

from bot.reading import ALLOWED_UPDATES, Batch

_log = logging.getLogger(__name__)

AT_ONCE = 100
"""Ids that one deleteMessages call takes at most."""

POLL_SECONDS = 25

Rows = Sequence[Sequence[tuple[str, str, str]]]
"""Rows of buttons: label, callback data, and text to copy ("" for a plain button)."""


class Gone(Exception):  # noqa: N818 - what happened
    """The message is not there any more, or cannot be touched any more."""


class Blocked(Exception):  # noqa: N818 - what happened
    """The person has blocked the bot, or the chat is closed."""


class Later(Exception):  # noqa: N818 - what to do next
    """It did not work now; `after` seconds from now it may."""

    def __init__(self, after: float, why: str = "it asks to wait") -> None:
        self.after = after
        self.why = why
        """For the log: never what Telegram said, which may quote words."""
        super().__init__(f"try again in {after:.0f} s")


class Conflict(Exception):  # noqa: N818 - what happened
    """Another process polls with the same token."""


class Telegram:
    """One bot account at one Bot API server."""

    def __init__(self, token: str, api_url: str) -> None:
        self._request = HTTPXRequest(
            connection_pool_size=32, read_timeout=20, connect_timeout=10, pool_timeout=20
        )
        polling = HTTPXRequest(connection_pool_size=1, read_timeout=POLL_SECONDS + 15)
        self._polling = polling
        self._bot = Bot(
            token,
            base_url=f"{api_url}/bot",
            base_file_url=f"{api_url}/file/bot",
            request=self._request,
            get_updates_request=polling,
        )
        self._updates_url = f"{api_url}/bot{token}/getUpdates"

    def __repr__(self) -> str:
        """Never show the token."""
        return "Telegram(...)"

    async def start(self) -> None:
        """Open the connections; asks nothing of the server."""
        await self._request.initialize()
        await self._polling.initialize()

    async def stop(self) -> None:
        """Close the connections."""
        await self._request.shutdown()
        await self._polling.shutdown()

    async def updates(self, offset: int) -> list[msgspec.Raw]:
        """Return the waiting updates from `offset` on, each as bytes; waits up to 25 s.

        Asking with an offset acknowledges every update below it. Raises Later, Conflict.
        """
        asked = {
            "offset": offset,
            "timeout": POLL_SECONDS,
            "limit": 100,
            "allowed_updates": list(ALLOWED_UPDATES),
        }
        status, body = await self._raw(asked)
        if status == 409:  # noqa: PLR2004 - Telegram's "two pollers"
            raise Conflict
        if status in {401, 404}:
            raise Later(3, "it knows no such token: check TELEGRAM_BOT_TOKEN")
        if status != 200:  # noqa: PLR2004 - anything but OK
            raise Later(3, f"it answered {status}")
        try:
            return msgspec.json.decode(body, type=Batch).result
        except msgspec.MsgspecError:
            raise Later(3, "what answers is no Bot API server") from None

    async def _raw(self, asked: dict[str, object]) -> tuple[int, bytes]:
        """Post JSON ourselves: the library's own way decodes every name in every update."""
        client = self._polling._client  # noqa: SLF001 - the library has no public raw post
        try:
            answer = await client.post(self._updates_url, json=asked)
        except Exception as error:  # noqa: BLE001 - httpx's many; the URL in them holds the token
            kind = type(error).__name__
            raise Later(2, f"nobody answers at TELEGRAM_API_URL ({kind})") from None
        return answer.status_code, answer.content

    async def send(self, chat: int, text: str, rows: Rows) -> int:
        """Send a card; return its message id."""
        with _sorted():
            sent = await self._bot.send_message(
                chat,
                text,
                reply_markup=_keyboard(rows),
                protect_content=True,
                disable_notification=True,
            )
        return sent.message_id

    async def edit(self, chat: int, message: int, text: str, rows: Rows) -> bool:
        """Change a card in place; False if it is not there any more.

        A card that already says this counts as changed.
        """
        try:
            with _sorted():
                await self._bot.edit_message_text(text, chat, message, reply_markup=_keyboard(rows))
        except Gone:
            return False
        return True

    async def delete(self, chat: int, messages: Sequence[int]) -> None:
        """Delete up to 100 messages; unknown ids are skipped by Telegram."""
        with _sorted():
            await self._bot.delete_messages(chat, list(messages[:AT_ONCE]))

    async def answer(self, press: str, text: str) -> None:
        """Answer a button press, so that it stops turning; one that is too old turns on."""
        try:
            with _sorted():
                await self._bot.answer_callback_query(press, text or None)
        except (Gone, Later, Blocked):
            _log.debug("a press could not be answered")

    async def leave(self, chat: int) -> None:
        """Leave a group or channel."""
        with _sorted():
            await self._bot.leave_chat(chat)

    async def introduce(self, commands: Sequence[tuple[str, str]], about: str) -> None:
        """Set the bland command list and descriptions."""
        with _sorted():
            await self._bot.set_my_commands(list(commands))
            await self._bot.set_my_description(about)
            await self._bot.set_my_short_description(about[:120])


class _sorted:  # noqa: N801 - reads as a phrase: with _sorted():
    """Turn the library's errors into ours, and never let their text out: it may quote words."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> bool:
        if error is None or not isinstance(error, TelegramError):
            return False
        if isinstance(error, RetryAfter):
            raise Later(_seconds(error)) from None
        if isinstance(error, Forbidden):
            raise Blocked from None
        if isinstance(error, BadRequest):
            if "not modified" in error.message:
                return True
            raise Gone from None
        if isinstance(error, NetworkError):
            raise Later(2, "nobody answers at TELEGRAM_API_URL") from None
        raise Later(5, "it refuses: check TELEGRAM_BOT_TOKEN") from None


def _seconds(error: RetryAfter) -> float:
    after = error.retry_after
    return after if isinstance(after, int | float) else after.total_seconds()


def _keyboard(rows: Rows) -> InlineKeyboardMarkup | None:
    return InlineKeyboardMarkup(
        [
            [
                InlineKeyboardButton(label, copy_text=CopyTextButton(copy))
                if copy
                else InlineKeyboardButton(label, callback_data=data)
                for label, data, copy in row
            ]
            for row in rows
        ]
    )
