"""Settings of the console, from the environment (names: README, "Settings")."""

import ipaddress
from urllib.parse import urlsplit

from pydantic import Field, field_validator, model_validator

from intake.settings import AuditSettings

PORT = 8200


class ConsoleSettings(AuditSettings):
    """What the console needs to know beside the settings of the store and of its audit chain."""

    console_url: str = ""
    """Where staff find it: scheme, name and port, and nothing more. Passkeys are bound to it.
    If it is not set: localhost, with PORT.
    """
    port: int = Field(default=PORT, ge=1, le=65535)
    console_host: str = "127.0.0.1"
    """The address to listen on. A reverse proxy on the same machine ends TLS."""

    @model_validator(mode="before")
    @classmethod
    def _console_defaults(cls, given: dict[str, object]) -> dict[str, object]:
        port = str(given.get("port") or "")
        # A PORT that is no number is told as such, and not a second time as an address.
        port = port if port.isdecimal() else str(PORT)
        given.setdefault("console_url", f"http://localhost:{port}")
        return given

    @field_validator("console_url")
    @classmethod
    def _an_origin(cls, url: str) -> str:
        parts = urlsplit(url)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise ValueError("is not an address such as https://console.example.org")
        if parts.path.strip("/") or parts.query or parts.fragment or "@" in parts.netloc:
            raise ValueError("must hold a name and perhaps a port, and nothing after it")
        if _is_number(parts.hostname):
            raise ValueError("must hold a name: passkeys are bound to one (localhost will do)")
        if parts.scheme == "http" and parts.hostname != "localhost":
            raise ValueError("must begin with https:// unless the name is localhost")
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def passkey_name(self) -> str:
        """The name that passkeys are bound to: WebAuthn's relying party id."""
        return str(urlsplit(self.console_url).hostname)


def _is_number(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
