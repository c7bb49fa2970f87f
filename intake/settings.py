"""Settings from the environment (names: README, "Settings"), read and judged all at once.

Every secret may come from a file instead: for a variable X set X_FILE to the file's path.
A variable stays readable in the process table; a file does not.
"""

import ipaddress
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, TypeVar
from urllib.parse import urlsplit

from pydantic import (
    Field,
    JsonValue,
    SecretStr,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from intake.engines import UnknownDatabase, read_url
from intake.private_file import open_to_others

_SHORTEST_SECRET = 32

SECRET: dict[str, JsonValue] = {"secret": True}
"""`json_schema_extra` of a field that may also be given as a file."""


class SettingsFaults(Exception):  # noqa: N818 - faults are what operators are told of
    """Everything that is wrong with the settings, one sentence each."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("The settings cannot be used:\n" + "\n".join(f"  - {f}" for f in faults))
        self.faults = faults


class IntakeSettings(BaseSettings):
    """What every program beside the intake store needs to know."""

    model_config = SettingsConfigDict(
        env_ignore_empty=True, extra="ignore", hide_input_in_errors=True, frozen=True
    )

    data_dir: Path = Path("var")
    intake_database_url: str = Field(default="", repr=False, json_schema_extra=SECRET)
    """Empty stands for SQLite in DATA_DIR until the settings are read."""
    monitoring_database_url: str = Field(default="", repr=False, json_schema_extra=SECRET)
    """The same; counts alone, in a store of their own."""
    team_file: Path = Path()
    deletions_file: Path = Path()
    """What was deleted, outside the database: a restored backup brings it back."""
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    @property
    def receipt_key_file(self) -> Path:
        """Where the deployment's receipt secret lies."""
        return self.data_dir / "receipt.key"

    @field_validator("log_level", mode="before")
    @classmethod
    def _any_case(cls, level: object) -> object:
        return level.upper() if isinstance(level, str) else level

    @field_validator("intake_database_url", "monitoring_database_url")
    @classmethod
    def _database(cls, url: str) -> str:
        return database_setting(url)

    @model_validator(mode="before")
    @classmethod
    def _defaults(cls, given: dict[str, object]) -> dict[str, object]:
        folder = Path(str(given.get("data_dir") or "var"))
        given.setdefault("team_file", folder / "team.toml")
        given.setdefault("deletions_file", folder / "deletions.jsonl")
        given.setdefault("intake_database_url", f"sqlite:///{folder / 'intake.sqlite3'}")
        given.setdefault("monitoring_database_url", f"sqlite:///{folder / 'monitoring.db'}")
        return given

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Read the environment alone: no .env file lies about with a token in it."""
        del dotenv_settings, file_secret_settings
        return (init_settings, env_settings, SecretFiles(settings_cls))


class AuditSettings(IntakeSettings):
    """Where the head of the audit chain is written outside; nothing is set by default."""

    audit_anchor_file: Path | None = None
    """One line of JSON for each anchor: on a disk, or with rights, that keep it from changing."""
    audit_anchor_url: str = Field(default="", repr=False, json_schema_extra=SECRET)
    audit_anchor_secret: SecretStr = Field(
        default=SecretStr(""), json_schema_extra=SECRET, validate_default=True
    )
    """The key with which what is sent to the address is signed."""

    @field_validator("audit_anchor_url")
    @classmethod
    def _sent_unread(cls, url: str) -> str:
        if url and not is_private_address(url):
            raise ValueError("must begin with https:// (http:// only goes with this very machine)")
        return url

    @field_validator("audit_anchor_secret")
    @classmethod
    def _long_enough(cls, secret: SecretStr, info: ValidationInfo) -> SecretStr:
        given = info.data.get("audit_anchor_url")
        if given and len(secret.get_secret_value()) < _SHORTEST_SECRET:
            raise ValueError(
                f"must have at least {_SHORTEST_SECRET} characters, or anyone could send anchors: "
                'make one with python3 -c "import secrets; print(secrets.token_urlsafe(32))"'
            )
        return secret


class SecretFiles(PydanticBaseSettingsSource):
    """Reads X from the file that X_FILE names, for every field marked SECRET."""

    def get_field_value(self, field: object, field_name: str) -> tuple[object, str, bool]:
        """Return the file's content without its last line end; None without X_FILE."""
        extra = getattr(field, "json_schema_extra", None)
        path = os.environ.get(f"{field_name.upper()}_FILE")
        if extra != SECRET or not path:
            return None, field_name, False
        return Path(path).read_text(encoding="utf-8").rstrip("\r\n"), field_name, False

    def __call__(self) -> dict[str, object]:
        """Return every field given as a readable file; `_file_faults` names the others."""
        found = {}
        for name, field in self.settings_cls.model_fields.items():
            try:
                value, _, _ = self.get_field_value(field, name)
            except (OSError, UnicodeDecodeError):
                continue
            if value:
                found[name] = value
        return found


AnySettings = TypeVar("AnySettings", bound=IntakeSettings)


def read_settings(kind: type[AnySettings]) -> AnySettings:
    """Return the settings of this kind; raise SettingsFaults naming every fault at once."""
    faults = list(_file_faults(kind))
    try:
        settings = kind()
    except ValidationError as broken:
        faults += [
            _sentence(error["loc"], error["type"], error["msg"]) for error in broken.errors()
        ]
        raise SettingsFaults(tuple(faults)) from None
    if faults:
        raise SettingsFaults(tuple(faults))
    return settings


def database_setting(url: str) -> str:
    """Return the address unless no store can live there: ValueError, which never repeats it."""
    try:
        read_url(url)
    except UnknownDatabase as fault:
        raise ValueError(str(fault)) from None
    return url


def is_private_address(url: str) -> bool:
    """Tell whether nobody on the way can read what is sent there: https, or this machine."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    host = parts.hostname or ""
    return bool(host) and (parts.scheme == "https" or (parts.scheme == "http" and _is_here(host)))


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _file_faults(kind: type[BaseSettings]) -> Iterator[str]:
    for name, field in kind.model_fields.items():
        variable = name.upper()
        path = os.environ.get(f"{variable}_FILE")
        if field.json_schema_extra != SECRET or not path:
            continue
        if os.environ.get(variable):
            yield f"{variable} and {variable}_FILE are both set: keep one (the file is safer)."
        try:
            Path(path).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            yield f"{variable}_FILE names a file that cannot be read: check the path and its owner."
        if sentence := open_to_others(Path(path)):
            yield f"{variable}_FILE: {sentence}"


def _sentence(place: tuple[int | str, ...], kind: str, message: str) -> str:
    name = ".".join(str(part) for part in place).upper()
    words = message.removeprefix("Value error, ").replace("Input should be", "must be")
    if kind == "int_parsing":
        words = "must be a whole number, in digits alone"
    return f"{name}: {words}." if name else f"{words}."
