"""Alerts into a Telegram chat of the staff, through a bot of their own.

Never the reporters' bot: whoever holds its token reads what reporters write, it leaves every
group, and its chats are no place where staff should be seen.
"""

import json
import re
from dataclasses import dataclass, field, replace
from pathlib import Path

from intake.alerts.notice import Alert
from intake.alerts.posting import Answer, judge, post
from intake.alerts.shapes import TelegramAlert
from intake.boundary import TryLater, WillNeverWork

_TOKEN = re.compile(r"(\d+):[A-Za-z0-9_-]{30,}")


@dataclass(frozen=True, slots=True)
class StaffChat:
    """One chat of the staff's bot; keeps `intake.alerts.channel.Channel`."""

    settings: TelegramAlert
    chat: int = field(repr=False)

    def send(self, alert: Alert) -> None:
        """Send one message without markup; Telegram's `retry_after` is honoured."""
        token = read_token(self.settings.token_file)
        body = json.dumps({"chat_id": self.chat, "text": alert.words}).encode()
        url = f"{self.settings.api_url.rstrip('/')}/bot{token}/sendMessage"
        judge(_with_retry_after(post(url, body, {})))


def read_token(path: Path) -> str:
    """Return a file's bot token; TryLater if it cannot be read, WillNeverWork if it is none."""
    try:
        token = path.read_text(encoding="utf-8").strip()
    except OSError as fault:
        raise TryLater(f"token_file: {type(fault).__name__}") from None
    except UnicodeDecodeError:
        token = ""
    if not _TOKEN.fullmatch(token):
        raise WillNeverWork("token_file holds no bot token")
    return token


def bot_of(token: str) -> str:
    """Return which bot account a token belongs to: the number before its colon."""
    return token.partition(":")[0]


def _with_retry_after(answer: Answer) -> Answer:
    """Take over how long Telegram asks to wait; it says so in the body."""
    try:
        seconds = json.loads(answer.body)["parameters"]["retry_after"]
    except (ValueError, KeyError, TypeError):
        return answer
    return replace(answer, retry_after=float(seconds)) if isinstance(seconds, int) else answer
