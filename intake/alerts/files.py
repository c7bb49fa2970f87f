"""Whether the files that the `[alerts]` tables name can be used on this machine.

Apart from the team file's other checks: it is also read where these files should not lie.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from intake.alerts.shapes import Alerts
from intake.alerts.staff_chat import read_token
from intake.alerts.webhook import read_secrets
from intake.boundary import TryLater, WillNeverWork
from intake.private_file import open_to_others


def file_faults(alerts: Alerts) -> Iterator[str]:
    """Yield a sentence for each file that cannot be used, with its key and what to do."""
    email, webhook, chat = alerts.email, alerts.webhook, alerts.telegram
    if email is not None:
        yield from _fault("alerts.email.password_file", email.password_file, _read)
        yield from _fault("alerts.email.ca_file", email.ca_file, _read, secret=False)
    if webhook is not None:
        yield from _fault("alerts.webhook.secret_file", webhook.secret_file, read_secrets)
        yield from _fault("alerts.webhook.ca_file", webhook.ca_file, _read, secret=False)
    if chat is not None:
        yield from _fault("alerts.telegram.token_file", chat.token_file, read_token)


def _fault(
    key: str, path: Path | None, read: Callable[[Path], object], *, secret: bool = True
) -> Iterator[str]:
    if path is None:
        return
    try:
        read(path)
    except TryLater:
        yield f"{key}: {path} cannot be read: check the path, its owner and its mode."
    except WillNeverWork as fault:
        yield f"{key}: {path} cannot be used: {fault}."
    if secret and (sentence := open_to_others(path)):
        yield f"{key}: {sentence}"


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as fault:
        raise TryLater(type(fault).__name__) from None
    except UnicodeDecodeError:
        raise WillNeverWork("it is not text") from None
