"""What `make run` needs and a real service must never have: invented keys beside the data.

The lawyer's private key lies in the data folder under a passphrase that is printed.
That alone keeps the service shut towards Telegram's own server (`bot.gate`).
"""

import secrets
from dataclasses import dataclass
from pathlib import Path

from bot.opening import set_up
from bot.settings import BotSettings
from intake.commands.setting_up import prepare
from intake.example import example_team
from intake.identities import make_identity, open_identity

PASSPHRASE = "seven quiet herons over the weir"  # noqa: S105 - printed at every start, and guards nothing real

LOUD = "# DEMONSTRATION ONLY: made by `make run`, with invented names and keys.\n"


@dataclass(frozen=True, slots=True)
class Demonstration:
    """Where the demonstration's pieces are: `identity` is the lawyer's private key file."""

    data_dir: Path
    identity: Path
    made: tuple[str, ...]


def identity_path(data_dir: Path) -> Path:
    """Return where the demonstration lawyer's private key lies."""
    return data_dir / "demonstration-lawyer.key.age"


def prepare_demonstration(settings: BotSettings) -> Demonstration:
    """Make whatever is missing, and leave what is there as it is."""
    made = [*prepare(settings), *set_up(settings)]
    identity = identity_path(settings.data_dir)
    if not settings.team_file.exists():
        recovery = settings.data_dir / "demonstration-recovery.key.age"
        lawyer_key = _public(identity, PASSPHRASE)
        recovery_key = _public(recovery, secrets.token_urlsafe(24))
        text = demonstration_team(lawyer_key, recovery_key)
        settings.team_file.write_text(text, encoding="utf-8")
        made.append(f"Made the demonstration team file {settings.team_file}.")
    return Demonstration(settings.data_dir, identity, tuple(made))


def demonstration_team(lawyer: str, recovery: str) -> str:
    """Return the example team file with these public keys, and every draft language offered."""
    team = example_team(lawyer, recovery)
    return LOUD + team.replace("drafts_allowed = []", 'drafts_allowed = ["*"]')


def _public(path: Path, passphrase: str) -> str:
    """Make an identity, or read the public half of one that a broken-off run left."""
    if path.exists():
        return open_identity(path, passphrase).public_key
    return make_identity(path, passphrase)
