"""Tables of the team file that lead to servers of a test, and what those servers need."""

import datetime as dt
import ipaddress
import secrets
import socket
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from intake.alerts.shapes import EmailAlert, TelegramAlert, WebhookAlert

STAFF = 8_000_000_001
SECRET = "whsec_" + "c2VjcmV0IG9mIHRoaXMgdGVzdCBhbG9uZSwgMzIgYnl0ZXM="


def mail_settings(port: int, **choices: object) -> EmailAlert:
    """Return `[alerts.email]` for a server on this machine."""
    given = {"sender": "bot@x.test", "to": ("team@x.test",), "host": "127.0.0.1", "port": port}
    return EmailAlert.model_validate({**given, "security": "none", **choices})


def webhook_settings(url: str, folder: Path, **choices: object) -> WebhookAlert:
    """Return `[alerts.webhook]`, its secret in a file."""
    (folder / "secret").write_text(SECRET)
    (folder / "secret").chmod(0o600)
    return WebhookAlert.model_validate({"url": url, "secret_file": folder / "secret", **choices})


def chat_settings(url: str, folder: Path, token: str = "") -> TelegramAlert:
    """Return `[alerts.telegram]`, its token (the sandbox's) in a file."""
    (folder / "token").write_text(token or "1000000000:SANDBOX-not-a-token-nothing-is-real")
    return TelegramAlert(token_file=folder / "token", api_url=url, chat=STAFF)


def new_id() -> str:
    """Return the id of an alert."""
    return secrets.token_hex(16)


def free_port() -> int:
    """Return a port on which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def make_certificate(path: Path) -> Path:
    """Make a key and a certificate for 127.0.0.1, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "test")])
    now = dt.datetime.now(tz=dt.UTC)
    host = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    signed = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(host, critical=False)
        .sign(key, hashes.SHA256())
    )
    plain = serialization.NoEncryption()
    form = serialization.PrivateFormat.PKCS8
    path.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, form, plain)
        + signed.public_bytes(serialization.Encoding.PEM)
    )
    return path
