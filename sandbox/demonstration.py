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

_READERS = 'default = ["reader", '
_RECIPIENT = """[recipients.{}]
name = "EXAMPLE {}"
key = "{}"

"""

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


def colleague_path(data_dir: Path) -> Path:
    """Return where the key of the lawyer's colleague lies."""
    return data_dir / "demonstration-colleague.key.age"


def second_path(data_dir: Path) -> Path:
    """Return where the key of the second supervisor lies: what takes two people takes her too."""
    return data_dir / "demonstration-second.key.age"


def prepare_demonstration(settings: BotSettings) -> Demonstration:
    """Make whatever is missing, and leave what is there as it is."""
    made = [*prepare(settings), *set_up(settings)]
    identity = identity_path(settings.data_dir)
    if not settings.team_file.exists():
        text = _team(settings.data_dir)
        settings.team_file.write_text(text, encoding="utf-8")
        made.append(f"Made the demonstration team file {settings.team_file}.")
    return Demonstration(settings.data_dir, identity, tuple(made))


def demonstration_team(lawyer: str, recovery: str, colleague: str = "", second: str = "") -> str:
    """Return the example team file with these public keys, and every draft language offered.

    The lawyer reads and checks for conflicts; the others, if given, read.
    """
    team = example_team(lawyer, recovery).replace("drafts_allowed = []", 'drafts_allowed = ["*"]')
    others = {"colleague": ("caseworker", colleague), "second": ("supervisor", second)}
    for name, (what, key) in others.items():
        if key:
            block = _RECIPIENT.format(name, what, key)
            team = team.replace("[recipients.recovery]", f"{block}[recipients.recovery]", 1)
            team = team.replace(_READERS, f'default = ["reader", "{name}", ', 1)
    return LOUD + team


def _team(data_dir: Path) -> str:
    recovery = data_dir / "demonstration-recovery.key.age"
    # Of a run that broke off: nobody knows its passphrase, and nothing was sealed to it yet.
    recovery.unlink(missing_ok=True)
    return demonstration_team(
        _public(identity_path(data_dir), PASSPHRASE),
        make_identity(recovery, secrets.token_urlsafe(24)),
        _public(colleague_path(data_dir), PASSPHRASE),
        _public(second_path(data_dir), PASSPHRASE),
    )


def _public(path: Path, passphrase: str) -> str:
    """Make an identity, or read the public half of one that a broken-off run left."""
    if path.exists():
        return open_identity(path, passphrase).public_key
    return make_identity(path, passphrase)
