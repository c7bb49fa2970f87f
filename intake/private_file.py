"""Whether a file is its owner's alone: to read, or to change."""

import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from intake.engines import read_url

_FOR_OTHERS = 0o077


def open_to_others(path: Path) -> str:
    """Return what to do if others on this machine can read or change the file, as a sentence.

    Nothing if they cannot, or if there is no such file.
    """
    try:
        mode = path.stat().st_mode
    except OSError:
        return ""
    if not mode & _FOR_OTHERS:
        return ""
    return (
        f"others on this machine can read {path}: run `chmod 600 {path}`, and if somebody may have "
        "read it, change what stands in it."
    )


def changed_by_others(path: Path) -> bool:
    """Tell whether others on this machine may write to the file; raises OSError.

    A group of the owner's own number is the owner's alone: most Linux systems make one for each
    account, and let it write to whatever the account makes.
    """
    found = path.stat()
    group = found.st_mode & stat.S_IWGRP and found.st_gid != found.st_uid
    return bool(found.st_mode & stat.S_IWOTH or group)


def readable_stores(*urls: str) -> Iterator[str]:
    """Yield a sentence for each SQLite store at these addresses that others here can read."""
    addresses = [read_url(url) for url in urls]
    files = [one.database for one in addresses if one.get_backend_name() == "sqlite"]
    yield from readable(Path(file) for file in files if file)


def readable(paths: Iterable[Path]) -> Iterator[str]:
    """Yield a sentence for each of these files that others on this machine can read."""
    for path in paths:
        if open_to_others(path):
            yield f"others on this machine can read {path}: run `chmod 600 {path}`."
