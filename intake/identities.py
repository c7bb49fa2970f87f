"""Private keys of staff, as files: made once, kept by their owner, never on the bot's machine."""

import datetime as dt
import os
from pathlib import Path

from intake import age

_SECRET_LINE = "AGE-SECRET-KEY-1"  # noqa: S105 - how such a line begins, not a secret
_LARGEST = 64 * 1024
"""Bytes. A file larger than this is not an identity file and is not read whole."""


class IdentityFault(Exception):  # noqa: N818 - faults are what operators are told of
    """An identity file cannot be made or used; the sentence says why, and the remedy."""


def make_identity(path: Path, passphrase: str) -> str:
    """Make a private key in a new file, readable to its owner alone; return its public key.

    The file is an age file under the passphrase: `age -d -i FILE` and this program both take it.
    An existing file is never overwritten: IdentityFault.
    """
    identity = age.new_identity()
    public_key = identity.public_key
    today = dt.datetime.now(tz=dt.UTC).date()
    plain = f"# created: {today}\n# public key: {public_key}\n{identity.as_line()}\n"
    try:
        number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise IdentityFault(f"{path} is there already and is left as it is.") from None
    except OSError as fault:
        raise IdentityFault(f"{path} cannot be written ({fault.strerror}).") from None
    with os.fdopen(number, "wb") as file:
        file.write(age.lock_with_passphrase(plain.encode(), passphrase))
        file.flush()
        os.fsync(file.fileno())
    return public_key


def is_locked(path: Path) -> bool:
    """Tell whether this identity file asks for a passphrase."""
    return age.needs_passphrase(_content(path))


def open_identity(path: Path, passphrase: str | None = None) -> age.Identity:
    """Return the private key in a file, plain or under a passphrase; raise IdentityFault."""
    content = _content(path)
    if age.needs_passphrase(content):
        if passphrase is None:
            raise IdentityFault(f"{path} asks for a passphrase.")
        try:
            content = age.unlock_with_passphrase(content, passphrase)
        except age.WrongPassphrase:
            raise IdentityFault(f"This passphrase does not open {path}.") from None
        except age.TooMuchWork:
            raise IdentityFault(
                f"This machine is too busy, or too slow, to open {path} just now: try again soon."
            ) from None
        except age.Damaged:
            raise IdentityFault(f"{path} is damaged: take it from its copy.") from None
    for line in content.decode("utf-8", "replace").splitlines():
        identity = age.read_identity(line.strip())
        if identity is not None:
            return identity
    raise IdentityFault(f"{path} holds no private key of age (a line {_SECRET_LINE}...).")


def private_identities(folder: Path) -> tuple[Path, ...]:
    """Return the files directly in `folder` that hold a private key, plain or locked.

    A machine that runs the bot should have none: whoever takes it could read reports.
    """
    if not folder.is_dir():
        return ()
    return tuple(path for path in sorted(folder.iterdir()) if _is_identity(path))


def _is_identity(path: Path) -> bool:
    if not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            start = file.read(_LARGEST)
    except OSError:
        return False
    return age.needs_passphrase(start) or _SECRET_LINE.encode() in start


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST)
    except FileNotFoundError:
        raise IdentityFault(f"There is no identity file at {path}.") from None
    except OSError as fault:
        raise IdentityFault(f"{path} cannot be read ({fault.strerror}).") from None
