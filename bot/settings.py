"""The bot's settings, read from the environment and judged all at once.

`intake.settings.read_settings(BotSettings)` reads them; every fault comes with its remedy, and
none repeats what was given, which may be a token or a password.
"""

import re
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationInfo, field_validator, model_validator

from bot.databases import in_memory, same_address
from bot.gate import is_loopback
from bot.identity import FILE
from intake.settings import SECRET, IntakeSettings, database_setting

TELEGRAM = "https://api.telegram.org"

_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{30,}")
_WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{24,256}")


class BotSettings(IntakeSettings):
    """What the bot and the courier need to know."""

    telegram_bot_token: SecretStr = Field(default=SecretStr(""), json_schema_extra=SECRET)
    telegram_api_url: str = TELEGRAM
    database_url: str = Field(default="", repr=False, json_schema_extra=SECRET)
    keys_database_url: str = Field(default="", repr=False, json_schema_extra=SECRET)
    """Judged after both other databases: it must be apart from them."""
    machine_key_file: Path = Path()
    webhook_url: str = ""
    """Empty: long polling."""
    webhook_secret: SecretStr = Field(default=SecretStr(""), json_schema_extra=SECRET)
    port: int = Field(default=8080, ge=1, le=65535)

    @property
    def bot_identity_file(self) -> Path:
        """Where the key lies that staff's messages to a chat are sealed to."""
        return self.data_dir / FILE

    @property
    def databases(self) -> tuple[str, ...]:
        """The addresses of every store that the bot writes to."""
        return (
            self.database_url,
            self.keys_database_url,
            self.intake_database_url,
            self.monitoring_database_url,
        )

    @model_validator(mode="before")
    @classmethod
    def _bot_defaults(cls, given: dict[str, object]) -> dict[str, object]:
        folder = Path(str(given.get("data_dir") or "var"))
        given.setdefault("machine_key_file", folder / "machine.key")
        given.setdefault("database_url", f"sqlite:///{folder / 'drafts.sqlite3'}")
        given.setdefault("keys_database_url", f"sqlite:///{folder / 'keys.sqlite3'}")
        return given

    @field_validator("telegram_bot_token")
    @classmethod
    def _token(cls, token: SecretStr) -> SecretStr:
        if not token.get_secret_value():
            raise ValueError(
                "is missing: write /newbot to @BotFather on Telegram, put the token it gives you "
                "into a file, and name that file in TELEGRAM_BOT_TOKEN_FILE. "
                "`make run` needs no token"
            )
        if not _TOKEN.fullmatch(token.get_secret_value()):
            raise ValueError(
                "does not look like a bot's token (digits, a colon, about 35 letters): copy it "
                "again from @BotFather"
            )
        return token

    @field_validator("telegram_api_url")
    @classmethod
    def _api(cls, url: str) -> str:
        if not _is_web_address(url):
            raise ValueError("is not the address of a Bot API server, such as " + TELEGRAM)
        return url.rstrip("/")

    @field_validator("database_url")
    @classmethod
    def _drafts(cls, url: str) -> str:
        return _lasting(url)

    @field_validator("keys_database_url")
    @classmethod
    def _keys_apart(cls, url: str, info: ValidationInfo) -> str:
        _lasting(url)
        for name in ("database_url", "intake_database_url"):
            other = info.data.get(name)
            if other and same_address(url, other):
                raise ValueError(
                    f"is the same database as {name.upper()}: give the keys one of their own that "
                    "is never backed up, or nothing that is deleted is ever gone"
                )
        return url

    @field_validator("webhook_url")
    @classmethod
    def _webhook(cls, url: str) -> str:
        if url and not (_is_web_address(url) and (url.startswith("https:") or is_loopback(url))):
            raise ValueError("must begin with https://: Telegram calls no other address")
        return url

    @field_validator("webhook_secret")
    @classmethod
    def _webhook_secret(cls, secret: SecretStr, info: ValidationInfo) -> SecretStr:
        if info.data.get("webhook_url") and not _WEBHOOK_SECRET.fullmatch(
            secret.get_secret_value()
        ):
            raise ValueError(
                "must be 24 to 256 letters, digits, - or _, or anyone could send updates: make "
                'one with python3 -c "import secrets; print(secrets.token_urlsafe(32))"'
            )
        return secret


def _is_web_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        port_is_right = parts.port != 0
    except ValueError:
        return False
    bare = not (parts.query or parts.fragment or "@" in parts.netloc or "\\" in url)
    return bool(parts.scheme in {"http", "https"} and parts.hostname and port_is_right and bare)


def _lasting(url: str) -> str:
    database_setting(url)
    if in_memory(url):
        raise ValueError("would be gone at the next start: name a file, sqlite:///folder/name")
    return url
