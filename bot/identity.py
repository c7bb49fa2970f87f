"""The bot's own age key: staff seal messages for a chat to it. It opens no report.

One file in DATA_DIR (0600), in no database and no backup: whoever restores an old copy of the
stores cannot read what staff once wrote.
"""

import os
import stat
from pathlib import Path

from intake.age import Identity, new_identity
from intake.identities import IdentityFault, open_identity

FILE = "bot.identity"

_FOR_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def make_bot_identity(path: Path) -> bool:
    """Make the key in a new file, whole or not at all; False if there is one already."""
    if path.exists():
        return False
    fresh = path.with_name(f".{path.name}.{os.getpid()}.new")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(new_identity().as_line().encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())
        os.link(fresh, path)
    except FileExistsError:
        return False
    finally:
        fresh.unlink(missing_ok=True)
    return True


def read_bot_identity(path: Path) -> Identity:
    """Return the bot's key; raise IdentityFault with the remedy."""
    try:
        mode = path.stat().st_mode
    except OSError:
        raise IdentityFault(
            f"{path} cannot be read; `python -m bot setup` makes one if there is none"
        ) from None
    if mode & _FOR_OTHERS:
        raise IdentityFault(f"{path} can be read by other accounts: chmod 600 {path}")
    return open_identity(path)
