"""Alerts to a program of anybody's over HTTPS, signed: docs/alert-v1.schema.json says what comes.

Signed as the Standard Webhooks specification 1.0.0 says, so that ready-made libraries check it:
HMAC-SHA256 over `id.timestamp.body`, in base64, behind `v1,`.
"""

import base64
import binascii
import hashlib
import hmac
import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from intake.alerts.notice import Alert
from intake.alerts.posting import judge, post
from intake.alerts.shapes import WebhookAlert
from intake.boundary import TryLater, WillNeverWork

_PREFIX = "whsec_"
_SHORTEST = 24
"""Bytes of a secret, as the specification wants at least."""


@dataclass(frozen=True, slots=True)
class Webhook:
    """A receiver at an address; keeps `intake.alerts.channel.Channel`."""

    settings: WebhookAlert
    clock: Callable[[], float] = time.time

    def send(self, alert: Alert) -> None:
        """Post it; any 2xx means that it was taken."""
        secrets = read_secrets(self.settings.secret_file)
        body = json.dumps(content(alert)).encode()
        at = str(int(self.clock()))
        headers = {
            "webhook-id": alert.id,
            "webhook-timestamp": at,
            "webhook-signature": signatures(secrets, alert.id, at, body),
        }
        judge(post(self.settings.url, body, headers, self.settings.ca_file))


def content(alert: Alert) -> dict[str, object]:
    """Return the JSON of an alert."""
    told: dict[str, object] = {"version": 1, "type": alert.kind, "words": alert.words}
    if alert.kind == "arrived":
        told["priority"] = alert.priorities[0]
    if alert.kind == "digest":
        told["counts"] = {str(priority): count for priority, count in alert.counts.items()}
    return told


def signatures(secrets: Sequence[bytes], id: str, at: str, body: bytes) -> str:  # noqa: A002 - the specification's word
    """Return one signature for each secret: with two, a receiver can change over."""
    signed = f"{id}.{at}.".encode() + body
    made = (hmac.new(secret, signed, hashlib.sha256).digest() for secret in secrets)
    return " ".join("v1," + base64.b64encode(one).decode() for one in made)


def read_secrets(path: Path) -> tuple[bytes, ...]:
    """Return the secrets of a file, one a line; TryLater if it cannot be read.

    WillNeverWork unless each is base64 of at least 24 bytes, `whsec_` before it or not.
    """
    try:
        lines = path.read_text(encoding="ascii").split()
        found = tuple(base64.b64decode(one.removeprefix(_PREFIX), validate=True) for one in lines)
    except OSError as fault:
        raise TryLater(f"secret_file: {type(fault).__name__}") from None
    except (UnicodeDecodeError, binascii.Error):
        raise WillNeverWork("secret_file holds a line that is not base64") from None
    if not found or min(len(one) for one in found) < _SHORTEST:
        raise WillNeverWork("secret_file holds no secret of 24 bytes or more")
    return found
